using FsCheck.Xunit;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval.Fusion;

namespace NewsBot.Core.Tests.Retrieval.Fusion;

public sealed class ReciprocalRankTests
{
    [Fact]
    public void What_both_rankings_have_high_comes_before_what_one_of_them_has_highest()
    {
        var fused = ReciprocalRank.Fuse(Ranking("a b c"), Ranking("d b e"));

        Assert.Equal("b a d c e", Names(fused));
    }

    [Fact]
    public void The_value_of_a_passage_is_the_sum_of_one_over_sixty_and_its_rank()
    {
        // x: 1/61 + 1/100 = 0.02639; y: 1/62 + 1/98 = 0.02633; z: 1/63 + 1/97 = 0.02618.
        var words = Ranking("x y z");
        var meaning = Ranking(string.Join(' ', [.. Enumerable.Range(1, 36).Select(n => $"n{n}"), "z", "y", "n37", "x"]));

        Assert.Equal("x y z n1", string.Join(' ', Names(ReciprocalRank.Fuse(words, meaning)).Split(' ').Take(4)));
    }

    [Fact]
    public void Without_the_second_ranking_the_first_is_as_it_was()
    {
        var words = Ranking("a b c");

        Assert.Same(words, ReciprocalRank.Fuse(words, []));
    }

    [Fact]
    public void Scores_stay_those_of_the_words_and_what_only_its_meaning_found_has_the_lowest()
    {
        var fused = ReciprocalRank.Fuse(Ranking("a b c", 9), Ranking("d c", 0.8));

        Assert.Equal([("a", 9), ("b", 8), ("c", 7), ("d", 7)], fused.Select(hit => (hit.Article.Value, hit.Score)).Order());
    }

    [Property]
    public void Nothing_is_lost_and_nothing_stands_twice(byte[] words, byte[] meaning)
    {
        var first = words.Distinct().Select((n, i) => new PassageHit(new ArticleId($"a{n / 4}"), n % 4, 100 - i)).ToList();
        var second = meaning.Distinct().Select((n, i) => new PassageHit(new ArticleId($"a{n / 4}"), n % 4, 1.0 / (i + 1))).ToList();

        var fused = ReciprocalRank.Fuse(first, second).Select(hit => (hit.Article, hit.Ordinal)).ToList();

        Assert.Equal(fused.Count, fused.Distinct().Count());
        Assert.Equal(first.Concat(second).Select(hit => (hit.Article, hit.Ordinal)).ToHashSet(), fused.ToHashSet());
    }

    private static List<PassageHit> Ranking(string names, double best = 1) =>
        [.. names.Split(' ').Select((name, place) => new PassageHit(new ArticleId(name), 0, best - place))];

    private static string Names(IReadOnlyList<PassageHit> hits) => string.Join(' ', hits.Select(hit => hit.Article.Value));
}
