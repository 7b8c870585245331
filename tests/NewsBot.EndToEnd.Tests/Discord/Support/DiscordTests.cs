using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests.Discord.Support;

/// <summary>Tests of the bot in Discord: they share the data folder that each takes its copy of.</summary>
[CollectionDefinition(Name)]
public sealed class DiscordTests : ICollectionFixture<SeededBot>
{
    public const string Name = "Discord";
}
