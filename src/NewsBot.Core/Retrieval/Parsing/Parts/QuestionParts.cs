namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>One of the questions that a message asks.</summary>
/// <param name="Text">The question in full words, as it could be asked alone.</param>
/// <param name="Words">The user's own words for it: "who will pay for the damage".</param>
public sealed record QuestionPart(string Text, string Words)
{
    /// <summary>Content terms of the user's own words, where the text takes its topic from another part; else empty.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];
}

/// <summary>
/// Splits a question into the questions that it asks at once, each of which then stands for itself. Pure.
/// <list type="number">
/// <item>The text is cut where a new question begins (<see cref="QuestionPieces"/>): behind a question mark, or behind "and",
/// a comma or a semicolon before a question word that asks and does not relate. "Both X and Y" is cut into one question
/// about each, where X and Y are names.</item>
/// <item>A piece that is only a question word shares the rest of its neighbour: the next one's ("when and where did ...") or,
/// at the end, the first one's ("who won ... and by how much").</item>
/// <item>A pronoun without an antecedent in its own piece stands for the noun phrase of the piece before that it can mean, and
/// a piece that has no topic gets the topic of the first (<see cref="PartCompletion"/>).</item>
/// </list>
/// A text that asks one question is one part, word for word.
/// </summary>
public static class QuestionParts
{
    /// <summary>So many questions of one message are answered; what else it asks belongs to the last.</summary>
    public const int Most = 5;

    /// <returns>At least one part.</returns>
    public static IReadOnlyList<QuestionPart> Of(string text)
    {
        var pieces = QuestionPieces.In(text);
        if (pieces.Count == 1)
            return BothNames.Split(text) is { Count: > 1 } both ? both : [new QuestionPart(text, WordsOf(text))];
        var shared = SharedWords.Fill(pieces);
        if (shared.Count == 0)
            return [new QuestionPart(text, WordsOf(text))];
        var parts = new List<QuestionPart>(pieces.Count);
        var topic = "";
        for (var i = 0; i < pieces.Count; i++)
        {
            var full = i == 0 ? shared[i] : PartCompletion.Complete(shared[i], pieces[i], parts[^1].Text, topic);
            parts.Add(new QuestionPart(Asked(full), WordsOf(pieces[i])) { Own = full == shared[i] && !QuestionPieces.IsAlone(pieces[i]) ? [] : PartCompletion.ContentTerms(pieces[i]) });
            if (i == 0 || PartCompletion.HasOwnTopic(shared[i]))
                topic = full;
        }

        return parts;
    }

    /// <summary>As a question is written: a capital first, a mark at the end.</summary>
    private static string Asked(string words)
    {
        var bare = words.Trim().TrimEnd('?', '.', '!', ',', ';', ' ');
        return char.ToUpperInvariant(bare[0]) + bare[1..] + "?";
    }

    internal static string WordsOf(string piece)
    {
        var bare = piece.Trim().TrimEnd('?', '.', '!', ',', ';', ':', ' ');
        return bare.Length > 1 && char.IsLower(bare[1]) ? char.ToLowerInvariant(bare[0]) + bare[1..] : bare;
    }
}
