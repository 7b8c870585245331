using NewsBot.Core.Chat.Conversations;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Chat;

/// <summary>Who asks, as the front end knows them.</summary>
/// <param name="Id">Stable id at the front end.</param>
/// <param name="IsAdmin">Whether they may reload and see the status.</param>
public sealed record Caller(string Id, bool IsAdmin)
{
    /// <summary>How others are told of them: "a reload that Ann started".</summary>
    public string Name { get; init; } = Id;
}

/// <summary>One command or question, whatever front end it came from.</summary>
public sealed record CommandCall
{
    /// <summary>The command's name without the slash; empty for plain text, which is then routed by what it asks.</summary>
    public required string Command { get; init; }

    /// <summary>What follows the command.</summary>
    public required string Text { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>The asker's now, with the offset of the asker's zone; the clock's when null.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Only articles of this outlet.</summary>
    public string? Source { get; init; }

    /// <summary>Only articles published in these days.</summary>
    public DateInterval Published { get; init; }

    /// <summary>Who will see the answer. Unless a front end says otherwise, only what everybody may see is used.</summary>
    public Audience Audience { get; init; }

    /// <summary>Who asks where: answers of one conversation can be followed up, others are never seen.</summary>
    public string Conversation { get; init; } = "";

    /// <summary>
    /// The answer that is followed up, where the asker said which: by replying to it or by its button. It goes before the last
    /// one of the conversation.
    /// </summary>
    public ConversationTurn? Follows { get; init; }

    /// <summary>The answer that the conversation began with, taken up as long as nothing else was answered in it: that of a thread.</summary>
    public ConversationTurn? Began { get; init; }

    /// <summary>Where it is asked, as the front end names it: a channel; empty where there is only one place.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether the answer is to be the articles' own sentences, where a language model would word it: for programs.</summary>
    public bool AsExtracts { get; init; }

    /// <summary>Told how far a long command is, in a few words; null for nobody. It must return at once.</summary>
    public IProgress<string>? Progress { get; init; }
}
