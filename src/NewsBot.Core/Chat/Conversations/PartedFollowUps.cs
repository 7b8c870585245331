using NewsBot.Core.Retrieval.Parsing.Parts;

namespace NewsBot.Core.Chat.Conversations;

/// <summary>
/// Reads a message of several questions as a follow-up by its first question alone, as what the others refer to is said there:
/// in "who won the final and how many people watched it" nothing of the conversation is meant, and in "who is she and how old is
/// she" only the first "she". Question words that share one rest ("when and where was that") are read with that rest.
/// </summary>
internal static class PartedFollowUps
{
    public static async ValueTask<FollowUp?> ReadAsync(IFollowUpReader reader, string text, ConversationTurn last, CancellationToken cancellationToken)
    {
        var pieces = QuestionPieces.In(text);
        if (pieces.Count == 1)
            return await reader.ReadAsync(text, last, cancellationToken).ConfigureAwait(false);
        var shared = SharedWords.Fill(pieces);
        var full = shared.Count == 0 ? pieces : shared;
        var first = shared.Count == 0 ? pieces.Count - 1 : pieces.TakeWhile(QuestionPieces.IsAlone).Count();
        var questions = new List<string>(pieces.Count);
        for (var i = 0; i <= first; i++)
        {
            if (await reader.ReadAsync(full[i] + "?", last, cancellationToken).ConfigureAwait(false) is not { } read || read.Text.StartsWith('/'))
                return null;
            questions.Add(read.Text.TrimEnd('?', ' '));
        }

        questions.AddRange(pieces.Skip(first + 1).Select(piece => piece.Trim().TrimEnd('?', '.', '!', ',', ';', ' ')));
        var question = string.Join(" and ", questions) + "?";
        return new FollowUp(question, $"“{question}”");
    }
}
