using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Corpus;
using NewsBot.Core.Quotes;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Menu;

/// <summary>
/// Suggestions from the archive while somebody types: speakers, outlets, newest titles, of sources that are for everybody. They are kept in memory for one
/// revision; the first request after another revision gets the earlier ones while the new ones are read.
/// </summary>
internal sealed class Suggestions(ICorpus corpus, ISourceAccess access, ILogger<Suggestions> logger)
{
    /// <summary>Discord shows 25.</summary>
    private const int Most = 25;

    /// <summary>Discord takes 100 characters in a name, and in what is sent for it.</summary>
    private const int Longest = 100;

    /// <summary>Titles that are looked through, newest first.</summary>
    private const int MostTitles = 20_000;

    private volatile Known? _known;
    private int _reading;

    /// <summary>Reads the suggestions for the current revision, if that has not been done.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var hidden = access.HiddenFrom(default);
        using var snapshot = corpus.Acquire(hidden);
        if ((_known?.Revision == snapshot.Revision && _known.Hidden == hidden.Key) || Interlocked.Exchange(ref _reading, 1) == 1)
            return;
        try
        {
            var speakers = await snapshot.SpeakersAsync(cancellationToken).ConfigureAwait(false);
            var sources = await snapshot.SourcesAsync(cancellationToken).ConfigureAwait(false);
            var headers = await snapshot.HeadersAsync(ArticleFilter.All, MostTitles, cancellationToken).ConfigureAwait(false);
            _known = new Known(
                snapshot.Revision,
                hidden.Key,
                SpeakerDirectory.Build(speakers.Select(speaker => new SpeakerName(speaker.Name, speaker.Quotes))),
                [.. sources.Where(source => source.Source.Length > 0).Select(source => new Entry(source.Source, source.Source, Folded(source.Source)))],
                [.. headers.Select(TitleOf)]);
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }

    /// <returns>At most 25; none for an option without suggestions.</returns>
    public IReadOnlyList<OptionChoice> For(string option, string typed)
    {
        _ = RefreshQuietlyAsync();
        if (_known is not { } known)
            return [];
        var folded = Folded(typed);
        return option switch
        {
            OptionNames.Person => [.. (folded.Length == 0 ? known.Speakers.Entries.Take(Most) : known.Speakers.Starting(typed, Most)).Where(speaker => speaker.Name.Length <= Longest).Select(speaker => new OptionChoice(speaker.Name, speaker.Name))],
            OptionNames.Source => Matching(known.Sources, folded),
            OptionNames.Article => Matching(known.Titles, folded),
            _ => [],
        };
    }

    private async Task RefreshQuietlyAsync()
    {
        try
        {
            await RefreshAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The suggestions could not be read");
        }
    }

    /// <summary>Entries in which every typed word starts a word.</summary>
    private static IReadOnlyList<OptionChoice> Matching(IReadOnlyList<Entry> entries, string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. entries.Where(entry => entry.Value.Length is > 0 and <= Longest && words.All(word => StartsWord(entry.Folded, word)))
                .DistinctBy(entry => entry.Value).Take(Most).Select(entry => new OptionChoice(entry.Name, entry.Value)),
        ];
    }

    private static bool StartsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                return true;
        return false;
    }

    /// <summary>Sent for a title is the article's id; a title that fits is clear enough where the id is too long.</summary>
    private static Entry TitleOf(ArticleHeader header)
    {
        var title = DiscordText.Clean(header.Title);
        var name = DiscordText.Shorten(title.Length > 0 ? title : header.Id.Value, Longest);
        return new Entry(name, header.Id.Value.Length <= Longest ? header.Id.Value : title, Folded(title));
    }

    /// <summary>Lower case without diacritics.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    private readonly record struct Entry(string Name, string Value, string Folded);

    private sealed record Known(long Revision, string Hidden, SpeakerDirectory Speakers, IReadOnlyList<Entry> Sources, IReadOnlyList<Entry> Titles);
}
