using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Interactions;

public sealed class CommandTests
{
    private static JsonArray One(string command) => [JsonNode.Parse(command)];

    [Fact]
    public async Task A_set_replaces_the_one_before_and_keeps_ids()
    {
        await using var scene = await Scene.StartAsync();
        var path = $"applications/{scene.Server.Bot.Id}/commands";
        await scene.RegisterAsync();
        var before = scene.Server.RegisteredCommands().ToDictionary(command => (string)command["name"]!, command => (string)command["id"]!);
        var second = Scene.Commands();
        second.RemoveAt(1);
        second.Add(JsonNode.Parse("""{"name":"help","description":"Help"}"""));
        (await scene.Rest.PutAsync(path, second)).Is(200);
        var after = scene.Server.RegisteredCommands().ToDictionary(command => (string)command["name"]!, command => (string)command["id"]!);
        Assert.Equal(["Check this", "ask", "help"], after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(before["ask"], after["ask"]);
        Assert.Equal((2, 4), (scene.Server.CommandPuts, scene.Server.CommandsCreated));
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task A_set_that_changes_nothing_breaks_row_34()
    {
        await using var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        await scene.RegisterAsync();
        Assert.Equal([SheetRow.CommandRegistration], scene.Broken);
    }

    [Fact]
    public async Task Commands_come_back_with_defaults_filled_in_and_sorted()
    {
        await using var scene = await Scene.StartAsync();
        var path = $"applications/{scene.Server.Bot.Id}/commands";
        (await scene.Rest.PutAsync(path, One("""{"name":"ask","description":"Ask","contexts":[1,0],"name_localizations":{"de":"frage"},"options":[{"type":3,"name":"q","description":"Question","required":false,"choices":[]}]}"""))).Is(200);
        var plain = (await scene.Rest.GetAsync(path)).Is(200).Body![0]!.AsObject();
        Assert.Equal("[0,1]", plain["contexts"]!.ToJsonString());
        Assert.Equal("[0]", plain["integration_types"]!.ToJsonString());
        Assert.False((bool)plain["nsfw"]!);
        Assert.Equal(1, (int)plain["type"]!);
        Assert.False(plain["options"]![0]!.AsObject().ContainsKey("required"));
        Assert.False(plain.ContainsKey("name_localizations"));
        var localised = (await scene.Rest.GetAsync(path + "?with_localizations=true")).Is(200).Body![0]!;
        Assert.Equal("frage", (string?)localised["name_localizations"]!["de"]);
    }

    [Theory]
    [InlineData("""{"name":"Ask","description":"d"}""", "0.name")]
    [InlineData("""{"name":"a b","description":"d"}""", "0.name")]
    [InlineData("""{"name":"","description":"d"}""", "0.name")]
    [InlineData("""{"name":"ask"}""", "0.description")]
    [InlineData("""{"type":3,"name":"Check this","description":"d"}""", "0.description")]
    [InlineData("""{"name":"ask","description":"d","name_localizations":{"xx":"a"}}""", "0.name_localizations.xx")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}""", "0.options.1")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"a","description":"d"}]}""", "0.options")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}""", "0.options.0.autocomplete")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":5,"name":"a","description":"d","choices":[{"name":"x","value":"x"}]}]}""", "0.options.0.choices.0.value")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","max_length":6001}]}""", "0.options.0.max_length")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","min_value":1}]}""", "0.options.0.min_value")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":12,"name":"a","description":"d"}]}""", "0.options.0.type")]
    [InlineData("""{"name":"ask","description":"d","options":[{"type":1,"name":"a","description":"d","options":[{"type":1,"name":"b","description":"d","options":[{"type":1,"name":"c","description":"d"}]}]}]}""", "0.options.0.options.0.options.0.type")]
    [InlineData("""{"name":"ask","description":"d","default_member_permissions":32}""", "0.default_member_permissions")]
    [InlineData("""{"name":"ask","description":"d","contexts":[7]}""", "0.contexts")]
    public async Task A_command_that_breaks_a_rule_is_refused_at_its_path(string command, string path)
    {
        await using var scene = await Scene.StartAsync();
        var refused = (await scene.Rest.PutAsync($"applications/{scene.Server.Bot.Id}/commands", One(command))).Is(400, 50035);
        Assert.True(refused.ErrorAt(path) is not null, refused.Text);
        Assert.Equal([SheetRow.CommandRegistration], scene.Broken);
        Assert.Empty(scene.Server.RegisteredCommands());
    }

    [Fact]
    public async Task A_command_of_more_than_8000_characters_is_too_large()
    {
        await using var scene = await Scene.StartAsync();
        var options = Enumerable.Range(0, 4).Select(option => (JsonNode)new JsonObject
        {
            ["type"] = 3,
            ["name"] = $"o{option}",
            ["description"] = "d",
            ["choices"] = new JsonArray([.. Enumerable.Range(0, 21).Select(choice => (JsonNode)new JsonObject { ["name"] = $"{choice}", ["value"] = new string('x', 97) + choice.ToString("00") })]),
        });
        var command = new JsonObject { ["name"] = "ask", ["description"] = "d", ["options"] = new JsonArray([.. options]) };
        var refused = (await scene.Rest.PutAsync($"applications/{scene.Server.Bot.Id}/commands", new JsonArray(command))).Is(400, 50035);
        Assert.Equal("APPLICATION_COMMAND_TOO_LARGE", refused.ErrorAt("0"));
    }

    [Fact]
    public async Task There_are_at_most_100_slash_commands_15_menus_and_200_creates_a_day()
    {
        await using var scene = await Scene.StartAsync();
        var path = $"applications/{scene.Server.Bot.Id}/guilds/{scene.Guild.Id}/commands";
        scene.Server.SetBucket("PUT applications/{application}/guilds/{guild}/commands", 100, TimeSpan.FromSeconds(1));
        static JsonArray Many(int count, int type, string prefix) => new([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject { ["type"] = type, ["name"] = $"{prefix}{number}", ["description"] = type == 1 ? "d" : null })]);
        (await scene.Rest.PutAsync(path, Many(101, 1, "a"))).Is(400, 50035);
        (await scene.Rest.PutAsync(path, Many(16, 3, "a"))).Is(400, 50035);
        (await scene.Rest.PutAsync(path, Many(100, 1, "a"))).Is(200);
        (await scene.Rest.PutAsync(path, Many(100, 1, "b"))).Is(200);
        (await scene.Rest.PutAsync(path, Many(1, 1, "c"))).Is(400, 30034);
        scene.Clock.Advance(TimeSpan.FromHours(25));
        (await scene.Rest.PutAsync(path, Many(1, 1, "c"))).Is(200);
    }

    [Fact]
    public async Task Single_commands_are_made_changed_and_deleted()
    {
        await using var scene = await Scene.StartAsync();
        var path = $"applications/{scene.Server.Bot.Id}/commands";
        var made = (await scene.Rest.PostAsync(path, JsonNode.Parse("""{"name":"ask","description":"d"}"""))).Is(201);
        (await scene.Rest.PostAsync(path, JsonNode.Parse("""{"name":"ask","description":"e"}"""))).Is(200);
        var one = $"{path}/{made.Body!["id"]}";
        (await scene.Rest.PatchAsync(one, JsonNode.Parse("""{"description":"f"}"""))).Is(200);
        Assert.Equal("f", (string?)(await scene.Rest.GetAsync(one)).Is(200).Body!["description"]);
        (await scene.Rest.DeleteAsync(one)).Is(204);
        (await scene.Rest.GetAsync(one)).Is(404, 10063);
    }
}
