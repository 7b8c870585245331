using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;
using NewsBot.FakeModel;

namespace NewsBot.Tests.Models;

/// <summary>What a model changes about answers, and what it does not.</summary>
public sealed class ModelWriterTests
{
    private const string Question = "What did the dockers in Vellmar do?";

    [Fact]
    public async Task A_faithful_model_words_the_answer_and_its_words_are_cited()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        var answer = await bot.Archive.AskAsync(Question);
        Soundness.Holds(answer);
        Assert.False(Soundness.IsNoted(answer));
        Assert.Contains(answer.Statements, statement => statement.Kind == StatementKind.Paraphrase && statement.Text.StartsWith("The union said that dockers in the port", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_short_answer_stays_first_and_is_the_one_that_code_found()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        var answer = await bot.Archive.AskAsync("How many dockers joined the strike?");
        Assert.Equal("620 dockers", answer.ShortAnswer);
        Assert.Equal("**620 dockers**", answer.Statements[0].Text);
        Assert.True(answer.Statements.Count > 1);
    }

    [Fact]
    public async Task Of_a_question_in_parts_the_model_is_asked_once_and_what_was_not_found_stays_named()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        await bot.Archive.AskAsync("How many dockers joined the strike?");
        var single = bot.Model.Requests.Count;
        const string both = "How many dockers joined the strike and who invented the chess clock?";
        var answer = await bot.Archive.AskAsync(both);

        Assert.Equal(2 * single, bot.Model.Requests.Count);
        Assert.Contains(bot.Model.Requests, request => request.Body.Contains(both, StringComparison.Ordinal));
        Assert.Equal("**620 dockers**", answer.Statements[0].Text);
        Assert.Contains("Not found in the articles: who invented the chess clock.", answer.Notes);
        Soundness.Holds(answer);
    }

