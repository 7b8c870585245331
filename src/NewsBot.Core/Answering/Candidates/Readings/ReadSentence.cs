using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>A sentence taken apart for reading: its words by class, their terms, and the names in it. A dateline is left out.</summary>
internal sealed class ReadSentence
{
    private readonly IReadOnlyList<CapitalisedRun> _runs;

    public ReadSentence(AnalyzedArticle article, Sentence sentence)
    {
        Article = article;
        var text = article.Article.Text;
        var span = article.WithoutDateline(sentence.Span);
        Unit = TextUnits.Read(text, [sentence with { Span = span }], QuotationFinder.Find(text, [span]))[0];
        Terms = [.. Unit.Tokens.Select(token => token.IsWord ? Tokenizer.TermOf(token.Span.Of(text)) : "")];
        Names = [.. NameFinder.FindAll([Unit])[0].Where(IsName)];
        _runs = CapitalisedRuns.In(text, span);
    }

    public AnalyzedArticle Article { get; }

    public TextUnit Unit { get; }

    /// <summary>The term of each token; empty for marks.</summary>
    public IReadOnlyList<string> Terms { get; }

    public IReadOnlyList<NameMention> Names { get; }

    public int Count => Unit.Tokens.Length;

    public NameMention? NameAt(int token) => Names.FirstOrDefault(name => name.First <= token && token <= name.Name.Last);

    /// <summary>
    /// A name as the article writes it: of a person without title or trade ("Goalkeeper Ida Brandvik"), of anything else with
    /// the words that belong to it ("University of Sollas"), but not with its owner ("the Harbour Party of Mirko Sand").
    /// </summary>
    public TextSpan WholeName(NameMention name)
    {
        var text = Unit.Text;
        var first = name.Name.First;
        if (name.Words.Count >= 3 && IsOpening(first) && Trades.IsOne(name.Words[0]))
            return Unit.SpanOf(first + 1, name.Name.Last);
        if (name.IsPerson && name.Words.Count > 1)
            return name.Span;
        var run = _runs.FirstOrDefault(run => run.Span.Contains(name.Span));
        if (run.Span.IsEmpty || name.First < first)
            return name.Span;
        var owner = Names.FirstOrDefault(other => other.IsPerson && other.Words.Count > 1 && other.Span.Start > name.Span.End && run.Span.Contains(other.Span));
        var time = Array.Find(Unit.Tokens, token => token.Span.Start > name.Span.Start && run.Span.Contains(token.Span) && token.Is(WordClass.Time));
        var end = owner is not null || !time.Span.IsEmpty ? name.Span.End : run.Span.End;
        return new TextSpan(run.Span.Start, end > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’' ? end - 2 : end);
    }

    /// <summary>Whether a token opens the sentence or a quotation.</summary>
    public bool IsOpening(int token) => token == 0 || !Unit.Tokens[token - 1].IsWord;

    public bool IsLower(int token) => token >= 0 && token < Count && Unit.Tokens[token].IsWord && !Unit.Is(token, WordClass.Capital);

    private bool IsName(NameMention name) => !name.IsUncertain || !Candidates.Names.IsWrittenSmall(Unit.Text, name.Span);
}
