using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Files;

/// <summary>Whatever a file holds, reading it ends, without an exception, in articles or failures.</summary>
public sealed class ArbitraryBytesTests : IDisposable
{
    private static readonly string[] Extensions = [".txt", ".md", ".jsonl", ".json"];

    /// <summary>What the formats are made of, so that chance gets past their first gate.</summary>
    private static readonly string[] Pieces =
    [
        "---\n", "\n", "\r\n", "\n\n", " ", "\t", "title:", "published: 2024-01-02\n", "date 2024-01-02 ", "url: https://a.example/\n", ": ", "- ", "? ", "&a ", "*a ",
        "[", "]", "{", "}", "\"", "'", "|", ">", "#", "# Head\n", "**", "_", "`", "```\n", "![", "](", "<b>", "<!--", "&amp;", "1. ", "* ",
        "{\"text\":\"", "\",\"published\":\"2024-01-02\"}", "\\ud800", "\\u0000", "\"id\":", "null", "1e999", "text", "PARIS (Wire) — ", "MINSK, May 1. /A/. ",
        "\u0000", "\u0001", "\ufeff", "\u2028", "é", "中", "😀", "He said.",
    ];

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 300)]
    public bool Arbitrary_bytes_give_articles_or_failures(byte[] bytes) => IsReadByEveryFormat(bytes);

    [Property(MaxTest = 700)]
    public Property Arbitrary_pieces_of_the_formats_give_articles_or_failures() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))).ToArbitrary(),
            IsReadByEveryFormat);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("[a]: b\n")]
    [InlineData("- ")]
    [InlineData("<a")]
    [InlineData("`")]
    [InlineData("&a")]
    public void A_hundred_thousand_of_one_piece_give_articles_or_failures(string piece)
    {
        var many = string.Concat(Enumerable.Repeat(piece, 100_000));

        Assert.True(IsReadByEveryFormat(Encoding.UTF8.GetBytes("---\npublished: 2024-01-02\n---\n" + many)));
        Assert.True(IsReadByEveryFormat(Encoding.UTF8.GetBytes("---\na: " + many[..20_000] + "\n---\ntext")));
        Assert.True(IsReadByEveryFormat(Encoding.UTF8.GetBytes(many)));
    }

    private bool IsReadByEveryFormat(byte[] bytes) =>
        Array.TrueForAll(Extensions, extension =>
        {
            var items = SourceFolder.ReadAsync([_folder.Write("a" + extension, bytes)]).GetAwaiter().GetResult();
            return items.Count > 0 && items.All(IsWhole);
        });

    private static bool IsWhole(SourceItem item) =>
        item.Article is { } article
            ? item.Failure is null && article.Id.Value.Length > 0 && article.Title.Length is > 0 and <= 300 && article.Text.Length > 0 && article.ContentHash.Length == 64
            : item.Failure is { Reason.Length: > 0 };
}
