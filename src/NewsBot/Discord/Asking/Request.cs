using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Buttons;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Places;

namespace NewsBot.Discord.Asking;

/// <summary>One thing to ask the engine, with the title its answer gets when a request has several.</summary>
internal sealed record AskedPart(string? Title, AskedCall Call);

/// <summary>A request that was accepted: it gets exactly one answer, decline or error.</summary>
internal sealed record Request
{
    public required IReadOnlyList<AskedPart> Parts { get; init; }

    public required Snowflake Asker { get; init; }

    /// <summary>How others are told of the asker; null for nobody in particular.</summary>
    public string? AskerName { get; init; }

    /// <summary>Whether the asker may use the commands for admins there.</summary>
    public bool IsAdmin { get; init; }

    public Snowflake? Server { get; init; }

    public required Snowflake Channel { get; init; }

    /// <summary>The message that asks; null for commands.</summary>
    public Snowflake? Question { get; init; }

    /// <summary>The text of that message, which may be edited until it is answered; null for commands.</summary>
    public QuestionInHand? InHand { get; init; }

    /// <summary>Whether files came with the message, which are not read.</summary>
    public bool HasFiles { get; init; }

    /// <summary>Whether it is about the bot and answered to admins alone.</summary>
    public bool IsAdminCommand { get; init; }

    /// <summary>When it was accepted, by the timestamps of the clock.</summary>
    public long AcceptedAt { get; init; }

    /// <summary>Where the answer goes.</summary>
    public required IReplyPlace Place { get; init; }

    /// <summary>The answer that is followed up, where the asker replied to one or used its button.</summary>
    public GivenAnswer? Follows { get; init; }

    /// <summary>The answer whose thread it is asked in.</summary>
    public GivenAnswer? Began { get; init; }

    /// <summary>
    /// Who asks where: in a thread its id, so two people in one channel never share a conversation, and nobody else sees
    /// what one of them asked in private.
    /// </summary>
    public string Conversation => $"discord:{Channel}:{Asker}{(Place.IsPrivate ? ":private" : "")}";

    /// <summary>In a server its own sources are used too; in a direct message only those that are for everybody.</summary>
    public Audience Audience => new(Server?.ToString());

    /// <summary>The channel that asks, for commands that are about it; empty outside servers.</summary>
    public string PlaceName => Server is { } server ? new ChannelKey(server, Channel).ToString() : "";

    public Caller Caller => new($"discord:{Asker}", IsAdmin) { Name = AskerName ?? $"discord:{Asker}" };

    /// <summary>Buttons under the progress of a long command: a reload can be ended.</summary>
    public IReadOnlyList<MessageComponent> ProgressButtons =>
        Parts is [{ Call: { Command: "reload", Text: "" } }] ? AnswerButtons.OfReload : [];
}
