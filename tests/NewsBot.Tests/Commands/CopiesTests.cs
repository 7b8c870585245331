using NewsBot.Core.Answering;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Commands;

/// <summary>A wire story and its copies take one place in an answer.</summary>
public sealed class CopiesTests
{
    private const string Body =
        "Astronomers on the northern islands have found a comet with two tails that will be seen without a telescope in October, the observatory of Lenvik said. " +
        "It was first noticed in March by a doctoral student, whose name it will carry. The comet takes six thousand years to go around the sun. " +
        "It comes closest to the earth in the last week of October, at a distance of seventy million kilometres, and there is no danger at all. " +
        "The observatory will open its doors on three nights for everybody who wants to look through the large telescope, and asks for warm clothes.";

    private static readonly (string, string, string, string) Wire = ("Observatory finds comet", "2024-04-11", "Coast Agency", Body);

    private static readonly (string, string, string, string) Edited = (
        "Comet to light up the sky", "2024-04-12", "Harbour Post", Body.Replace("around the sun", "round the sun", StringComparison.Ordinal) + " Readers can win ten places on the first open night.");

    private static readonly (string, string, string, string) Shortened = (
        "Two tails in the night", "2024-04-13", "Daily Ledger", Body[..Body.IndexOf(" The observatory will", StringComparison.Ordinal)]);

    private static readonly (string, string, string, string) Independent = (
        "Lenvik student names a comet", "2024-04-12", "Island Times",
        "Siri Dahl saw it before anybody else: a new comet, found on a cloudless night in March at the observatory of Lenvik. " +
        "\"I thought it was dust on the lens,\" said the student, who is 26. Her comet returns every six thousand years and can be seen in October.");

    [Fact]
    public async Task The_earliest_is_cited_and_the_copies_are_told()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Shortened, Edited, Wire);
        var answer = await archive.AskAsync("How long does the comet take to go around the sun?");
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.All(answer.Citations, citation => Assert.Equal("Coast Agency", citation.Source));
        Assert.Contains("“Observatory finds comet” was also carried by Harbour Post and Daily Ledger.", answer.Notes);
    }

    [Fact]
    public async Task What_only_a_copy_has_is_cited_from_the_copy()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Wire, Edited);
        var answer = await archive.AskAsync("What can readers win on the first open night?");
        Assert.Contains(answer.Citations, citation => citation.Source == "Harbour Post");
    }

    [Fact]
    public async Task An_outlet_that_is_asked_for_speaks_for_the_story()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Wire, Edited, Shortened);
        foreach (var question in (string[])["According to the Daily Ledger, how long does the comet take to go around the sun?", "How long does the comet take to go around the sun? source:\"Daily Ledger\""])
            Assert.All((await archive.AskAsync(question)).Citations, citation => Assert.Equal("Daily Ledger", citation.Source));
    }

    [Fact]
    public async Task Reports_are_counted_without_their_copies()
    {
        await using var archive = await ArchiveOf.ArticlesAsync(Wire, Edited, Shortened, Independent);
        var answer = await archive.AskAsync("How many reports are there about the comet found at the observatory of Lenvik?");
        Assert.StartsWith("2 independent reports and 2 copies", answer.Headline, StringComparison.Ordinal);
    }
}
