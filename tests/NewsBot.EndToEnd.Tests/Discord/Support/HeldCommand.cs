using System.Collections.Concurrent;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.EndToEnd.Tests.Discord.Support;

/// <summary>A command that a test holds back, or lets fail: <c>/held TEXT</c>.</summary>
internal sealed class HeldCommand : ICommand
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<CommandCall> _calls = new();
    private int _entered;

    public CommandDefinition Definition { get; } = new("held", "Waits until it is released", "TEXT", "anything");

    /// <summary>Calls that have begun.</summary>
    public int Entered => Volatile.Read(ref _entered);

    /// <summary>The calls that have begun, in their order.</summary>
    public IReadOnlyList<CommandCall> Calls => [.. _calls];

    /// <summary>Whether a call goes on waiting when it is cancelled.</summary>
    public bool IgnoresCancellation { get; init; }

    public void Release() => _released.TrySetResult();

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        _calls.Enqueue(context.Call);
        Interlocked.Increment(ref _entered);
        await _released.Task.WaitAsync(IgnoresCancellation ? CancellationToken.None : cancellationToken);
        return context.Text == "fail" ? throw new InvalidOperationException("secret details of a failure") : AnswerDraft.Say("released: " + context.Text);
    }
}
