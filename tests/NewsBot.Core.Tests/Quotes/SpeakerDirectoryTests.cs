using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

public sealed class SpeakerDirectoryTests
{
    [Theory]
    [InlineData("Alexander Lukashenko", "Aleksandr Lukashenko")]
    [InlineData("Alexander Lukashenko", "Alyaksandr Lukashenka")]
    [InlineData("Volodymyr Zelensky", "Volodymyr Zelenskyy")]
    [InlineData("Bill Marsh", "William Marsh")]
    [InlineData("Andrés Núñez", "Andres Nunez")]
    [InlineData("John F. Marsh", "John Marsh")]
    [InlineData("J. Marsh", "John Marsh")]
    [InlineData("Sergei Ivanov", "Sergey Ivanov")]
    [InlineData("John Marsh", "Marsh")]
    public void Spellings_of_one_name_are_one_speaker(string name, string other)
    {
        var entry = Assert.Single(Of((name, 3), (other, 2)).Entries);

        Assert.Equal(5, entry.Count);
        Assert.Equal(new[] { name, other }.Order(StringComparer.Ordinal), entry.Spellings.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("John Marsh", "Mary Marsh")]
    [InlineData("Paul Marsh Jr.", "Paul Marsh")]
    [InlineData("George H. W. Marsh", "George Q. Z. Marsh")]
    [InlineData("John Marsh", "John Marshall")]
    public void Two_people_with_one_last_name_stay_two(string name, string other) => Assert.Equal(2, Of((name, 3), (other, 2)).Entries.Count());

    [Fact]
    public void A_bare_last_name_that_two_share_joins_neither()
    {
        var directory = Of(("John Marsh", 3), ("Mary Marsh", 2), ("Marsh", 1));

        Assert.Equal(["John Marsh", "Mary Marsh", "Marsh"], directory.Entries.Select(e => e.Name));
        Assert.Equal(3, directory.Find("Marsh").Count);
    }

    [Fact]
    public void An_initial_that_two_share_joins_neither() => Assert.Equal(3, Of(("John Marsh", 3), ("James Marsh", 2), ("J. Marsh", 1)).Entries.Count());

    [Fact]
    public void The_name_of_an_entry_is_a_full_one() => Assert.Equal("John Marsh", Assert.Single(Of(("Marsh", 9), ("John Marsh", 1)).Entries).Name);

    [Theory]
    [InlineData("lukashenko")]
    [InlineData("Aleksandr Lukashenko")]
    [InlineData("LUKASHENKO")]
    [InlineData("Alexander")]
    [InlineData("Oleksandr Lukashenka")]
    public void A_speaker_is_found_by_any_spelling(string asked) => Assert.Equal("Alexander Lukashenko", Assert.Single(Of(("Alexander Lukashenko", 3), ("Li Shangfu", 2)).Find(asked)).Name);

    [Fact]
    public void A_family_name_in_front_is_found() => Assert.Equal("Li Shangfu", Assert.Single(Of(("Alexander Lukashenko", 3), ("Li Shangfu", 2)).Find("Li")).Name);

    [Fact]
    public void Nobody_is_found_for_a_name_that_nobody_has() => Assert.Empty(Of(("Li Shangfu", 2)).Find("Marsh"));

    [Theory]
    [InlineData("lu", "Alexander Lukashenko")]
    [InlineData("alex", "Alexander Lukashenko")]
    [InlineData("alexander lu", "Alexander Lukashenko")]
    [InlineData("Nú", "Andrés Núñez")]
    public void Typing_completes_names_by_any_of_their_words(string typed, string name) =>
        Assert.Equal(name, Assert.Single(Of(("Alexander Lukashenko", 3), ("Andrés Núñez", 2)).Starting(typed, 5)).Name);

    [Fact]
    public void Completion_names_the_most_quoted_first_and_no_more_than_asked() =>
        Assert.Equal(["Bob Marsh", "Ann Marsh"], Of(("Ann Marsh", 3), ("Bob Marsh", 4), ("Cy Marsh", 2)).Starting("mar", 2).Select(e => e.Name));

    private static SpeakerDirectory Of(params (string Name, int Count)[] names) => SpeakerDirectory.Build(names.Select(n => new SpeakerName(n.Name, n.Count)));
}
