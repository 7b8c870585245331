using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using NewsBot.Models.Budget;
using NewsBot.Models.Prompts;
using Polly;
using Polly.CircuitBreaker;

namespace NewsBot.Models.Calling;

/// <summary>
/// The configured model: fills in a prompt, calls, and comes back with text or with why there is none. Never later than
/// the time the settings allow. After several failures it is left alone for a while.
/// </summary>
internal sealed class LanguageModel : IDisposable
{
    private const double FailureRatio = 0.5;
    private const int FewestCalls = 4;
    private const int CharactersPerToken = 8;
    private const int BadRequest = 400;
    private static readonly TimeSpan Sampling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ModelSettings _settings;
    private readonly UsageLedger _ledger;
    private readonly TimeProvider _time;
    private readonly ILogger<LanguageModel> _logger;
    private readonly IChatClient _provider;
    private readonly SemaphoreSlim _places;
    private readonly CircuitBreakerStateProvider _breakerState = new();
    private readonly ResiliencePipeline _breaker;
    private AnswerForm _form = AnswerForm.Schema;

    public LanguageModel(ModelSettings settings, UsageLedger ledger, TimeProvider time, ILogger<LanguageModel> logger)
    {
        _settings = settings;
        _ledger = ledger;
        _time = time;
        _logger = logger;
        _provider = ChatClients.Open(settings, time);
        _places = new SemaphoreSlim(settings.ConcurrentCalls);
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = FewestCalls,
                SamplingDuration = Sampling,
                BreakDuration = Pause,
                StateProvider = _breakerState,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not (null or OperationCanceledException or OverBudgetException or NoPlaceException)),
            })
            .Build();
    }

    /// <summary>Starts the time that the model has for one answer, in however many calls.</summary>
    /// <returns>What the calls for this answer are given.</returns>
    public long Begin() => _time.GetTimestamp();

    /// <summary>Whether calls are made at present.</summary>
    public bool IsPaused => _breakerState.CircuitState == CircuitState.Open;

    /// <param name="prompt">The prompt.</param>
    /// <param name="values">Its variables.</param>
    /// <param name="account">Who pays.</param>
    /// <param name="tools">Lookups that the model may make before it answers; null for none.</param>
    /// <param name="begun">What <see cref="Begin"/> gave for this answer.</param>
    /// <param name="cancellationToken">Ends the call; nobody waits for the answer any more.</param>
    public async Task<ModelReply> AskAsync(
        Prompt prompt, IReadOnlyDictionary<string, string> values, string account, KernelPlugin? tools, long begun, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var left = _settings.Timeout - _time.GetElapsedTime(begun);
        if (left <= TimeSpan.Zero)
            return new ModelReply("", ModelFailure.TookTooLong);
        using var limit = new CancellationTokenSource(left, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reply = await TryAsync(prompt, values, account, tools, stop.Token, cancellationToken).ConfigureAwait(false);
        var elapsed = _time.GetElapsedTime(start);
        ModelMeter.Answer(prompt.Name, reply.Failure, elapsed);
        _logger.LogDebug(
            "The model was asked with {Prompt}: {Outcome} after {Elapsed} ms, {Length} characters",
            prompt.Name, reply.Failure?.ToString() ?? (reply.IsCut ? "cut" : "answered"), elapsed.TotalMilliseconds, reply.Text.Length);
        return reply;
    }

    public void Dispose()
    {
        _provider.Dispose();
        _places.Dispose();
    }

    private async Task<ModelReply> TryAsync(
        Prompt prompt, IReadOnlyDictionary<string, string> values, string account, KernelPlugin? tools, CancellationToken stop, CancellationToken caller)
    {
        try
        {
            return await _breaker.ExecuteAsync(async _ => await InFormAsync(prompt, values, account, tools, stop, caller).ConfigureAwait(false), caller).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            caller.ThrowIfCancellationRequested();
            var failure = exception switch
            {
                TimeoutException => ModelFailure.TookTooLong,
                OverBudgetException => ModelFailure.OverBudget,
                NoPlaceException => ModelFailure.Busy,
                _ => ModelFailure.Unavailable,
            };
            // The exception's own text may hold what was sent or received.
            _logger.LogWarning("The language model gave no answer: {Failure} ({Kind}, status {Status})", failure, exception.GetType().Name, StatusOf(exception));
            return new ModelReply("", failure, HasRefused: StatusOf(exception) == BadRequest);
        }
    }

    /// <summary>A server that turns a form of answer down is asked again without, and from then on.</summary>
    private async Task<ModelReply> InFormAsync(
        Prompt prompt, IReadOnlyDictionary<string, string> values, string account, KernelPlugin? tools, CancellationToken stop, CancellationToken caller)
    {
        while (true)
        {
            var form = _form;
            try
            {
                return await CallAsync(prompt, values, account, tools, form, stop, caller).ConfigureAwait(false);
            }
            catch (Exception exception) when (StatusOf(exception) == BadRequest && form < AnswerForm.Plain && tools is null)
            {
                _form = form + 1;
            }
            catch (OperationCanceledException) when (!caller.IsCancellationRequested)
            {
                throw new TimeoutException();
            }
        }
    }

    private async Task<ModelReply> CallAsync(
        Prompt prompt, IReadOnlyDictionary<string, string> values, string account, KernelPlugin? tools, AnswerForm form, CancellationToken stop, CancellationToken caller)
    {
        var streamed = new StreamedChatClient(_provider, _settings.AnswerTokens * CharactersPerToken, caller);
        var metered = new MeteredChatClient(streamed, _ledger, account, _settings.AnswerTokens, _places);
        var formed = new ConfigureOptionsChatClient(metered, options => Form(options, form, prompt, tools is not null));
        // None of these is disposed of: that would close the provider, which outlives the call.
        IChatClient client = tools is null ? formed : new FunctionInvokingChatClient(formed)
        {
            MaximumIterationsPerRequest = _settings.PlanSteps,
            MaximumConsecutiveErrorsPerRequest = 1,
            FunctionInvoker = InvokeAsync,
        };
        await using var services = new ServiceCollection().AddSingleton(client).BuildServiceProvider();
        var kernel = new Kernel(services);
        if (tools is not null)
            kernel.Plugins.Add(tools);
        var result = await prompt.Function.InvokeAsync(kernel, prompt.Arguments(values, tools), stop).ConfigureAwait(false);
        var response = result.GetValue<ChatResponse>()!;
        var isCut = response.FinishReason == ChatFinishReason.Length;
        var text = StreamedChatClient.TextOf(response);
        return text.Length == 0 && isCut ? throw new TimeoutException() : new ModelReply(text, null, isCut);
    }

    /// <summary>What a lookup returns goes to the model as it is, not as JSON of JSON.</summary>
    private static async ValueTask<object?> InvokeAsync(Microsoft.Extensions.AI.FunctionInvocationContext context, CancellationToken cancellationToken) =>
        await context.Function.InvokeAsync(context.Arguments, cancellationToken).ConfigureAwait(false) is var result && result is JsonElement { ValueKind: JsonValueKind.String } text
            ? text.GetString()
            : result;

    private void Form(ChatOptions options, AnswerForm form, Prompt prompt, bool hasTools)
    {
        options.ModelId = null; // The prompt does not decide about the model.
        options.MaxOutputTokens = _settings.AnswerTokens;
        if (form == AnswerForm.Plain)
            options.Temperature = null;
        // A forced form would keep many servers from calling tools.
        options.ResponseFormat = hasTools ? null : form switch
        {
            AnswerForm.Schema when prompt.AsksForStatements => AnswerSchema.Format,
            AnswerForm.Schema or AnswerForm.Object => ChatResponseFormat.Json,
            _ => null,
        };
    }

    private static int? StatusOf(Exception exception) => exception switch
    {
        ClientResultException result => result.Status,
        HttpRequestException { StatusCode: { } status } => (int)status,
        _ => null,
    };
}
