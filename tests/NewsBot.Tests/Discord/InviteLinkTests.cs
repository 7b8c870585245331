using NewsBot.Discord.Model;
using NewsBot.Discord.Operation;

namespace NewsBot.Tests.Discord;

public sealed class InviteLinkTests
{
    [Fact]
    public void The_invite_asks_for_what_is_needed_and_never_for_administrator()
    {
        Assert.Equal(
            ["View Channel", "Send Messages", "Embed Links", "Read Message History", "Send Messages in Threads"],
            PermissionSets.NamesOf(InviteLink.Asked));
        Assert.Contains("client_id=42&scope=bot%20applications.commands&permissions=274877991936&", InviteLink.Of(new Snowflake(42)), StringComparison.Ordinal);
    }
}