    [Fact]
    public async Task No_part_of_a_question_goes_without_its_answer_when_the_model_tells_of_another()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.TellsOneThing);
        const string both = "How many dockers joined the strike and who is the harbour master of Vellmar?";
        var extract = await bot.Archive.AskAsync(both, with: call => call with { AsExtracts = true });
        var worded = await bot.Archive.AskAsync(both);

        Assert.True(extract.Statements.Count > 1);
        Assert.All(extract.Statements, statement => Assert.Contains(worded.Citations, citation => statement.Citations.Any(number => extract.Citations[number - 1].Passage == citation.Passage)));
        Soundness.Holds(worded);
    }

    [Theory]
    [InlineData("Who won the chess tournament?")]
    [InlineData("/summary the chess tournament in Zandoria")]
    [InlineData("/whosaid the king has left the building")]
    public async Task What_the_articles_do_not_tell_is_declined_without_asking_the_model(string question)
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        Assert.Equal(AnswerStatus.Declined, (await bot.Archive.AskAsync(question)).Status);
        Assert.Empty(bot.Model.Requests);
    }

    [Fact]
    public async Task The_events_of_a_timeline_keep_their_order_and_dates()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        var worded = await bot.Archive.AskAsync("/timeline Vellmar strike");
        var extract = await bot.Archive.AskAsync("/timeline Vellmar strike", with: call => call with { AsExtracts = true });
        static string Label(Statement statement) => statement.Text[..(statement.Text.IndexOf(']', StringComparison.Ordinal) + 1)];
        Assert.Equal(extract.Statements.Select(Label), worded.Statements.Select(Label));
        Assert.Equal(extract.Citations, worded.Citations);
        Assert.Contains(worded.Statements, statement => statement.Kind == StatementKind.Paraphrase);
    }

    [Fact]
    public async Task The_model_never_sees_an_address()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        await bot.Archive.AskAsync(Question);
        Assert.NotEmpty(bot.Model.Requests);
        Assert.All(bot.Model.Requests, request => Assert.DoesNotContain("wire.example", request.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_asker_is_told_what_is_being_done()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        var told = new Told();
        var answer = await bot.Archive.AskAsync(Question, with: call => call with { Progress = told });
        Assert.Equal("Searching the articles", told.Lines[0]);
        Assert.Matches(@"^Checking \d statements?$", told.Lines[^1]);
        Assert.DoesNotContain(told.Lines, line => answer.Statements.Any(statement => line.Contains(statement.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_knows_no_forms_of_answers_is_asked_without_from_then_on()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.KnowsNoForms);
        Assert.False(Soundness.IsNoted(await bot.Archive.AskAsync(Question)));
        Assert.Equal(3, bot.Model.Requests.Count);
        Assert.False(Soundness.IsNoted(await bot.Archive.AskAsync(Question)));
        Assert.Equal(4, bot.Model.Requests.Count);
    }

    [Fact]
    public async Task After_several_failures_the_model_is_left_alone_and_the_status_says_so()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.ServerError);
        Assert.Contains("in use", (await bot.Archive.AskAsync("/status")).Message, StringComparison.Ordinal);
        for (var i = 0; i < 4; i++)
            await bot.Archive.AskAsync(Question);
        var asked = bot.Model.Requests.Count;
        var answer = await bot.Archive.AskAsync(Question);
        Assert.True(Soundness.IsNoted(answer));
        Assert.Equal(asked, bot.Model.Requests.Count);
        Assert.Contains("paused after failures", (await bot.Archive.AskAsync("/status")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_the_budget_of_a_server_answers_are_extracts_with_a_note_and_other_servers_go_on()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful, settings => settings with { ServerTokensPerDay = 4000 });
        Answer last;
        var asked = 0;
        do
            last = await bot.Archive.AskAsync(Question, with: call => call with { Audience = new Audience("one") });
        while (!Soundness.IsNoted(last) && ++asked < 20);
        Assert.InRange(asked, 1, 19);
        Assert.Contains(last.Notes, note => note.Contains("budget", StringComparison.Ordinal));
        var requests = bot.Model.Requests.Count;
        await bot.Archive.AskAsync(Question, with: call => call with { Audience = new Audience("one") });
        Assert.Equal(requests, bot.Model.Requests.Count);
        Assert.False(Soundness.IsNoted(await bot.Archive.AskAsync(Question, with: call => call with { Audience = new Audience("two") })));
    }

    [Fact]
    public async Task A_question_that_compares_people_is_answered_from_several_lookups()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful);
        var answer = await bot.Archive.AskAsync("Compare what Petra Holm and Lena Fisk said.");
        Soundness.Holds(answer);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains(bot.Model.Requests, request => request.Body.Contains("\"tool_calls\"", StringComparison.Ordinal));
        Assert.Equal(2, answer.Citations.Select(citation => citation.Article).Distinct().Count());
    }

    [Fact]
    public async Task A_model_that_hangs_over_its_plan_is_not_asked_a_second_time_for_the_same_answer()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Hangs, settings => settings with { Timeout = TimeSpan.FromSeconds(1) });
        var answer = await bot.Archive.AskAsync("Compare what Petra Holm and Ivo Brandt said about the strike in Vellmar.");
        Soundness.Holds(answer);
        Assert.Single(bot.Model.Requests);
        Assert.Equal(answer.Status == AnswerStatus.Answered, Soundness.IsNoted(answer));
    }

    [Fact]
    public async Task A_model_that_never_stops_looking_things_up_is_stopped()
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.CallsToolsForever);
        Soundness.Holds(await bot.Archive.AskAsync("Compare what Petra Holm and Lena Fisk said."));
        Assert.InRange(bot.Model.Requests.Count, 2, 8);
    }

    [Theory]
    [InlineData(Behaviour.Faithful, true)]
    [InlineData(Behaviour.InventsNames, false)]
    [InlineData(Behaviour.ServerError, false)]
    [InlineData(Behaviour.Hangs, false)]
    public async Task A_follow_up_that_no_pattern_knows_is_completed_from_the_conversation_alone(Behaviour behaviour, bool isCompleted)
    {
        await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful, settings => settings with { Timeout = TimeSpan.FromSeconds(1) });
        await bot.Archive.AskAsync(Question, with: call => call with { Conversation = "ana" });
        bot.Model.Behaviour = behaviour;
        var answer = await bot.Archive.AskAsync("Who lost money there on the first day?", with: call => call with { Conversation = "ana" });
        Soundness.Holds(answer);
        Assert.Equal(isCompleted ? "Who lost money in Vellmar on the first day?" : null, answer.UnderstoodAs);
    }

    [Fact]
    public async Task A_reload_reads_the_prompts_again_and_reports_a_broken_one_while_the_last_good_one_stays()
    {
        var prompts = Directory.CreateTempSubdirectory("newsbot-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "prompts"), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(prompts, Path.GetRelativePath(Path.Combine(Repository.Root, "prompts"), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            await using var bot = await ModelArchive.OpenAsync(Behaviour.Faithful, settings => settings with { Prompts = prompts });
            var ask = Path.Combine(prompts, "ask", "skprompt.txt");
            var good = await File.ReadAllTextAsync(ask);
            await File.WriteAllTextAsync(ask, good.Replace("{{$evidence}}", "\n{{$evidense}}", StringComparison.Ordinal));
            Assert.Matches(@"failed .*skprompt\.txt\(\d+\): there is no variable \$evidense", (await bot.Archive.AskAsync("/reload")).Message);
            Assert.False(Soundness.IsNoted(await bot.Archive.AskAsync(Question)));

            await File.WriteAllTextAsync(ask, good.Replace("You word answers", "Thou wordest answers", StringComparison.Ordinal));
            Assert.DoesNotContain("skprompt", (await bot.Archive.AskAsync("/reload")).Message, StringComparison.Ordinal);
            await bot.Archive.AskAsync(Question);
            Assert.Contains("Thou wordest", bot.Model.Requests[^1].Body, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(prompts, recursive: true);
        }
    }

    [Fact]
    public async Task Logs_hold_neither_prompts_nor_questions_nor_keys_whatever_happens()
    {
        var log = new CapturedLog();
        await using var bot = await ModelArchive.OpenAsync(
            Behaviour.Faithful,
            settings => settings with { Timeout = TimeSpan.FromSeconds(1) },
            services => services.AddSingleton<ILoggerFactory>(log).AddSingleton(typeof(ILogger<>), typeof(Logger<>)));
        foreach (var behaviour in Enum.GetValues<Behaviour>())
        {
            bot.Model.Behaviour = behaviour;
            await bot.Archive.AskAsync(Question);
            await bot.Archive.AskAsync("Compare what Petra Holm and Lena Fisk said.");
        }

        Assert.Contains(log.Lines, line => line.Contains("LanguageModel", StringComparison.Ordinal));
        foreach (var secret in (string[])["sk-secret-key", "dockers", "Dockers", "Vellmar", "Petra", "Compare", "Bearer", "You word answers", "Wilhelmina", "Harrowgate", "4711", "4,711"])
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }

    /// <summary>Keeps everything that is logged, from Trace on, with scopes and exceptions.</summary>
    private sealed class CapturedLog : ILoggerFactory
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => new Category(categoryName, Lines);

        public void Dispose()
        {
        }

        private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                lines.Enqueue($"{name} scope {state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{name} {logLevel} {formatter(state, exception)} {exception}");
        }
    }
}
