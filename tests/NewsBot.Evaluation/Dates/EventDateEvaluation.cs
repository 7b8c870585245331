using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Evaluation.Dates;

/// <summary>
/// "When did this happen?" over the Wikinews articles of SemEval-2015 task 4 (TimeLine). An answer is right when every part
/// of the gold date that is known (year, month, day) equals that of the answer; an answer's part is known when it is the
/// same in the first and the last day of its interval.
/// </summary>
internal sealed class EventDateEvaluation : IEvaluation
{
    public string Name => "semeval";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, TaggedDocument>();
        await foreach (var line in JsonLines.ReadAsync(Path.Combine(data, "docs.jsonl.gz"), cancellationToken))
            documents[line.GetProperty("id").GetString()!] = TaggedDocument.Read(line);

        var (right, all, publication, exact) = (0, 0, 0, 0);
        var byBasis = new Dictionary<EventDateBasis, (int Right, int All)>();
        var misses = new List<string>();
        foreach (var file in Directory.GetFiles(data, "event_dates.*.jsonl").Order(StringComparer.Ordinal))
        {
            await foreach (var item in JsonLines.ReadAsync(file, cancellationToken))
            {
                var document = documents[item.GetProperty("doc").GetString()!];
                var gold = item.GetProperty("gold_date").GetString()!;
                var word = item.GetProperty("event").GetString()!;
                var answer = document.DateOf(item.GetProperty("sentence_n").GetInt32(), word);
                var correct = Matches(gold, KnownParts(answer.Interval));
                all++;
                right += correct ? 1 : 0;
                exact += Known(gold) == Known(KnownParts(answer.Interval)) ? 1 : 0;
                publication += Matches(gold, KnownParts(DateInterval.OnDay(document.Anchor.Day))) ? 1 : 0;
                var (basisRight, basisAll) = byBasis.GetValueOrDefault(answer.Basis);
                byBasis[answer.Basis] = (basisRight + (correct ? 1 : 0), basisAll + 1);
                if (!correct)
                    misses.Add($"{item.GetProperty("id").GetString()}: gold {gold}, answered {answer.Value} ({answer.Basis}, {answer.Expression?.Text}), article of {document.Anchor.Day:yyyy-MM-dd}: [{word}] {item.GetProperty("sentence").GetString()}");
            }
        }

        return new EvaluationReport("SemEval-2015 TimeLine: dates of events",
        [
            new("accuracy", (double)right / all, 0.78, $"{right} of {all}"),
            new("accuracy, no part more than gold", (double)exact / all, null, $"{exact} of {all}"),
            new("publication date always", (double)publication / all, null, $"{publication} of {all}"),
            .. byBasis.OrderBy(b => b.Key).Select(b => new Score("by " + b.Key, (double)b.Value.Right / b.Value.All, null, $"{b.Value.Right} of {b.Value.All}")),
        ], misses);
    }

    /// <summary>Year, month and day as far as all days of the interval share them: "2010-05-XX".</summary>
    private static string KnownParts(DateInterval interval)
    {
        if (interval is not { Start: { } start, End: { } end })
            return interval.Start is { } open ? open.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : interval.End is { } until ? until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "XXXX-XX-XX";
        if (start.Year != end.Year)
            return "XXXX-XX-XX";
        var month = start.Month == end.Month;
        var format = month && start.Day == end.Day ? "yyyy-MM-dd" : month ? "yyyy-MM-'XX'" : "yyyy-'XX-XX'";
        return start.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The known parts alone: "2010-05" of "2010-05-XX".</summary>
    private static string Known(string date) => string.Join('-', date.Split('-').TakeWhile(p => !p.Contains('X')));

    private static bool Matches(string gold, string answer)
    {
        var (parts, given) = (gold.Split('-'), answer.Split('-'));
        for (var i = 0; i < parts.Length; i++)
            if (!parts[i].Contains('X') && (i >= given.Length || given[i] != parts[i]))
                return false;
        return true;
    }

    /// <summary>An article as one text, a sentence a line as the corpus cuts it.</summary>
    private sealed record TaggedDocument(string Text, List<Sentence> Sentences, Dictionary<int, TextSpan> Numbers, IReadOnlyList<TimeExpression> Times, TimeAnchor Anchor)
    {
        public static TaggedDocument Read(JsonElement document)
        {
            var text = new StringBuilder();
            var sentences = new List<Sentence>();
            var numbers = new Dictionary<int, TextSpan>();
            foreach (var sentence in document.GetProperty("sentences").EnumerateArray())
            {
                var start = text.Length;
                text.Append(sentence.GetProperty("text").GetString());
                var span = new TextSpan(start, text.Length);
                numbers[sentence.GetProperty("n").GetInt32()] = span;
                sentences.Add(new Sentence(span, sentences.Count));
                text.Append("\n\n");
            }

            var anchor = TimeAnchor.At(DateOnly.Parse(document.GetProperty("dct").GetString()!, CultureInfo.InvariantCulture));
            var whole = text.ToString();
            return new TaggedDocument(whole, sentences, numbers, TimeTagger.Tag(whole, sentences, anchor), anchor);
        }

        public EventDate DateOf(int sentence, string word)
        {
            var span = Numbers[sentence];
            // "took_off" is "took six months off" in the text: then the first word stands for it.
            var phrase = word.Replace('_', ' ');
            var at = Text.IndexOf(phrase, span.Start, span.Length, StringComparison.Ordinal);
            if (at < 0)
                at = Text.IndexOf(phrase = phrase.Split(' ')[0], span.Start, span.Length, StringComparison.Ordinal);
            var happening = at < 0 ? span : new TextSpan(at, at + phrase.Length);
            return EventDater.Date(Text, Sentences, Times, Anchor, happening);
        }
    }
}
