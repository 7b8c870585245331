using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Chat.Conversations;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Answers;

/// <summary>What was asked: a command call without the caller.</summary>
internal sealed record AskedCall(string Command, string Text, string? Source = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>With its answer, as what can be followed up.</summary>
    public ConversationTurn? AsTurn(Answer answer)
    {
        var (command, text) = Command.Length > 0 && answer.UnderstoodAs is null ? (Command, Text) : FreeTextIntent.Of(answer.UnderstoodAs ?? Text);
        return ConversationTurn.Of(command, text, answer);
    }

    public CommandCall By(Caller caller, string conversation, string place) => new()
    {
        Command = Command,
        Text = Text,
        Source = Source,
        Published = new DateInterval(From, To),
        Caller = caller,
        Conversation = conversation,
        Place = place,
    };
}

/// <summary>An answer within a message: most messages have one, without a title.</summary>
internal sealed record AnswerPart(string? Title, Answer Answer);

/// <summary>An answer as it was given: what the message shows, and what its buttons need.</summary>
internal sealed record GivenAnswer
{
    /// <summary>Names it in the buttons.</summary>
    public required string Id { get; init; }

    public required Snowflake Asker { get; init; }

    public Snowflake? Server { get; init; }

    /// <summary>Where it is shown; null for private answers.</summary>
    public Snowflake? Channel { get; init; }

    /// <summary>The message that asked; null for commands.</summary>
    public Snowflake? Question { get; init; }

    /// <summary>Whether only the asker sees it.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>Whether it is about the bot and for admins.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether files came with the question, which were not read.</summary>
    public bool HasFiles { get; init; }

    public required IReadOnlyList<AskedCall> Calls { get; init; }

    /// <summary>Citations are numbered through all parts.</summary>
    public required IReadOnlyList<AnswerPart> Parts { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What it rests on, as it was then.</summary>
    public IReadOnlyList<CitedArticle> Cited { get; init; } = [];

    /// <summary>What of that has changed since, as far as the message says so.</summary>
    public IReadOnlyList<OutdatedSource> Outdated { get; init; } = [];

    /// <summary>How far the archive reached.</summary>
    public CorpusReach Reach { get; init; }

    public IEnumerable<Citation> Citations => Parts.SelectMany(part => part.Answer.Citations);

    /// <summary>As what can be followed up; null where nothing of it can.</summary>
    public ConversationTurn? AsTurn() => Calls.Zip(Parts).Select(pair => pair.First.AsTurn(pair.Second.Answer)).FirstOrDefault(turn => turn is not null);

    public bool IsError => Parts.All(part => part.Answer.Status == AnswerStatus.Error);

    /// <summary>The same parts with citations numbered 1, 2, 3 ... through all of them.</summary>
    public static IReadOnlyList<AnswerPart> Numbered(IReadOnlyList<AnswerPart> parts)
    {
        var numbered = new List<AnswerPart>(parts.Count);
        var before = 0;
        foreach (var part in parts)
        {
            var offset = before;
            numbered.Add(offset == 0 ? part : part with
            {
                Answer = part.Answer with
                {
                    Statements = [.. part.Answer.Statements.Select(statement => statement with { Citations = [.. statement.Citations.Select(number => number + offset)] })],
                    Citations = [.. part.Answer.Citations.Select(citation => citation with { Number = citation.Number + offset })],
                },
            });
            before += part.Answer.Citations.Count;
        }

        return numbered;
    }
}
