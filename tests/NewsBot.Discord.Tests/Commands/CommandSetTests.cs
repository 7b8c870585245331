using System.Text.Json;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Json;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Commands;

public sealed class CommandSetTests
{
    public static TheoryData<int> Changes => [.. Enumerable.Range(0, Changed.Length)];

    /// <summary>One change each.</summary>
    private static readonly Func<ApplicationCommand, ApplicationCommand>[] Changed =
    [
        c => c with { Name = "asks" },
        c => c with { Description = "Other" },
        c => c with { NameLocalizations = null },
        c => c with { NameLocalizations = new Dictionary<string, string> { ["de"] = "fragen" } },
        c => c with { DefaultMemberPermissions = Permissions.None },
        c => c with { Contexts = [CommandContext.Server] },
        c => c with { IntegrationTypes = [IntegrationType.Server, IntegrationType.User] },
        c => c with { Options = [.. c.Options!.Reverse()] },
        c => c with { Options = [c.Options![0] with { MaxLength = 400 }, .. c.Options!.Skip(1)] },
        c => c with { Options = [c.Options![0] with { Required = null }, .. c.Options!.Skip(1)] },
        c => c with { Options = [.. c.Options!.Take(2), c.Options![2] with { Choices = [.. c.Options![2].Choices!.AsEnumerable().Reverse()] }] },
    ];

    [Fact]
    public void Choices_of_an_option_that_takes_numbers_are_read_as_well()
    {
        var stored = JsonSerializer.Deserialize("""
            [{"id":"1","type":1,"name":"old","description":"x","options":[{"type":4,"name":"count","description":"y","choices":[{"name":"few","value":3},{"name":"half","value":0.5}]}]}]
            """, DiscordJson.Relaxed.IReadOnlyListApplicationCommand)!;
        Assert.Equal(["3", "0.5"], stored[0].Options![0].Choices!.Select(choice => choice.Value));
        Assert.False(CommandSet.Same(CommandSamples.Set(), stored));
    }

    [Fact]
    public void What_Discord_reads_back_with_its_additions_is_the_same_set()
    {
        var stored = JsonSerializer.Deserialize("""
            [{"id":"3","application_id":"901","version":"77","type":3,"name":"Check this","name_localizations":null,"description":"","description_localizations":null,
              "default_member_permissions":null,"dm_permission":true,"contexts":[0],"integration_types":[0],"nsfw":false},
             {"id":"2","application_id":"901","version":"77","type":1,"name":"reload","description":"Load again","default_member_permissions":"32","contexts":[0],"integration_types":[0],"options":[],"nsfw":false},
             {"id":"1","application_id":"901","version":"78","type":1,"name":"ask","name_localizations":{"de":"frage"},"description":"Ask the archive",
              "description_localizations":{"de":"Das Archiv befragen"},"default_member_permissions":null,"contexts":[1,0],"integration_types":[0],
              "options":[{"type":3,"name":"question","description":"Your question","required":true,"min_length":3,"max_length":500,"autocomplete":false},
                         {"type":3,"name":"source","description":"One source","required":false,"autocomplete":true,"choices":[]},
                         {"type":3,"name":"order","description":"Order","choices":[{"name":"Newest","name_localizations":null,"value":"new"},{"name":"Oldest","value":"old"}]}]}]
            """, DiscordJson.Relaxed.IReadOnlyListApplicationCommand)!;
        Assert.True(CommandSet.Same(CommandSamples.Set(), stored));
        Assert.True(CommandSet.Same(stored, CommandSamples.Set()));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_that_users_can_see_makes_another_set(int change)
    {
        var set = CommandSamples.Set();
        IReadOnlyList<ApplicationCommand> other = [Changed[change](set[0]), .. set.Skip(1)];
        Assert.False(CommandSet.Same(set, other));
        Assert.False(CommandSet.Same(other, set));
    }

    [Fact]
    public void A_missing_or_an_additional_command_makes_another_set()
    {
        var set = CommandSamples.Set();
        Assert.False(CommandSet.Same(set, [.. set.Skip(1)]));
        Assert.False(CommandSet.Same([], set));
        Assert.False(CommandSet.Same(set, [set[0], set[0], set[1]]));
    }
}
