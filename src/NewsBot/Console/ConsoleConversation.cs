using System.Globalization;
using Microsoft.Extensions.Hosting;
using NewsBot.Batch;
using NewsBot.Composition;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;

namespace NewsBot.Console;

/// <summary>
/// The bot in a terminal: takes commands and plain questions, shows answers with their sources, and <c>/open N</c> shows
/// the paragraph that citation N of the last answer stands in. From a pipe it answers line by line, without decoration.
/// </summary>
internal sealed class ConsoleConversation(CommandRouter router, ICorpus corpus, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const string Conversation = "console";
    private readonly IConsoleScreen _screen = System.Console.IsInputRedirected || System.Console.IsOutputRedirected ? new PlainScreen() : new TerminalScreen();
    private Answer? _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host has started before the first prompt.
        try
        {
            Greet();
            await foreach (var line in _screen.ReadAsync(stoppingToken).ConfigureAwait(false))
                if (!await HandleAsync(line, stoppingToken).ConfigureAwait(false))
                    break;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Ctrl+C at the prompt.
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private void Greet()
    {
        using var snapshot = corpus.Acquire();
        _screen.Greet(string.Create(
            CultureInfo.InvariantCulture,
            $"NewsBot has read {snapshot.Counts.Articles} articles. Ask something, or /help; /open N shows a citation in its article; /quit ends."));
    }

    /// <returns>False to end the conversation.</returns>
    private async Task<bool> HandleAsync(InputLine line, CancellationToken cancellationToken)
    {
        if (line.Text is "/quit" or "/exit")
            return false;
        if (line.Problem is { } problem)
        {
            _screen.Show([new TextLine("This line is " + problem + ".", LineStyle.Problem)]);
            return true;
        }

        if (line.Text == "/open" || line.Text.StartsWith("/open ", StringComparison.Ordinal))
        {
            _screen.Show(await OpenedCitation.ShowAsync(_last, line.Text["/open".Length..].Trim(), corpus, cancellationToken).ConfigureAwait(false));
            return true;
        }

        var call = new CommandCall { Command = "", Text = line.Text, Caller = Bot.Operator, Audience = Audience.Operator, Conversation = Conversation };
        var answer = await _screen.WaitAsync(progress => router.AnswerAsync(call with { Progress = progress }, cancellationToken)).ConfigureAwait(false);
        if (answer.Citations.Count > 0)
            _last = answer;
        _screen.Show(AnswerText.Lines(answer));
        return true;
    }
}
