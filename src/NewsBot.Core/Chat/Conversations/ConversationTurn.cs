using NewsBot.Core.Answering;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Chat.Conversations;

/// <summary>What was asked and answered last: all that a follow-up can take up.</summary>
/// <param name="Command">The command that answered, without the slash.</param>
/// <param name="Text">What it was asked, in full words.</param>
/// <param name="Person">Whom the answer is about or quotes; null where there is nobody, or more than one.</param>
/// <param name="Article">The id of the article cited first; null without one.</param>
/// <param name="Title">Its headline.</param>
public sealed record ConversationTurn(string Command, string Text, string? Person, string? Article, string? Title)
{
    private static readonly char[] TitleEnds = [',', '(', ';'];

    /// <returns>Null for what cannot be followed up: errors, declines, and answers about the bot.</returns>
    public static ConversationTurn? Of(string command, string text, Answer answer)
    {
        if (answer.Status != AnswerStatus.Answered || answer.Citations.Count == 0 || text.Length == 0)
            return null;
        var first = answer.Citations[0];
        return new ConversationTurn(command, text, PersonOf(text, answer), first.Article.Value, first.Title);
    }

    /// <summary>The speaker, else the one person of the short answer, else of the question.</summary>
    private static string? PersonOf(string text, Answer answer)
    {
        if (answer.Speaker is { Candidates.Count: 0 } speaker && char.IsUpper(speaker.Name[0]))
            return speaker.Name.Split(TitleEnds)[0].Trim();
        return OnlyName(answer.ShortAnswer ?? "") ?? OnlyName(text) ?? FirstPerson(answer.Citations[0].Passage);
    }

    /// <summary>The first name in the cited words that a title or role stands before, or that starts with a known first name.</summary>
    private static string? FirstPerson(string passage)
    {
        foreach (var run in CapitalisedRuns.In(passage, new(0, passage.Length)))
        {
            var words = run.Span.In(passage).Split(' ');
            var name = words.Length;
            while (name > 0 && !RoleWords.IsRole(words[name - 1]))
                name--;
            if (words.Length - name == 2 && (name > 0 || FirstNames.IsKnown(words[0])))
                return string.Join(' ', words[name..]);
        }

        return null;
    }

    /// <summary>A name of two or three words, if it is the only one; a title before it is no part of it.</summary>
    private static string? OnlyName(string text)
    {
        var names = CapitalisedRuns.In(text, new(0, text.Length))
            .Where(run => run.Words is 2 or 3)
            .Select(run => run.Span.In(text))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names is [var only] && FirstNames.IsKnown(only.Split(' ')[0]) || names.Count == 1 && text.Length == names[0].Length ? names[0] : null;
    }
}
