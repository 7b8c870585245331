using NewsBot.Core.Chat.Conversations;

namespace NewsBot.Core.Tests.Chat;

public class ConversationMemoryTests
{
    private readonly Clock _clock = new();

    private static ConversationTurn Turn(string text) => new("ask", text, null, null, null);

    [Fact]
    public void Conversations_do_not_see_each_other()
    {
        var memory = new ConversationMemory(_clock);
        memory.Keep("ana", Turn("What happened?"));
        Assert.Equal("What happened?", memory.Last("ana")?.Text);
        Assert.Null(memory.Last("ben"));
    }

    [Fact]
    public void A_call_outside_of_conversations_remembers_nothing()
    {
        var memory = new ConversationMemory(_clock);
        memory.Keep("", Turn("What happened?"));
        Assert.Null(memory.Last(""));
    }

    [Fact]
    public void An_answer_is_forgotten_after_its_time()
    {
        var memory = new ConversationMemory(_clock);
        memory.Keep("ana", Turn("What happened?"));
        _clock.Now += ConversationMemory.KeptFor + TimeSpan.FromSeconds(1);
        Assert.Null(memory.Last("ana"));
    }

    [Fact]
    public void The_longest_unused_conversation_goes_first()
    {
        var memory = new ConversationMemory(_clock);
        for (var i = 0; i < ConversationMemory.MostConversations; i++)
            memory.Keep($"c{i}", Turn("What happened?"));
        memory.Keep("c0", Turn("Why?"));
        memory.Keep("new", Turn("What happened?"));
        Assert.Null(memory.Last("c1"));
        Assert.Equal("Why?", memory.Last("c0")?.Text);
        Assert.NotNull(memory.Last("new"));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
