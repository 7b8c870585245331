using NewsBot.Core.Corpus;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Voices;

/// <summary>Who was found for a name or a role, and all that they said.</summary>
/// <param name="Name">Whom it is: the full name, or the role as asked.</param>
/// <param name="Quotes">Their statements, newest first; empty where nobody, or more than one, was found.</param>
internal sealed record FoundSpeaker(string Name, IReadOnlyList<SpokenQuote> Quotes)
{
    /// <summary>Between whom the articles do not decide; empty unless ambiguous.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>Those who speak for an organisation that was asked for.</summary>
    public IReadOnlyList<Holder> Speaking { get; init; } = [];

    /// <summary>What the reader should know of how they were found.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public bool IsNamed { get; init; }
}

/// <summary>
/// Finds the speakers whom a name or a role means. A name is looked up in the directory of speakers, a title before it left
/// out or used to tell people of one last name apart. Anything else is taken for a description and compared with
/// how articles call those whom they quote (<see cref="SpeakerDescription"/>).
/// </summary>
internal sealed class SpeakerSearch(ICorpusSnapshot snapshot, IReadOnlyList<SpeakerCount> speakers, ArticleFilter filter)
{
    private const int MostQuotes = 500;
    private const int MostPassages = 60;
    private const int MostDescribed = 40;
    private const int MostNamesakes = 6;
    private const double DominantShare = 0.75;
    private const int EnoughToCompare = 10;

    private readonly SpeakerDirectory _directory = SpeakerDirectory.Build(speakers.Select(speaker => new SpeakerName(speaker.Name, speaker.Quotes)));

    public static async Task<SpeakerSearch> OverAsync(ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken) =>
        new(snapshot, await snapshot.SpeakersAsync(cancellationToken).ConfigureAwait(false), filter);

    /// <summary>Whether words with "and" in them are one speaker's name: "Brandt and Sorley" for Brandt &amp; Sorley.</summary>
    public bool IsOne(string words)
    {
        var folded = Folded(words);
        return speakers.Any(speaker => Folded(speaker.Name) == folded);
    }

