using NewsBot.Discord.Model;

namespace NewsBot.Discord.Operation;

/// <summary>What the running bot knows of itself, for handlers, status and health.</summary>
internal sealed class BotState(TimeProvider time)
{
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>The bot's user, once Discord has said who it is.</summary>
    public Snowflake? Self { get; set; }

    /// <summary>The application that the bot belongs to.</summary>
    public Snowflake? Application { get; set; }

    /// <summary>Another process serves this token, and this one waits for it to end.</summary>
    public bool IsPassive { get; set; }

    /// <summary>The intents that are asked for; fewer than at first when Discord refused some.</summary>
    public Intents Intents { get; set; }

    /// <summary>What an operator has to switch on; null where nothing is missing.</summary>
    public string? MissingIntents { get; set; }
}
