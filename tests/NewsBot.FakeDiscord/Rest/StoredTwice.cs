using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>Finds what a client stored twice because the answer to the first try was lost.</summary>
internal sealed class StoredTwice(Conduct conduct, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private readonly List<(string Key, DateTimeOffset At)> lost = [];

    /// <summary>How many messages were stored a second time.</summary>
    public int Duplicates { get; private set; }

    public void CheckMessage(Channel channel, RestCall call) => Check(SheetRow.Nonce, $"message {channel.Id} {Body(call)}", call);

    /// <summary>The client asked again and was given what it had stored: all is well.</summary>
    public void FoundAgain(Channel channel, RestCall call) => lost.RemoveAll(item => item.Key == $"message {channel.Id} {Body(call)}");

    public void CheckFollowup(FakeInteraction interaction, RestCall call) => Check(SheetRow.FaultsAfterStoring, $"followup {interaction.Id} {Body(call)}", call);

    private void Check(SheetRow row, string key, RestCall call)
    {
        var now = time.GetUtcNow();
        lost.RemoveAll(item => now - item.At > Remembered);
        if (lost.RemoveAll(item => item.Key == key) > 0)
        {
            Duplicates++;
            conduct.Violate(row, "stored again what had been stored when the answer was lost");
        }

        if (call.AnswerWillBeLost)
            lost.Add((key, now));
    }

    private static string Body(RestCall call)
    {
        var body = (JsonObject)call.Body.DeepClone();
        body.Remove("nonce");
        return body.ToJsonString();
    }
}
