using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Discord.Rendering;

namespace NewsBot.Tests.Discord.Rendering;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("**bold** _it_ ~~no~~ ||spoiler|| `code`", @"\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|spoiler\|\| \`code\`")]
    [InlineData("[click](http://evil.example)", @"\[click\]\(http\://evil.example\)")]
    [InlineData("# Heading", @"\# Heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("12. of May", @"12\. of May")]
    [InlineData("<@123> <t:5:R> </ask:1>", @"\<@123\> \<t\:5\:R\> \</ask\:1\>")]
    [InlineData("0.1.0 at 12:30", @"0.1.0 at 12\:30")]
    [InlineData("line\nbreak", "line break")]
    [InlineData("He said: yes", "He said: yes")]
    public void Markdown_in_untrusted_text_is_shown_as_it_is_written(string text, string shown) => Assert.Equal(shown, DiscordText.Escape(text));

    [Theory]
    [InlineData("@everyone")]
    [InlineData("hello @Here!")]
    public void Mentions_of_all_are_broken(string text)
    {
        var shown = DiscordText.Escape(text);
        Assert.DoesNotContain("@everyone", shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@here", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Characters_that_turn_the_direction_or_cannot_be_seen_are_gone() =>
        Assert.Equal("abc", DiscordText.Escape("a\u202Eb\u200B\u2066c\u0007"));

    [Fact]
    public void A_link_keeps_the_address_byte_for_byte_and_what_no_link_can_hold_is_a_number_only()
    {
        Assert.Equal("[1](https://a.example/x?y=1&z=%C3%A4#f)", DiscordText.Link("1", "https://a.example/x?y=1&z=%C3%A4#f", 300));
        Assert.Equal("[1](<https://a.example/x_(y)>)", DiscordText.Link("1", "https://a.example/x_(y)", 300));
        foreach (var bad in new[] { "javascript:alert(1)", "https://a.example/a b", "https://a.example/>x", "not a url", "https://a.example/" + new string('x', 400), "https://a.example/\u202Ex" })
            Assert.Equal(@"\[1\]", DiscordText.Link("1", bad, 300));
    }

    [Property(MaxTest = 500)]
    public void Unescaping_gives_the_visible_text_back(string text)
    {
        var shown = DiscordText.Escape(text ?? "").Replace("\u200B", "", StringComparison.Ordinal);
        var read = new StringBuilder();
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] == '\\')
                i++;
            read.Append(shown[i]);
        }

        Assert.Equal(DiscordText.Clean(text ?? ""), read.ToString());
    }

    [Property(MaxTest = 300)]
    public void Parts_fit_keep_every_word_and_have_whole_quotations(string[] words, PositiveInt size)
    {
        var longest = 60 + (size.Get % 200);
        var text = DiscordText.Clean(string.Join(' ', (words ?? []).Select((word, i) => (i % 5) switch { 1 => "“" + DiscordText.Clean(word ?? "").Trim('“', '”', '"', '«', '»'), 3 => DiscordText.Clean(word ?? "").Trim('“', '”', '"', '«', '»') + "”", _ => DiscordText.Clean(word ?? "").Replace("\"", "", StringComparison.Ordinal) })));
        var parts = TextCut.Parts(text, longest, part => DiscordText.Escape(part).Length);
        Assert.All(parts, part => Assert.True(DiscordText.Escape(part).Length <= longest));
        Assert.Equal(Letters(text), Letters(string.Concat(parts)));
        if (Balanced(text))
            Assert.All(parts, part => Assert.True(Balanced(part), part));
    }

    [Fact]
    public void A_quotation_longer_than_a_part_is_closed_and_opened_again()
    {
        var text = "He said “" + string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}")) + "” and left.";
        var parts = TextCut.Parts(text, 120, part => part.Length);
        Assert.True(parts.Count > 3);
        Assert.All(parts, part => Assert.True(Balanced(part), part));
        Assert.All(parts, part => Assert.True(part.Length <= 120));
    }

    [Fact]
    public void A_cut_is_never_inside_a_grapheme()
    {
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 30));
        var cut = DiscordText.Shorten(text, 50);
        Assert.True(cut.Length <= 50);
        Assert.All(StringInfo.ParseCombiningCharacters(cut[..^1]), at => Assert.Equal("👨‍👩‍👧", StringInfo.GetNextTextElement(cut, at)));
    }

    private static string Letters(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('“' or '”' or '«' or '»' or '"'))]);

    private static bool Balanced(string text)
    {
        var open = false;
        foreach (var c in text)
        {
            if (c == '“' && !open)
                open = true;
            else if (c == '”' && open)
                open = false;
            else if (c is '“' or '”' or '«' or '»' or '"')
                return false;
        }

        return !open;
    }
}
