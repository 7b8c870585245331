using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace NewsBot.FakeModel.Protocol;

/// <summary>A text in the pieces in which it is sent, with the pauses and the end that the behaviour wants.</summary>
internal static class Pieces
{
    private const int Usual = 40;
    private const int Few = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Breaks the connection, once what was sent has had time to arrive.</summary>
    public static async Task BreakAsync(HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        await Task.Delay(Pause, TimeProvider.System, context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }

    public static async IAsyncEnumerable<string> OfAsync(string text, Behaviour behaviour, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = behaviour == Behaviour.SlowStream ? Few : Usual;
        var end = behaviour == Behaviour.HalfAnAnswer ? text.Length / 2 : text.Length;
        for (var at = 0; at < end; at += size)
        {
            if (behaviour == Behaviour.SlowStream)
                await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            yield return text.Substring(at, Math.Min(size, end - at));
        }

        while (behaviour == Behaviour.EndlessStream)
        {
            await Task.Yield();
            yield return " and so on and on";
        }
    }
}
