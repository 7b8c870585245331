using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Gate;

public sealed class GateMeterTests
{
    [Fact]
    public void A_rejected_statement_is_counted_and_logged_by_its_reason_and_without_its_words()
    {
        var counted = new List<(string Instrument, string? Reason)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == AnswerGate.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            lock (counted)
                counted.Add((instrument.Name, tags.ToArray().FirstOrDefault(tag => tag.Key == "reason").Value as string));
        });
        listener.Start();
        var article = Texts.Article("The bridge cost 12 million crowns.");
        var log = new Lines();
        var answer = new AnswerGate(log).Check(
            new AnswerDraft
            {
                Statements =
                [
                    new DraftStatement("The bridge cost 13 million crowns.", StatementKind.Paraphrase, [Texts.Cite(article, "bridge")]),
                    new DraftStatement("The bridge cost 12 million crowns.", StatementKind.Extract, [Texts.Cite(article, "bridge")]),
                ],
            },
            new NoCorpus());
        Assert.Single(answer.Statements);
        Assert.Contains(("gate.statements.rejected", "Number"), counted);
        Assert.Contains(("gate.statements.passed", null), counted);
        var line = Assert.Single(log.Written);
        Assert.Contains("Number", line, StringComparison.Ordinal);
        Assert.DoesNotContain("bridge", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_a_writer_has_looked_at_before_is_counted_once()
    {
        var counted = new List<string>();
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == AnswerGate.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread) // Other tests count on other threads.
                counted.Add(instrument.Name);
        });
        listener.Start();
        var article = Texts.Article("The bridge cost 12 million crowns.");
        var gate = new AnswerGate(new Lines());
        var passing = gate.Passing(
        [
            new DraftStatement("The bridge cost 13 million crowns.", StatementKind.Paraphrase, [Texts.Cite(article, "bridge")]),
            new DraftStatement("The bridge cost 12 million crowns.", StatementKind.Extract, [Texts.Cite(article, "bridge")]),
        ]);
        Assert.Single(gate.Check(new AnswerDraft { Statements = passing }, new NoCorpus()).Statements);
        Assert.Equal(["gate.statements.rejected", "gate.statements.passed"], counted);
    }

    private sealed class Lines : ILogger<AnswerGate>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
