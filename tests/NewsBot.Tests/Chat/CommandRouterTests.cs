using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Storage;

namespace NewsBot.Tests.Chat;

/// <summary>The one boundary of every command, over a real store.</summary>
public sealed class CommandRouterTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 3, 14, 12, 0, 0, TimeSpan.Zero));
    private readonly LoggedLines _log = new();
    private CorpusStore _corpus = null!;

    public async Task InitializeAsync() => _corpus = (await CorpusStore.OpenAsync(_folder, _time, NullLoggerFactory.Instance, CancellationToken.None)).Corpus!;

    public Task DisposeAsync()
    {
        _corpus.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private CommandRouter Router(params ICommand[] commands) =>
        new(commands, _corpus, new AnswerGate(NullLogger<AnswerGate>.Instance), _time, TimeSpan.FromSeconds(20), _log);

    private static CommandCall Call(string command, string text = "x", bool isAdmin = false) =>
        new() { Command = command, Text = text, Caller = new Caller("someone", isAdmin) };

    [Fact]
    public async Task A_failing_command_gives_a_plain_sentence_with_a_reference_that_the_log_has()
    {
        var answer = await Router(new Failing()).AnswerAsync(Call("broken"), CancellationToken.None);
        Assert.Equal(AnswerStatus.Error, answer.Status);
        Assert.DoesNotContain("the disk", answer.Message, StringComparison.Ordinal);
        var reference = answer.Message!.Split("reference ")[1].TrimEnd('.');
        Assert.Contains(_log.Lines, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("the disk caught fire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_ended_at_the_deadline()
    {
        var answering = Router(new Endless()).AnswerAsync(Call("endless"), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(answering.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        var answer = await answering.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(AnswerStatus.Error, answer.Status);
        Assert.Contains("too long", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_command_is_refused_to_others_and_never_run()
    {
        var secret = new AdminOnly();
        var answer = await Router(secret).AnswerAsync(Call("secret"), CancellationToken.None);
        Assert.Equal(AnswerStatus.Error, answer.Status);
        Assert.False(secret.HasRun);
        Assert.Equal(AnswerStatus.Answered, (await Router(secret).AnswerAsync(Call("secret", isAdmin: true), CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_call_without_the_text_it_needs_is_told_how_to_do_it()
    {
        var answer = await Router(new Failing()).AnswerAsync(Call("broken", text: " "), CancellationToken.None);
        Assert.Contains("/broken THING", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_rests_on_nothing_never_gets_out()
    {
        var answer = await Router(new Inventing()).AnswerAsync(Call("invent"), CancellationToken.None);
        Assert.Equal(AnswerStatus.Declined, answer.Status);
        Assert.Empty(answer.Statements);
        Assert.DoesNotContain("moon", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_caller_gives_up_nothing_is_made_of_it() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Router(new Endless()).AnswerAsync(Call("endless"), new CancellationToken(canceled: true)));

    [Fact]
    public void Two_commands_of_one_name_do_not_start() => Assert.ThrowsAny<ArgumentException>(() => Router(new Failing(), new Failing()));

    private sealed class Failing : ICommand
    {
        public CommandDefinition Definition { get; } = new("broken", "", "THING", "it");

        public Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken) =>
            throw new IOException("the disk caught fire");
    }

    private sealed class Endless : ICommand
    {
        public CommandDefinition Definition { get; } = new("endless", "", "", "");

        public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new AnswerDraft();
        }
    }

    private sealed class AdminOnly : ICommand
    {
        public CommandDefinition Definition { get; } = new("secret", "", "", "", AdminOnly: true);

        public bool HasRun { get; private set; }

        public Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
        {
            HasRun = true;
            return Task.FromResult(AnswerDraft.Say("done"));
        }
    }

    private sealed class Inventing : ICommand
    {
        public CommandDefinition Definition { get; } = new("invent", "", "", "");

        public Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new AnswerDraft { Statements = [new DraftStatement("The moon is new.", StatementKind.Paraphrase, [])] });
    }

    private sealed class LoggedLines : ILogger<CommandRouter>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
