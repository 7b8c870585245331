using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Tests.Corpus;

public sealed class RetentionRuleTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Age_and_count_hold_together_and_of_two_equally_new_the_greater_id_goes()
    {
        (ArticleId, DateTimeOffset)[] articles = [Aged("old", 31), Aged("b", 5), Aged("a", 5), Aged("new", 1)];
        Assert.Equal([new ArticleId("b"), new ArticleId("old")], new RetentionRule(TimeSpan.FromDays(30), 2).Outdated(articles, Now));
        Assert.Empty(new RetentionRule(null, null).Outdated(articles, Now));
        Assert.Empty(new RetentionRule(TimeSpan.FromDays(31), 4).Outdated(articles, Now));
    }

    [Property(MaxTest = 200)]
    public Property What_is_older_than_the_floor_of_the_stored_is_outdated_as_soon_as_it_is_stored() => Prop.ForAll(
        Gen.Choose(0, 20).ListOf().ToArbitrary(), Gen.Choose(0, 25).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (ages, newAge, count) =>
        {
            var rule = new RetentionRule(TimeSpan.FromDays(15), count);
            var stored = ages.Select((age, n) => Aged($"s{n:00}", age)).ToList();
            var newcomer = Aged("x", newAge);
            var outdated = rule.Outdated([.. stored, newcomer], Now);
            return newcomer.Published >= rule.Floor(stored.Select(article => article.Published), Now) || outdated.Contains(newcomer.Id);
        });

    private static (ArticleId Id, DateTimeOffset Published) Aged(string id, int days) => (new ArticleId(id), Now.AddDays(-days));
}
