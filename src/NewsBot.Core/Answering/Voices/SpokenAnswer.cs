using System.Globalization;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Voices;

/// <summary>
/// What one or several speakers said, verbatim: grouped by speaker in the order asked, each with a fair share of the room,
/// newest first, and before that what is about more of the topics asked for. For whom or on what nothing was found is said.
/// </summary>
internal static class SpokenAnswer
{
    private const int MostStatements = 8;
    private const int MostSpeakers = 8;

    /// <param name="snapshot">The revision.</param>
    /// <param name="query">Whose words about what.</param>
    /// <param name="filter">Restricts the articles.</param>
    /// <param name="period">The time asked about, in words; null for any.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<AnswerDraft> OfAsync(ICorpusSnapshot snapshot, VoicesQuery query, ArticleFilter filter, string? period, CancellationToken cancellationToken)
    {
        var search = await SpeakerSearch.OverAsync(snapshot, filter, cancellationToken).ConfigureAwait(false);
        var topic = AskedTopic.Read(snapshot, query.Topic);
        if (query.IsOpen)
            return topic is not null && await OpenVoices.OfAsync(snapshot, topic, null, filter, cancellationToken).ConfigureAwait(false) is { } open
                ? open with { Notes = [.. Period(period), .. open.Notes] }
                : AnswerDraft.DeclineWith(
                    query.Topic is null ? "Whose words, or about what?" : $"The articles quote nobody about \"{query.Topic}\".",
                    await NearestArticles.FindAsync(snapshot, query.Topic ?? "", filter, cancellationToken).ConfigureAwait(false));
        var voices = new List<Voice>();
        var names = query.Names(search.IsOne).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostSpeakers).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var (name, found) = (names[i], await search.FindAsync(names[i], topic, cancellationToken).ConfigureAwait(false));
            if (found is null && i + 1 < names.Count && await FirmAsync($"{name} and {names[i + 1]}").ConfigureAwait(false) is { } firm)
                (name, found) = ($"{name} and {names[++i]}", firm);
            voices.Add(OnTopic(name, found, topic));
        }

        var heard = voices.FindAll(voice => voice.Quotes.Count > 0);
        if (heard.Count == 0)
            return AnswerDraft.DeclineWith(
                string.Join(' ', voices.Select(voice => voice.Missing)),
                voices.Exists(voice => voice.IsAmbiguous) ? [] : await NearestArticles.FindAsync(snapshot, $"{query.Speakers} {query.Topic}", filter, cancellationToken).ConfigureAwait(false));

        var shares = Shares([.. heard.Select(voice => voice.Quotes.Count)]);
        var notes = Period(period).ToList();
        for (var i = 0; i < heard.Count; i++)
            if (heard[i].Quotes.Count > shares[i])
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"The newest {shares[i]} of {heard[i].Quotes.Count} quotes{(heard.Count > 1 ? $" of {heard[i].Name}" : "")}."));
        notes.AddRange(voices.SelectMany(voice => voice.Notes));
        notes.AddRange(voices.Where(voice => voice.Quotes.Count == 0).Select(voice => voice.Missing));
        return new AnswerDraft
        {
            Statements = [.. heard.SelectMany((voice, i) => voice.Quotes.Take(shares[i])).Select(quote => quote.Statement)],
            Speaker = heard is [{ Found: { IsNamed: true } only }] ? new AnswerSpeaker(only.Name, only.Title, []) : null,
            Notes = [.. notes.Distinct(StringComparer.Ordinal)],
        };

        // A firm of two names that stands in the articles as a description: "the shipbuilder Brandt and Sorley".
        async Task<FoundSpeaker?> FirmAsync(string joined) =>
            SpeakerDescription.Read(joined) is { IsCommonNoun: false } ? await search.FindAsync(joined, topic, cancellationToken).ConfigureAwait(false) : null;
    }

    private static IEnumerable<string> Period(string? period) => period is null ? [] : [$"In articles published in the time asked about: {period}."];

    /// <summary>An equal share for everybody; what one does not need goes to the others, the first first.</summary>
    private static int[] Shares(IReadOnlyList<int> counts)
    {
        var shares = new int[counts.Count];
        for (var left = MostStatements; left > 0;)
        {
            var given = false;
            for (var i = 0; i < shares.Length && left > 0; i++)
                if (shares[i] < counts[i])
                    (shares[i], left, given) = (shares[i] + 1, left - 1, true);
            if (!given)
                break;
        }

        return shares;
    }

    private static Voice OnTopic(string asked, FoundSpeaker? found, AskedTopic? topic)
    {
        if (found is null)
            return new Voice(asked, null, [], [], $"The articles quote nobody called \"{asked}\".");
        if (found.Choices.Count > 0)
            return new Voice(asked, found, [], [], $"Several speakers answer to \"{asked}\": {string.Join(", ", found.Choices.Take(6))}. Whom do you mean?");
        var said = found.Quotes.Where(quote => quote.IsStatement).ToList();
        var held = found.Quotes.Except(said).ToList();
        if (topic is null)
            return said.Count > 0 ? Heard(found, said)
                : held.Count > 0 ? Heard(found, held, Held(found))
                : new Voice(found.Name, found, [], [], $"Nothing that {found.Name} said is in the range you asked for.");
        var nothing = $"The articles have nothing that {found.Name} said about \"{topic.Text}\".";
        foreach (var (quotes, note) in new[] { (said, (string?)null), (held, Held(found)) })
        {
            var about = quotes.Select(quote => (Quote: quote, Parts: topic.SpokenOf(quote))).Where(pair => pair.Parts.Count > 0).ToList();
            if (about.Count == 0)
                continue;
            var missing = topic.Parts.Where((_, i) => !about.Exists(pair => pair.Parts.Contains(i))).Select(part => $"\"{part.Text}\"").ToList();
            return Heard(
                found, [.. about.OrderByDescending(pair => pair.Parts.Count).Select(pair => pair.Quote)], note,
                missing.Count > 0 ? $"Nothing that {found.Name} said about {string.Join(" or ", missing)} was found." : null);
        }

        var near = said.FindAll(quote => topic.IsSubjectOf(quote.Article));
        return near.Count > 0
            ? Heard(found, near, $"{found.Name} does not name \"{topic.Text}\" in these words; they stand in reports about it.")
            : new Voice(found.Name, found, [], [], nothing);
    }

    private static string Held(FoundSpeaker found) => $"Not words of {found.Name}: the articles report what {found.Name} wants, does or holds.";

    private static Voice Heard(FoundSpeaker found, IReadOnlyList<SpokenQuote> quotes, params string?[] notes)
    {
        var shown = quotes.DistinctBy(quote => quote.Statement.Text).ToList();
        if (shown.FindAll(quote => !quote.IsScrap) is { Count: > 1 } whole)
            shown = whole;
        var speaking = found.Speaking.Where(holder => holder.Quotes.Any(shown.Contains)).Select(holder => holder.Described).Take(6).ToList();
        var all = found.Notes.Concat(speaking.Count > 0 ? [$"Counted as speaking for “{found.Name}”: {string.Join(", ", speaking)}."] : []).Concat(notes.OfType<string>());
        return new Voice(found.Name, found, shown, [.. all], notes.OfType<string>().LastOrDefault() ?? "");
    }

    /// <param name="Name">Whom it is.</param>
    /// <param name="Found">Who was found; null for nobody.</param>
    /// <param name="Quotes">What they said on the topic, in the order of showing.</param>
    /// <param name="Notes">What the reader should know.</param>
    /// <param name="Missing">What to say where there are no quotes.</param>
    private sealed record Voice(string Name, FoundSpeaker? Found, IReadOnlyList<SpokenQuote> Quotes, IReadOnlyList<string> Notes, string Missing)
    {
        public bool IsAmbiguous => Found is { Choices.Count: > 0 };
    }
}
