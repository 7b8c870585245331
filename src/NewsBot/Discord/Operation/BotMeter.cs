using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsBot.Core.Answering;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;

namespace NewsBot.Discord.Operation;

/// <summary>What operators collect: questions by command and outcome, how long they take, the queue, refusals, the gateway. Never a text or an id.</summary>
internal sealed class BotMeter
{
    public const string Name = "NewsBot";

    /// <summary>Spans "question" with "engine" and "deliver" in it.</summary>
    public static readonly ActivitySource Traces = new(Name);

    private readonly Counter<long> _questions;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _engine;

    public BotMeter(IMeterFactory meters, RequestQueue queue, RateLimits limits, IDiscordClient client, TimeProvider time)
    {
        var meter = meters.Create(Name);
        _questions = meter.CreateCounter<long>("newsbot.questions", description: "Requests that were accepted and answered, by command and outcome (answered, declined, error).");
        _duration = meter.CreateHistogram<double>("newsbot.question.duration", "s", "From the acceptance of a request to its delivered answer, by command.");
        _engine = meter.CreateHistogram<double>("newsbot.engine.duration", "s", "What of that the engine took, by command.");
        meter.CreateObservableGauge("newsbot.queue.length", () => queue.Taken, description: "Requests that wait or are worked on.");
        meter.CreateObservableGauge("newsbot.queue.capacity", () => queue.Capacity, description: "Requests that may wait or be worked on.");
        meter.CreateObservableCounter("newsbot.requests.refused", () => limits.Refused, description: "Requests refused because a user or server asked too often.");
        meter.CreateObservableGauge("newsbot.gateway.ready", () => client.Health.IsReady ? 1 : 0, description: "1 while all shards have a session.");
        meter.CreateObservableGauge("newsbot.gateway.silence", () => (client.Health.Silence(time.GetUtcNow()) ?? TimeSpan.Zero).TotalSeconds, "s", "Time since the gateway was last heard.");
        meter.CreateObservableGauge("newsbot.gateway.invalid_requests", () => client.Health.InvalidRequests, description: "Requests that Discord refused (401, 403, 429) in ten minutes.");
    }

    public void Engine(string command, TimeSpan took) => _engine.Record(took.TotalSeconds, Command(command));

    public void Answered(Request request, GivenAnswer? answer, TimeSpan took)
    {
        var command = Command(request.Parts[0].Call.Command);
        _questions.Add(1, command, new("outcome", OutcomeOf(answer)));
        _duration.Record(took.TotalSeconds, command);
    }

    private static string OutcomeOf(GivenAnswer? answer)
    {
        if (answer is null || answer.IsError)
            return "error";
        return answer.Parts.Any(part => part.Answer.Status == AnswerStatus.Answered) ? "answered" : "declined";
    }

    /// <summary>Commands are those of the menu; what is plain text has no name.</summary>
    private static KeyValuePair<string, object?> Command(string command) => new("command", command.Length == 0 ? "text" : command);
}
