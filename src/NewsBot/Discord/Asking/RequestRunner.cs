using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Operation;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Asking;

/// <summary>
/// Works on one request: asks the engine, keeps the answer for its buttons, delivers it. Whatever happens, one message
/// ends it: the answer, "that took too long", or "I am being restarted".
/// </summary>
internal sealed class RequestRunner(
    CommandRouter router,
    ICorpus corpus,
    ISourceAccess access,
    AnswerStore answers,
    StatusReport status,
    QuestionsInHand questions,
    BotMeter meter,
    Composition.BotOptions options,
    TimeProvider time,
    ILogger<RequestRunner> logger)
{
    /// <summary>How much longer than the engine's own deadline an answer is waited for, in case something in it does not end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How long the delivery may take once the bot is going down.</summary>
    private static readonly TimeSpan LastDelivery = TimeSpan.FromSeconds(1.5);

    /// <summary>Answers, and answers anew as long as the question is edited meanwhile.</summary>
    public async Task RunAsync(Request request, CancellationToken stop)
    {
        if (request.InHand is not { } question)
        {
            await AnswerOnceAsync(request, stop).ConfigureAwait(false);
            return;
        }

        try
        {
            string text;
            do
            {
                text = question.Text;
                await AnswerOnceAsync(request with { Parts = [.. request.Parts.Select(part => part with { Call = part.Call with { Text = text } })] }, stop).ConfigureAwait(false);
            }
            while (!question.TryClose(text) && !stop.IsCancellationRequested);
        }
        finally
        {
            questions.Remove(request.Question!.Value, question);
        }
    }

    private async Task AnswerOnceAsync(Request request, CancellationToken stop)
    {
        using var trace = BotMeter.Traces.StartActivity("question");
        AnswerMessage message;
        GivenAnswer? given;
        await using (request.Place.ShowWorking().ConfigureAwait(false))
            (message, given) = await PrepareAsync(request, stop).ConfigureAwait(false);
        if (request.InHand is { } question && (question.IsClosed || question.Text != request.Parts[0].Call.Text) && !stop.IsCancellationRequested)
            return; // It is gone, or asks something else by now.

        await DeliverAsync(request, message, given, stop).ConfigureAwait(false);
        meter.Answered(request, given, time.GetElapsedTime(request.AcceptedAt));
    }

    private async Task DeliverAsync(Request request, AnswerMessage message, GivenAnswer? given, CancellationToken stop)
    {
        using var trace = BotMeter.Traces.StartActivity("deliver");
        using var delivery = new CancellationTokenSource(stop.IsCancellationRequested ? LastDelivery : Timeout.InfiniteTimeSpan, time);
        await using var hurry = stop.Register(() => delivery.CancelAfter(LastDelivery));
        try
        {
            var shown = await request.Place.DeliverAsync(message, delivery.Token).ConfigureAwait(false);
            if (given is not null && shown is { } id)
                answers.ShownAs(given.Id, id);
        }
        catch (OperationCanceledException) when (delivery.IsCancellationRequested)
        {
            logger.LogWarning("An answer could not be delivered before the end");
        }
    }

    /// <summary>The message to deliver, and the answer in it; whatever goes wrong, there is a message.</summary>
    private async Task<(AnswerMessage Message, GivenAnswer? Given)> PrepareAsync(Request request, CancellationToken stop)
    {
        try
        {
            var given = await AnswerAsync(request, stop).ConfigureAwait(false);
            var message = AnswerMessage.Of(given);
            answers.Add(given);
            return (message, given);
        }
        catch (Exception exception)
        {
            return (AnswerMessage.Failure(WentWrong(exception)), null);
        }
    }

    private async Task<GivenAnswer> AnswerAsync(Request request, CancellationToken stop)
    {
        var parts = new List<AnswerPart>(request.Parts.Count);
        foreach (var part in request.Parts)
            parts.Add(new AnswerPart(part.Title, await AnswerAsync(request, part.Call, stop).ConfigureAwait(false)));
        var given = new GivenAnswer
        {
            Id = AnswerStore.NewId(),
            Asker = request.Asker,
            Server = request.Server,
            Channel = request.Place.IsPrivate ? null : request.Channel,
            Question = request.Question,
            IsPrivate = request.Place.IsPrivate,
            IsAdmin = request.IsAdminCommand,
            Calls = [.. request.Parts.Select(part => part.Call)],
            Parts = GivenAnswer.Numbered(parts),
            HasFiles = request.HasFiles,
            At = time.GetUtcNow(),
        };
        using var snapshot = corpus.Acquire(access.HiddenFrom(request.Audience));
        return given with { Reach = snapshot.Reach, Cited = await CitedArticle.OfAsync(snapshot, given.Citations, CancellationToken.None).ConfigureAwait(false) };
    }

    private async Task<Answer> AnswerAsync(Request request, AskedCall asked, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            return Restarting();
        var limit = request.IsAdminCommand ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(options.DeadlineSeconds) + Grace;
        using var trace = BotMeter.Traces.StartActivity("engine");
        var begun = time.GetTimestamp();
        var call = asked.By(request.Caller, request.Conversation, request.PlaceName) with { Audience = request.Audience, Follows = request.Follows?.AsTurn(), Began = request.Began?.AsTurn(), Progress = new Progress(request, stop) };
        try
        {
            // On a thread of the pool: what the engine does before its first wait must not hold the worker beyond the limit.
            var answer = await Task.Run(() => router.AnswerAsync(call, stop), stop).WaitAsync(limit, time, stop).ConfigureAwait(false);
            meter.Engine(asked.Command, time.GetElapsedTime(begun));
            return asked.Command == "status" && answer.Status == AnswerStatus.Answered
                ? await status.AddToAsync(answer, request, stop).ConfigureAwait(false)
                : answer;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Restarting();
        }
        catch (TimeoutException)
        {
            return Failed($"That took too long. Please try again, or ask for less at once (reference {Reference("took too long", null)}).");
        }
        catch (Exception exception)
        {
            return Failed(WentWrong(exception));
        }
    }

    private string WentWrong(Exception exception) =>
        $"Something went wrong on my side. An operator can find it under reference {Reference("failed", exception)}.";

    private string Reference(string what, Exception? exception)
    {
        var reference = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6);
        logger.LogError(exception, "A request {What} (reference {Reference})", what, reference);
        return reference;
    }

    private static Answer Restarting() => Failed("I am being restarted and did not get to this. Please ask again in a minute.");

    private static Answer Failed(string message) => new() { Status = AnswerStatus.Error, Message = message };

    /// <summary>Shows what a long command says of itself; the place leaves out what comes too fast.</summary>
    private sealed class Progress(Request request, CancellationToken stop) : IProgress<string>
    {
        private int _showing;

        public void Report(string value)
        {
            if (!stop.IsCancellationRequested && Interlocked.Exchange(ref _showing, 1) == 0)
                _ = ShowAsync(value);
        }

        private async Task ShowAsync(string value)
        {
            try
            {
                await request.Place.ShowProgressAsync(value, request.ProgressButtons, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Going down: the last message follows.
            }
            finally
            {
                Volatile.Write(ref _showing, 0);
            }
        }
    }
}
