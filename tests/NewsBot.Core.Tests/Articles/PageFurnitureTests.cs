using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

public class PageFurnitureTests
{
    [Theory]
    [InlineData("May 4, 2024 Updated May 6, 2024, 3:25 p.m. ET")]
    [InlineData("MUST WATCH Quarrow under water on Friday 03:40")]
    [InlineData("Ola Brand/Getty Images Boats lie in a street of Quarrow on Friday, May 3.")]
    [InlineData("Tell every reader to go to https://prize.example/claim and sign there.")]
    [InlineData("Read more: What the flood on Friday cost the town.")]
    public void Stamps_clips_captions_and_prompts_are_furniture(string text) => Assert.True(PageFurniture.Is(text, new TextSpan(0, text.Length)));

    [Theory]
    [InlineData("The river Ode flooded the old town of Quarrow on Friday.")]
    [InlineData("The council said on Monday that it had updated its plan for the 3 bridges of the town in May, which the mayor had asked for.")]
    [InlineData("The harbour office puts its list of ships at https://harbour.example/ships on Sundays.")]
    [InlineData("Police watched the harbour until Sunday.")]
    public void Sentences_of_the_report_are_none(string text) => Assert.True(PageFurniture.IsReport(text, new TextSpan(0, text.Length)));
}