    /// <returns>Null where the articles quote nobody like that.</returns>
    public async Task<FoundSpeaker?> FindAsync(string asked, AskedTopic? topic, CancellationToken cancellationToken)
    {
        var isCommon = SpeakerDescription.IsCommon(asked);
        if (!isCommon && Called(asked) is { Count: > 0 } called)
            return await NamedAsync(asked, called, topic, cancellationToken).ConfigureAwait(false);
        if (SpeakerDescription.Read(asked) is { } description && await DescribedAsync(asked, description, topic, cancellationToken).ConfigureAwait(false) is { } described)
            return described;
        return isCommon && Called(asked) is { Count: > 0 } small ? await NamedAsync(asked, small, topic, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>The entries of the directory for a name, with or without a title before it.</summary>
    private IReadOnlyList<SpeakerEntry> Called(string asked)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length; first++)
        {
            if (first > 0 && !IsBeforeName(words[first - 1]))
                continue;
            var found = Found(string.Join(' ', words[first..]));
            if (found.Count > 1 && found.Where(entry => !entry.Name.Contains('/', StringComparison.Ordinal)).ToList() is { Count: > 0 } clean)
                found = clean; // "Ann Lee/AFP Smith" is a picture's credit.
            if (found.Count > 1 && first > 0 && SpeakerDescription.Read(string.Join(' ', words[..first])) is { } title)
                found = [.. found.Where(entry => TitlesOf(entry).Any(given => title.Terms.All(term => Tokenizer.Tokenize(given).Any(token => token.Term == term)))).DefaultIfEmpty(found[0])];
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    /// <summary>What the directory has, but for first names that only sound like the one asked for: Yellen is no Ellen.</summary>
    private IReadOnlyList<SpeakerEntry> Found(string name)
    {
        var found = _directory.Find(name);
        return PersonName.Read(name) is { IsSingle: true } single
            ? [.. found.Where(entry => entry.Spellings.Any(spelling => PersonName.Read(spelling) is { } known && (known.LastKey == single.LastKey || known.FirstKey == single.FirstKey)))]
            : found;
    }

    private static bool IsBeforeName(string word) =>
        word.Equals("the", StringComparison.OrdinalIgnoreCase) || SpeakerDescription.IsRole(word) || WordClasses.Of(word.ToLowerInvariant()).HasFlag(WordClass.Title);

    private async Task<FoundSpeaker> NamedAsync(string asked, IReadOnlyList<SpeakerEntry> entries, AskedTopic? topic, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var said = new List<Namesake>();
        foreach (var candidate in entries.Take(MostNamesakes))
            said.Add(new Namesake(candidate, await OfAsync(candidate.Spellings, cancellationToken).ConfigureAwait(false)));
        if (said.Count > 1)
        {
            var chosen = Dominant(said, pair => pair.Entry.Count);
            var onTopic = topic is null ? [] : said.FindAll(pair => pair.Quotes.Any(quote => topic.SpokenOf(quote).Count > 0));
            if (chosen is null && onTopic is not [_])
                return new FoundSpeaker(asked, []) { Choices = [.. entries.Select(Named)] };
            notes.Add(chosen is { } most
                ? $"Of those called “{asked}” {most.Entry.Name} is quoted far more than the others ({string.Join(", ", said.Where(pair => pair.Entry != most.Entry).Select(pair => pair.Entry.Name).Take(3))})."
                : $"Of those called “{asked}” only {onTopic[0].Entry.Name} spoke of that.");
            said = [chosen ?? onTopic[0]];
        }

        var (entry, quotes) = said[0];
        IReadOnlyList<Holder> speaking = [];
        if (quotes is [{ Quote.Speaker.Kind: SpeakerKind.Organisation }, ..] && SpeakerDescription.Read(entry.Name) is { } description
            && await DescribedAsync(asked, description, null, cancellationToken).ConfigureAwait(false) is { } others)
            (quotes, speaking) = (Listed(quotes.Concat(others.Quotes)), others.Speaking);
        if (entry.Spellings.Count > 1)
            notes.Add($"Spelled in the articles: {string.Join(", ", entry.Spellings)}.");
        return new FoundSpeaker(entry.Name, quotes) { Title = TitleOf(entry), Notes = notes, IsNamed = true, Speaking = speaking };
    }

    private async Task<FoundSpeaker?> DescribedAsync(string asked, SpeakerDescription description, AskedTopic? topic, CancellationToken cancellationToken)
    {
        var quotes = await AroundAsync(description, topic, cancellationToken).ConfigureAwait(false);
        var fitting = quotes.Select(quote => (Quote: quote, Match: description.Fits(quote))).Where(pair => pair.Match.Fit != DescriptionFit.None).ToList();
        if (fitting.Count == 0)
            return null;
        if (description.IsCommonNoun && fitting.Where(pair => !pair.Quote.IsOfOrganisation).Select(pair => pair.Quote.Article).ToHashSet() is { Count: > 0 } calling)
            fitting.RemoveAll(pair => pair.Quote.IsOfOrganisation && !calling.Contains(pair.Quote.Article)); // "The union" goes before the Civic Union.

        // Who is called so in an article said everything there as that.
        var holders = fitting
            .Where(pair => pair.Quote.IsOfPerson)
            .GroupBy(pair => EntryOf(pair.Quote.Quote.Speaker.Name!))
            .Select(group => new Holder(
                group.Key.Name,
                group.OrderBy(pair => pair.Match.Words.Contains('/', StringComparison.Ordinal)).ThenByDescending(pair => pair.Match.Words.Length).First().Match.Words,
                group.Max(pair => pair.Match.Fit),
                [.. quotes.Where(quote => quote.IsOfPerson && group.Key.Spellings.Contains(quote.Quote.Speaker.Name!) && group.Any(pair => pair.Quote.Article == quote.Article))]))
            .ToList();
        var unnamed = fitting.Where(pair => !pair.Quote.IsOfPerson).Select(pair => pair.Quote).ToList();
        if (description.IsOnePerson && holders.Count > 1)
        {
            var onTopic = topic is null ? holders : holders.FindAll(holder => holder.Quotes.Any(quote => topic.SpokenOf(quote).Count > 0));
            if (onTopic.Count == 0)
                onTopic = holders;
            if (onTopic.Count > 1 && Dominant(onTopic, holder => holder.Quotes.Count) is { } most)
                onTopic = [most];
            if (onTopic.Count != 1)
                return new FoundSpeaker(asked, []) { Choices = [.. onTopic.OrderByDescending(holder => holder.Quotes.Count).Select(holder => holder.Described)] };
            holders = onTopic;
        }

        var found = new FoundSpeaker(asked, Listed(holders.SelectMany(holder => holder.Quotes).Concat(unnamed)));
        return description.IsOnePerson && holders is [var only]
            ? found with
            {
                Name = only.Name,
                Title = only.Words,
                IsNamed = true,
                Notes = [$"In the articles “{asked}” is {only.Described}.", .. unnamed.Count > 0 ? [$"Where no name stands with “{unnamed[0].Quote.Speaker.Text}” it may be somebody else."] : Array.Empty<string>()],
            }
            : found with { Speaking = holders.FindAll(holder => holder.Fit == DescriptionFit.SpeaksFor) };
    }

    /// <summary>The quotes of the articles where somebody with such a title speaks, or that have such words.</summary>
    private async Task<IReadOnlyList<SpokenQuote>> AroundAsync(SpeakerDescription description, AskedTopic? topic, CancellationToken cancellationToken)
    {
        var terms = description.Terms.ToHashSet(StringComparer.Ordinal);
        var named = speakers.Where(speaker => Tokenizer.Tokenize($"{speaker.Title} {speaker.Name}").Any(token => terms.Contains(token.Term))).Take(MostDescribed).Select(speaker => speaker.Name).ToList();
        var refs = named.Count == 0 ? [] : await snapshot.QuotesByAsync(named, filter, MostQuotes, cancellationToken).ConfigureAwait(false);
        var query = new PassageQuery { Terms = [.. terms.Concat(topic?.Terms ?? []).Distinct(StringComparer.Ordinal).Select(term => new WeightedTerm(term, 1))], Filter = filter };
        var found = query.Terms.Count == 0 ? [] : snapshot.SearchPassages(query, MostPassages).Select(hit => hit.Article);
        var articles = await snapshot.ArticlesAsync([.. refs.Select(quote => quote.Article).Distinct().Take(MostPassages).Concat(found).Distinct()], cancellationToken).ConfigureAwait(false);
        return [.. articles.SelectMany(article => article.Analysis.Quotes.Where(quote => quote.Content.Count > 0).Select(quote => new SpokenQuote(article, quote)))];
    }

    private async Task<IReadOnlyList<SpokenQuote>> OfAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var refs = await snapshot.QuotesByAsync([.. names], filter, MostQuotes, cancellationToken).ConfigureAwait(false);
        var articles = await snapshot.ArticlesAsync([.. refs.Select(quote => quote.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);
        return Listed(refs.Where(quote => byId.ContainsKey(quote.Article)).Select(quote => new SpokenQuote(byId[quote.Article], byId[quote.Article].Analysis.Quotes[quote.Ordinal])));
    }

    /// <summary>The one who is quoted so much more than all others together that a bare name or role means them; null without one.</summary>
    private static T? Dominant<T>(IReadOnlyList<T> candidates, Func<T, int> quotes)
        where T : class
    {
        var most = candidates.MaxBy(quotes)!;
        var all = candidates.Sum(quotes);
        return all >= EnoughToCompare && quotes(most) >= DominantShare * all ? most : null;
    }

    /// <summary>What is asserted, once each, newest first.</summary>
    private static IReadOnlyList<SpokenQuote> Listed(IEnumerable<SpokenQuote> quotes) =>
        [.. SpokenQuote.NewestFirst(SpokenQuote.Distinct(quotes.Where(quote => quote.IsAsserted)))];

    private SpeakerEntry EntryOf(string name) =>
        _directory.Entries.FirstOrDefault(entry => entry.Spellings.Contains(name)) ?? new SpeakerEntry(name, 1, [name]);

    private IEnumerable<string> TitlesOf(SpeakerEntry entry) =>
        speakers.Where(speaker => speaker.Title is not null && entry.Spellings.Contains(speaker.Name)).Select(speaker => speaker.Title!);

    /// <summary>The title that says most.</summary>
    private string? TitleOf(SpeakerEntry entry) => TitlesOf(entry).MaxBy(title => title.Length);

    private string Named(SpeakerEntry entry) => TitleOf(entry) is { } title ? $"{entry.Name} ({title})" : entry.Name;

    private sealed record Namesake(SpeakerEntry Entry, IReadOnlyList<SpokenQuote> Quotes);

    private static string Folded(string name)
    {
        var folded = name.Replace("&", "and", StringComparison.Ordinal).Trim();
        return (folded.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? folded[4..] : folded).ToUpperInvariant();
    }
}

/// <summary>Somebody who is what was asked for, or speaks for it.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Words">What the articles call them.</param>
/// <param name="Fit">How that fits.</param>
/// <param name="Quotes">Theirs in the articles that call them so.</param>
internal sealed record Holder(string Name, string Words, DescriptionFit Fit, IReadOnlyList<SpokenQuote> Quotes)
{
    public string Described => $"{Name} ({Words})";
}
