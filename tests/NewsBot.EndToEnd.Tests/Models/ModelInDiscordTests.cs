using System.Text.RegularExpressions;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeModel;
using NewsBot.Models;

namespace NewsBot.EndToEnd.Tests.Models;

/// <summary>The bot in Discord with a model that behaves well and badly: one reply each, and nothing in it that is not the articles'.</summary>
[Collection(DiscordTests.Name)]
public sealed partial class ModelInDiscordTests(SeededBot seeds)
{
    private const string Question = "What did Kelmar and Orvania sign on Lake Vessen?";

    [GeneratedRegex(@"https?://[^\s)>]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\[(?<number>\d+)\](?!\()")]
    private static partial Regex Citation();

    private async Task<Newsroom> OpenAsync(FakeModelServer model)
    {
        var room = await Newsroom.OpenAsync(seeds);
        room.Also = services => Assert.Null(services.AddLanguageModel(
            new ModelSettings { Provider = ModelProvider.Compatible, Name = "fake", Endpoint = model.OpenAiAddress, Timeout = TimeSpan.FromSeconds(2) }, room.DataFolder));
        await room.StartAsync();
        return room;
    }

    [Fact]
    public async Task Whatever_the_model_does_there_is_one_sound_reply_to_each_question()
    {
        await using var model = await FakeModelServer.StartAsync();
        await using var room = await OpenAsync(model);
        var known = string.Concat(Directory.EnumerateFiles(SeededBot.Seeds, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        // Those that fail outright come last, so that they are not enough to have the model left alone.
        foreach (var behaviour in Enum.GetValues<Behaviour>().OrderBy(IsOutage))
        {
            model.Behaviour = behaviour;
            var requests = model.Requests.Count;
            var asked = room.Ana.Runs(room.General, "ask", ("question", Question));
            var answer = await asked.WaitForAnswerAsync();
            Assert.True(model.Requests.Count > requests, $"{behaviour}: the model was not asked");
            Assert.Empty(asked.Followups);
            Assert.Contains("treaty", answer.Text, StringComparison.Ordinal);
            Assert.All(Address().Matches(answer.Text), match => Assert.Contains(match.Value, known, StringComparison.Ordinal));
            foreach (var invented in (string[])["evil", "Harrowgate", "believe me", "[99]", "It is not true"])
                Assert.DoesNotContain(invented, answer.Text, StringComparison.Ordinal);
            if (IsOutage(behaviour))
                Assert.Contains("language model", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(Enum.GetValues<Behaviour>().Length, room.General.OfBot().Count);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_mention_gets_one_reply_while_the_model_hangs()
    {
        await using var model = await FakeModelServer.StartAsync(Behaviour.Hangs);
        await using var room = await OpenAsync(model);
        var mention = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var reply = await room.General.WaitForBotAsync(mention);
        Assert.Contains("took too long", reply.Text, StringComparison.Ordinal);
        Assert.Contains("treaty", reply.Text, StringComparison.Ordinal);
        Assert.Single(room.General.OfBot());
    }

    private static bool IsOutage(Behaviour behaviour) => behaviour is Behaviour.TooManyRequests or Behaviour.Overloaded or Behaviour.ServerError or Behaviour.Unauthorized or Behaviour.Hangs;
}
