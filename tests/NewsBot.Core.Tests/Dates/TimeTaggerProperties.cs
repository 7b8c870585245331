using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Dates;

public partial class TimeTaggerProperties
{
    /// <summary>Words of time expressions and of their surroundings, so that random texts are full of odd combinations.</summary>
    private static readonly string[] Words =
        ("the last next this past that same early late mid mid- end of beginning in on at since until from to between and or by every each a an few several half " +
         "day days week weeks month year years decade century quarter quarters second minutes hour hours weekend morning night noon midnight today yesterday tomorrow now " +
         "Monday Friday May March Sept. December Christmas Easter spring fall winter 1 2 3 12 28 29 30 31 31st 1999 2000 2024 9999 0001 '68 1990s 90s 470s BC AD AD 70 B.C. " +
         "ago later earlier before after p.m. a.m. EST GMT 9:30 24:00 99:99 2:30 10/29/1999 2010-02-30 99-99-99 0/0/0 29.02.2023 - – / , . ' \" ( ) ; $ % \n \n\n " +
         "third first twenty thirty-one hundred thousand dozen more than about nearly will said was scheduled old year-old long fiscal FY2019 Q3 recent future").Split(' ');

    [Property(MaxTest = 400)]
    public Property Any_text_on_any_day_gives_well_formed_expressions() =>
        Prop.ForAll(Texts().ToArbitrary(), Days().ToArbitrary(), (text, day) => Check(text, TimeAnchor.At(day)));

    [Property(MaxTest = 200)]
    public Property Any_string_gives_well_formed_expressions() =>
        Prop.ForAll<string?, int>((text, seed) => Check(text ?? "", new TimeAnchor(DateOnly.FromDayNumber(Math.Abs(seed % DateOnly.MaxValue.DayNumber)), TimeZoneInfo.Utc, new TimeOnly(1, 2))));

    [Property(MaxTest = 300)]
    public Property Any_question_is_read_without_error() =>
        Prop.ForAll(Texts().ToArbitrary(), Days().ToArbitrary(), (text, day) =>
        {
            var asked = QuestionTime.Of(text, TimeAnchor.At(day));
            Assert.All(asked.Spans, s => Assert.InRange(s.End, s.Start, text.Length));
            Assert.True(asked.Interval is not { Start: { } start, End: { } end } || start <= end);
            _ = asked.Phrase;
            _ = asked.Strip(text);
        });

    [Property(MaxTest = 200)]
    public Property Any_word_of_any_text_has_a_date() =>
        Prop.ForAll(Texts().ToArbitrary(), Days().ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (text, day, at) =>
        {
            var sentences = SentenceSplitter.Split(text);
            var anchor = TimeAnchor.At(day);
            var start = Math.Min(at, text.Length);
            var date = EventDater.Date(text, sentences, TimeTagger.Tag(text, sentences, anchor), anchor, new TextSpan(start, Math.Min(start + 5, text.Length)));
            Assert.True(date.Interval is not { Start: { } first, End: { } last } || first <= last);
            Assert.NotEmpty(date.Explanation);
        });

    [Theory]
    [InlineData("9")]
    [InlineData("the ")]
    [InlineData("last ")]
    [InlineData("the the last last ")]
    [InlineData("1,")]
    [InlineData("1-")]
    [InlineData("Monday ")]
    [InlineData("May 5-")]
    [InlineData("the end of ")]
    [InlineData("twenty ")]
    [InlineData("half past ")]
    [InlineData("9:9")]
    [InlineData("1a")]
    [InlineData("'")]
    [InlineData("a.m.")]
    public void A_megabyte_of_anything_takes_linear_work(string unit)
    {
        // Quadratic work on a million characters would not end within the time that the runner allows.
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        IReadOnlyList<Sentence> whole = [new Sentence(new TextSpan(0, text.Length), 0)];
        Assert.NotNull(TimeTagger.Tag(text, whole, TimeAnchor.At(new DateOnly(2023, 8, 17))));
    }

    private static void Check(string text, TimeAnchor anchor)
    {
        var times = TimeTagger.Tag(text, SentenceSplitter.Split(text), anchor);
        var behind = 0;
        foreach (var time in times)
        {
            Assert.InRange(time.Span.Start, behind, text.Length);
            Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
            Assert.Equal(time.Span.In(text), time.Text);
            Assert.Matches(Timex3(), time.Value);
            Assert.True(time.Interval is not { Start: { } start, End: { } end } || start <= end, $"{time.Text}: {time.Interval}");
            Assert.True(time.Modifier is null || Modifier().IsMatch(time.Modifier), time.Modifier);
            behind = time.Span.End;
        }
    }

    private static Gen<string> Texts() =>
        Gen.Elements(Words).ArrayOf().Select(words => string.Join(' ', words)).Or(Gen.Elements(Words).ArrayOf().Select(string.Concat));

    private static Gen<DateOnly> Days() =>
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber)
            .Or(Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue, DateOnly.MinValue.AddDays(5), DateOnly.MaxValue.AddDays(-5), new DateOnly(2024, 2, 29)));

    /// <summary>The values of TIMEX3: dates down to a vague part of the day, durations, sets, references.</summary>
    [GeneratedRegex(@"^((BC)?\d{1,4}(-(\d{2}(-\d{2})?|Q[1-4]|H[12]|SP|SU|FA|WI|W\d{2}(-WE)?))?|XXXX-(\d{2}|SP|SU|FA|WI|XX-XX|WXX-([1-7]|WE|XD)))(T(\d{2}(:\d{2}){0,2}|MO|MI|AF|EV|NI|DT))?$|^PT?(\d+(\.\d+)?|X)(S|M|H|D|WE|W|Q|SE|Y|DE|CE|ML)$|^(PAST|PRESENT|FUTURE)_REF$")]
    private static partial Regex Timex3();

    [GeneratedRegex("^(START|MID|END|APPROX|BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER|MORE_THAN|LESS_THAN|EQUAL_OR_MORE|EQUAL_OR_LESS)$")]
    private static partial Regex Modifier();
}
