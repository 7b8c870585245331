using System.Text.Json;

namespace NewsBot.EndToEnd.Tests.Golden;

public enum GoldenVerdict
{
    /// <summary>Answered with the right answer from a right article, or rightly declined.</summary>
    Right,

    /// <summary>Answered with something else.</summary>
    Wrong,

    /// <summary>Declined although the articles have the answer.</summary>
    WronglyDeclined,

    /// <summary>Answered although the articles have no answer.</summary>
    WronglyAnswered,
}

/// <summary>Judges replies to golden questions.</summary>
internal static class GoldenScore
{
    /// <summary>
    /// A reply is right when what it says (not what it cites) has one of the answers, its citations name one of the articles, and
    /// its date, where one is asked for, is the day, month or year that it must be. Of a question in several parts it has an answer
    /// to each that has one, and its notes name those that have none, and no other.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="reply">The reply as <c>batch</c> writes it.</param>
    /// <param name="fileOf">The file of an article id.</param>
    public static GoldenVerdict Judge(GoldenQuestion question, JsonElement reply, IReadOnlyDictionary<string, string> fileOf)
    {
        var isAnswered = reply.GetProperty("status").GetString() == "answered";
        if (!question.Answerable)
            return isAnswered ? GoldenVerdict.WronglyAnswered : GoldenVerdict.Right;
        if (!isAnswered)
            return GoldenVerdict.WronglyDeclined;
        var said = Said(reply).ToList();
        var isRight = question.AlsoContains.Prepend(question.Contains).All(answers => answers.Any(answer => said.Any(text => text.Contains(answer, StringComparison.OrdinalIgnoreCase))))
            && NamesMissing(question, reply)
            && reply.GetProperty("citations").EnumerateArray().Any(citation => question.Articles.Contains(fileOf[citation.GetProperty("articleId").GetString()!]))
            && (question.Date is null || question.Command != "when" || DateOf(reply) == question.Date);
        return isRight ? GoldenVerdict.Right : GoldenVerdict.Wrong;
    }

    private static bool NamesMissing(GoldenQuestion question, JsonElement reply)
    {
        var notes = reply.TryGetProperty("notes", out var list) ? list.EnumerateArray().Select(note => note.GetString()!).Where(note => note.StartsWith("Not found", StringComparison.Ordinal)).ToList() : [];
        return question.NotFound.Count == 0 ? question.Type != "parts" || notes.Count == 0 : question.NotFound.All(part => notes.Exists(note => note.Contains(part, StringComparison.Ordinal)));
    }

    /// <summary>Whether the short answer of a reply has the one that is required; null where it gives none.</summary>
    public static bool? IsShortRight(GoldenQuestion question, JsonElement reply) =>
        reply.TryGetProperty("shortAnswer", out var given) && given.GetString() is { } text ? text.Contains(question.ShortAnswer!, StringComparison.OrdinalIgnoreCase) : null;

    private static IEnumerable<string> Said(JsonElement reply)
    {
        foreach (var statement in reply.GetProperty("statements").EnumerateArray())
            yield return statement.GetProperty("text").GetString()!;
        if (reply.TryGetProperty("speaker", out var speaker) && speaker.GetString() is { } name)
            yield return name;
    }

    private static string? DateOf(JsonElement reply) =>
        reply.TryGetProperty("date", out var date) && date.TryGetProperty("value", out var value) ? value.GetString() : null;
}
