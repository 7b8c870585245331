using FsCheck.Xunit;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;
using NewsBot.Core.Tests.Support;
using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Answering.Gate;

/// <summary>What holds for every statement that passes, however it was made.</summary>
public sealed class GateProperties
{
    private static readonly AnalyzedArticle Article = Texts.Article(
        "“We will not pay a crown more,” said harbour master Odile Crane. The ferry left Port Aster with 214 passengers on Monday. " +
        "See https://wire.example/a for the “full list” of names. He said: \"It was never about money\", and left.",
        url: "https://wire.example/story");

    private static readonly string[] Pieces =
        ["“We will not pay", "a crown more”", "\"We give up\"", "Odile Crane said", "The ferry left Port Aster", "https://wire.example/a", "https://wire.example/story", "https://other.example/a", "[x](https://other.example)", "\"It was never about money\"", "“full list”", "214 passengers", "on Monday.", "«", "\"", "**"];

    [Property(MaxTest = 400)]
    public void Quotes_are_verbatim_and_addresses_are_the_articles(byte[] choices, byte kind, byte first)
    {
        var text = string.Join(' ', choices.Take(8).Select(choice => Pieces[choice % Pieces.Length]));
        var sentences = Article.Analysis.Sentences;
        var cited = Article.Analysis.Sentences[first % sentences.Count].Span.In(Article.Article.Text);
        var statement = new DraftStatement(text, (StatementKind)(kind % 3), [Texts.Cite(Article, cited)]);
        if (StatementCheck.Rejection(statement) is not null)
            return;
        Assert.DoesNotContain("other.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("We give up", text, StringComparison.Ordinal);
        if (statement.Kind == StatementKind.Extract)
            Assert.Contains(Typography.Fold(text), Typography.Fold(cited), StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public void No_text_breaks_a_check(string text, byte kind) =>
        StatementCheck.Rejection(new DraftStatement(text ?? "", (StatementKind)(kind % 3), [Texts.Cite(Article, "ferry")]));
}
