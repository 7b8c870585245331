using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Tests.Answering.Gate;

public sealed class AmountReaderTests
{
    private static Amount Only(string text) => Assert.Single(AmountReader.Read(Wording.Read(text), _ => false));

    [Theory]
    [InlineData("12,500 homes", 12_500, nameof(AmountKind.Count))]
    [InlineData("2.5 million people", 2_500_000, nameof(AmountKind.Count))]
    [InlineData("two hundred and fifty-three people", 253, nameof(AmountKind.Count))]
    [InlineData("twenty-five ships", 25, nameof(AmountKind.Count))]
    [InlineData("a dozen ships", 12, nameof(AmountKind.Count))]
    [InlineData("two dozen ships", 24, nameof(AmountKind.Count))]
    [InlineData("a million votes", 1_000_000, nameof(AmountKind.Count))]
    [InlineData("$3.2bn of debt", 3_200_000_000, nameof(AmountKind.Money))]
    [InlineData("80 million crowns", 80_000_000, nameof(AmountKind.Money))]
    [InlineData("4.5% of voters", 4.5, nameof(AmountKind.Percent))]
    [InlineData("4.5 per cent of voters", 4.5, nameof(AmountKind.Percent))]
    [InlineData("two percentage points", 2, nameof(AmountKind.Points))]
    [InlineData("half of the voters", 50, nameof(AmountKind.Percent))]
    [InlineData("the 5th of them", 5, nameof(AmountKind.Ordinal))]
    public void An_amount_has_a_value_and_a_kind(string text, double value, string kind)
    {
        var amount = Only(text);
        Assert.Equal((decimal)value, amount.Value);
        Assert.Equal(kind, amount.Kind.ToString());
    }

    [Theory]
    [InlineData("about 500 people", "503 people", true)]
    [InlineData("more than 500 people", "503 people", true)]
    [InlineData("nearly 500 people", "503 people", false)]
    [InlineData("500 people", "503 people", false)]
    [InlineData("about 503 people", "500 people", false)]
    [InlineData("at least 14 people", "at most 14 people", false)]
    [InlineData("4 percent", "4 percentage points", false)]
    [InlineData("$4 million", "€4 million", false)]
    [InlineData("4 million dollars", "$4 million", true)]
    public void An_amount_may_stand_for_another_or_not(string told, string known, bool may) => Assert.Equal(may, Only(told).MayStandFor(Only(known)));
}
