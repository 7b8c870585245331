using NewsBot.Discord.Rendering;

namespace NewsBot.Tests.Discord.Rendering;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData("It answers again from 25 November 2026 00:00 UTC.", "It answers again from <t:1795564800:R>.")]
    [InlineData("*Bold* from 3 May 2024 12:30 UTC (*again*)", "\\*Bold\\* from <t:1714739400:R>\\(\\*again\\*\\)")]
    [InlineData("From 99 November 2026 00:00 UTC", "From 99 November 2026 00\\:00 UTC")]
    [InlineData("On 25 November 2026.", "On 25 November 2026.")]
    public void An_instant_in_a_note_is_counted_from_the_readers_now(string note, string shown) => Assert.Equal(shown, InstantText.Escape(note));
}
