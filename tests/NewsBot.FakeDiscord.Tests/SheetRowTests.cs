using NewsBot.FakeDiscord.Rules;

namespace NewsBot.FakeDiscord.Tests;

public sealed class SheetRowTests
{
    [Fact]
    public void Every_row_from_1_to_36_has_a_name_and_a_description()
    {
        Assert.Equal(Enumerable.Range(1, 36), Enum.GetValues<SheetRow>().Select(row => (int)row));
        Assert.All(Enum.GetValues<SheetRow>(), row => Assert.NotEmpty(SheetRows.Descriptions[row]));
    }
}
