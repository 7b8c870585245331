using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>Parses a question once, for retrieval and for the writer. Pure.</summary>
public static partial class QuestionParser
{
    public static Question Parse(string text, DateTimeOffset now, ArticleFilter filter, ArchiveNames archive)
    {
        var outlets = OutletMentions.In(text, archive).Where(mention => !IsTopic(text, mention)).ToList();
        var anchor = AnchorOf(now);
        var times = TimeTagger.Tag(text, SentenceSplitter.Split(text), anchor, isQuestion: true);
        var time = QuestionTime.Of(text, anchor);
        var taken = outlets.Select(mention => mention.Span).Concat(times.Select(time => time.Span)).ToList();
        var dropped = outlets.Select(mention => mention.Span).Concat(times.Where(IsRelative).Select(time => time.Span)).ToList();
        var (kind, focus) = AnswerKinds.Of(text);
        var named = outlets.Where(mention => mention.Outlet is not null).Select(mention => mention.Outlet!).Distinct(StringComparer.Ordinal).ToList();
        return new Question
        {
            Text = text,
            Now = now,
            Filter = filter,
            Terms = ContentTerms(text, new TextSpan(0, text.Length), dropped),
            Names = QuestionNames.In(text, taken),
            Phrases = Phrases(text, taken),
            Outlets = named,
            UnknownOutlets = [.. outlets.Where(mention => mention.Outlet is null).Select(mention => mention.Span.In(text)).Distinct(StringComparer.Ordinal)],
            Clauses = Clauses(text, outlets, dropped),
            Period = time.Interval,
            PeriodText = times.Any(IsRelative) ? time.Phrase : null,
            WantsLatest = time.WantsLatest,
            Days = [.. times.Where(IsNamedDay).Select(named => named.Interval!.Value).Distinct()],
            Kind = kind,
            Focus = focus,
        };
    }

    /// <summary>The asker's day, in the asker's zone.</summary>
    public static TimeAnchor AnchorOf(DateTimeOffset now) =>
        new(DateOnly.FromDateTime(now.DateTime), TimeZoneInfo.CreateCustomTimeZone("asker", now.Offset, null, null));

    /// <summary>"Why did the Daily Courier close?" asks about the outlet: it is what did or suffered something.</summary>
    private static bool IsTopic(string text, OutletMention mention) =>
        Asks().IsMatch(text[..mention.Span.Start]) && !Reports().IsMatch(text[mention.Span.End..]);

    [GeneratedRegex(@"^(?:who|why|when|where|how|what|which)?\s*(?:\w+ )?(?:did|does|do|is|are|was|were|has|have|will|would|owns?|runs?|founded|bought|edits?|leads?)\s+(?:the )?['‘""“]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^['’""”]?\s*(?:article|report|piece|story|coverage|say|said|report|write|wrote|publish|claim|describe|mention|suggest|attribute|cover|state|tell|imply|indicate|discuss|note|portray|highlight|quote|cite|give|present|feature|argue|detail|predict|blame|name|call|consider|explain|warn|find|think|-)|^['’]s? ", RegexOptions.IgnoreCase)]
    private static partial Regex Reports();

    private static bool IsNamedDay(TimeExpression time) =>
        !IsRelative(time) && time.Type is TimeType.Date or TimeType.Time && time.Interval is { IsSingleDay: true };

    private static bool IsRelative(TimeExpression time) => time.Basis == TimeBasis.Publication && !time.Text.Any(char.IsDigit);

    /// <summary>Distinct terms in their order; all but stop words where nothing else is left.</summary>
    private static List<string> ContentTerms(string text, TextSpan span, IReadOnlyCollection<TextSpan> dropped)
    {
        var tokens = Tokenizer.Tokenize(text, span).Where(token => !StopWords.Contains(token.Term) && !dropped.Any(other => other.Overlaps(token.Span))).ToList();
        var content = tokens.Where(token => !QuestionWords.IsBoilerplate(token.Term)).Select(token => token.Term).Distinct(StringComparer.Ordinal).ToList();
        return content.Count > 0 ? content : [.. tokens.Select(token => token.Term).Distinct(StringComparer.Ordinal)];
    }

    private static List<IReadOnlyList<string>> Phrases(string text, IReadOnlyCollection<TextSpan> taken)
    {
        var phrases = new List<IReadOnlyList<string>>();
        foreach (var span in QuotedParts.In(text))
        {
            if (taken.Any(other => other.Overlaps(span)))
                continue;
            var terms = Tokenizer.Tokenize(text, span).Select(token => token.Term).ToList();
            if (terms.Count >= 2)
                phrases.Add(terms);
        }

        return phrases;
    }

    /// <summary>
    /// Where two or more outlets are named, each gets the part of the question around it: up to the next comma, "while" or
    /// "and" between two outlets.
    /// </summary>
    private static List<QuestionClause> Clauses(string text, IReadOnlyList<OutletMention> outlets, IReadOnlyCollection<TextSpan> dropped)
    {
        var known = outlets.Where(mention => mention.Outlet is not null).ToList();
        if (known.Count < 2)
            return [];
        var clauses = new List<QuestionClause>();
        var start = 0;
        for (var i = 0; i < known.Count; i++)
        {
            var end = i + 1 < known.Count ? ClauseBreaks.Between(text, known[i].Span.End, known[i + 1].Span.Start) : text.Length;
            clauses.Add(new QuestionClause(known[i].Outlet!, ContentTerms(text, new TextSpan(start, end), dropped)));
            start = end;
        }

        return clauses;
    }
}
