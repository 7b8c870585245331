using NewsBot.Discord.Asking;
using NewsBot.Discord.Menu;
using NewsBot.Discord.Model;

namespace NewsBot.Tests.Discord.Asking;

public sealed class AddressedTests
{
    private static readonly Snowflake Self = new(9);
    private static readonly Snowflake Role = new(77);

    [Theory]
    [InlineData("<@9> who won?", "who won?")]
    [InlineData("<@!9>who won?", "who won?")]
    [InlineData("who won, <@9>?", "who won,  ?")]
    [InlineData("<@9> what did <@5> mean?", "what did <@5> mean?")]
    public void A_mention_is_a_question_without_the_mention(string content, string text) =>
        Assert.Equal((Address.Question, text), Addressed.Read(Mention(content), Self, Role));

    [Fact]
    public void A_mention_alone_is_bare_and_a_role_without_its_text_unreadable()
    {
        Assert.Equal(Address.Bare, Addressed.Read(Mention("<@9>"), Self, Role).Address);
        Assert.Equal(Address.Unreadable, Addressed.Read(Plain("") with { MentionRoles = [Role] }, Self, Role).Address);
        Assert.Equal(Address.None, Addressed.Read(Plain("") with { MentionRoles = [Role] }, Self, null).Address);
    }

    [Fact]
    public void Bots_webhooks_notices_and_messages_to_nobody_are_not_for_the_bot()
    {
        Assert.Equal(Address.None, Addressed.Read(Plain("who won?"), Self, Role).Address);
        Assert.Equal(Address.None, Addressed.Read(Plain("hey") with { MentionEveryone = true }, Self, Role).Address);
        Assert.Equal(Address.None, Addressed.Read(Mention("<@9> x") with { WebhookId = new Snowflake(3) }, Self, Role).Address);
        Assert.Equal(Address.None, Addressed.Read(Mention("<@9> x") with { Author = new User { Id = new Snowflake(4), Bot = true } }, Self, Role).Address);
        Assert.Equal(Address.None, Addressed.Read(Mention("<@9> x") with { Type = (MessageType)7 }, Self, Role).Address);
        Assert.Equal(Address.Question, Addressed.Read(Plain("x") with { GuildId = null }, Self, null).Address);
    }

    [Fact]
    public void A_message_to_check_is_its_quotes_and_the_claims_beside_them()
    {
        var parts = MessageCheck.Of("<@5> He said \"we came to keep a lake alive\" yesterday. https://x.example/y The treaty was signed in the capital of Orvania.");
        Assert.Equal(["quote", "ask"], parts.Select(part => part.Call.Command));
        Assert.Equal("\"we came to keep a lake alive\"", parts[0].Call.Text);
        Assert.DoesNotContain("https", parts[1].Call.Text, StringComparison.Ordinal);
        Assert.Empty(MessageCheck.Of("lol ok"));
    }

    private static Message Plain(string content) => new()
    {
        Id = new Snowflake(1),
        ChannelId = new Snowflake(2),
        GuildId = new Snowflake(3),
        Author = new User { Id = new Snowflake(5) },
        Content = content,
    };

    private static Message Mention(string content) => Plain(content) with { Mentions = [new User { Id = Self }] };
}
