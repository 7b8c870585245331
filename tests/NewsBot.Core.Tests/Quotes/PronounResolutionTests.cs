using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

/// <summary>Whom "he" and "she" mean, where the article has roles without names, and names that are no person's.</summary>
public sealed class PronounResolutionTests
{
    [Theory]
    [InlineData("Tolnia's parliament voted late. Calling from Marr, the Tolnian trade minister praised the vote. \"I can rest now,\" he said.", "the Tolnian trade minister")]
    [InlineData("A sailor from the ship waved to the crowd. \"The sea was kind,\" he said.", "A sailor from the ship")]
    [InlineData("Ann Lee owns the ship. \"It was late,\" its manager said. He added that nobody was hurt.", "its manager")]
    [InlineData("Mayor Bob Ray left early. \"It was late,\" a fisherman said. \"The nets were empty,\" he added.", "a fisherman")]
    public void A_pronoun_can_mean_a_role_that_nobody_of_the_article_is_named_for(string text, string role)
    {
        var speaker = text.Quotes()[^1].Speaker;

        Assert.Equal((SpeakerKind.Role, role, null), (speaker.Kind, speaker.Text, speaker.Name));
    }

    [Fact]
    public void A_pronoun_behind_a_role_means_the_person_whose_title_it_is()
    {
        const string text = "Trade Minister Jon Varr was away. Calling from Marr, the trade minister praised the vote. \"I can rest now,\" he said.";

        Assert.Equal("Jon Varr", text.Quotes()[^1].Speaker.Name);
    }

    [Fact]
    public void A_pronoun_behind_a_definite_role_can_mean_a_person_named_before()
    {
        const string text = "Ann Lee waited for the count. \"It was close,\" the winner said.\n\n\"I am glad,\" she added.";

        Assert.Equal("Ann Lee", text.Quotes()[^1].Speaker.Name);
    }

    [Theory]
    [InlineData("Tolnia won the match. The Tolnian government was glad. \"I danced all night,\" she said.")]
    [InlineData("Marrow lost the match. It rained in Marrow. \"I wept all night,\" he said.")]
    [InlineData("Blue List won the vote. The offices of the Blue List were full. \"I danced all night,\" she said.")]
    [InlineData("Varr & Sons lost the suit. \"I wept all night,\" he said.")]
    public void A_pronoun_means_no_country_place_or_organisation(string text) => Assert.Null(text.Quotes()[^1].Speaker.Name);
}
