using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Tests.Corpus;

public sealed class SourceChangesTests
{
    [Fact]
    public void A_stored_article_with_its_hash_is_unchanged_and_needs_nothing()
    {
        var changes = Stored(("a", "1", "a.txt"));
        Assert.Null(changes.Take(Read("a", "1", "a.txt")));
        Assert.Equal(1, changes.Unchanged);
        Assert.Empty(changes.Gone());
    }

    [Fact]
    public void Lines_that_move_inside_their_file_change_nothing_but_another_file_does()
    {
        var changes = Stored(("a", "1", "x.jsonl#1"), ("b", "2", "x.jsonl#2"));
        Assert.Null(changes.Take(Read("a", "1", "x.jsonl#7")));
        Assert.NotNull(changes.Take(Read("b", "2", "y.jsonl#2")));
        Assert.Equal([new ArticleId("b")], changes.Changed);
    }

    [Fact]
    public void The_same_file_named_another_way_changes_nothing_and_its_failure_keeps_its_articles()
    {
        var changes = Stored(("a", "1", "news/a.txt"), ("b", "2", "news/b.txt"));
        Assert.Null(changes.Take(Read("a", "1", Path.GetFullPath("news/a.txt"))));
        changes.Take(SourceItem.Failed("./news/../news/b.txt", null, "cannot be read"));
        Assert.Equal(1, changes.Unchanged);
        Assert.Empty(changes.Gone());
    }

    [Fact]
    public void Addresses_are_kept_as_they_are()
    {
        var article = Stored().Take(Read("a", "1", "https://example.com/feed#3"));
        Assert.Equal("https://example.com/feed#3", article!.Origin);
    }

    [Fact]
    public void The_same_article_twice_is_stored_once_and_counted()
    {
        var changes = Stored();
        Assert.NotNull(changes.Take(Read("a", "1", "a.txt")));
        Assert.Null(changes.Take(Read("a", "1", "copy.txt")));
        Assert.Null(changes.Take(Read("b", "1", "b.txt")));
        Assert.Equal(2, changes.Duplicates);
        Assert.Equal([new ArticleId("a")], changes.Added);
        Assert.Empty(changes.Failures);
    }

    [Fact]
    public void Another_text_under_an_id_already_met_is_a_failure_that_names_both_places()
    {
        var changes = Stored();
        Assert.NotNull(changes.Take(Read("a", "1", "x.jsonl#1")));
        Assert.Null(changes.Take(Read("a", "2", "y.jsonl#5")));
        Assert.Equal("y.jsonl:5: has the id a, which x.jsonl#1 already gives to another text", Assert.Single(changes.Failures).ToString());
        Assert.Equal([new ArticleId("a")], changes.Added);
    }

    [Fact]
    public void Articles_that_no_source_has_are_gone_in_the_order_of_their_ids()
    {
        var changes = Stored(("c", "3", "c.txt"), ("a", "1", "a.txt"), ("b", "2", "b.txt"));
        changes.Take(Read("b", "2", "b.txt"));
        Assert.Equal([new ArticleId("a"), new ArticleId("c")], changes.Gone());
    }

    [Theory]
    [InlineData("news/a.txt", "news/a.txt")]
    [InlineData("news/a.jsonl#12", "news/a.jsonl")]
    [InlineData("news/deep/a.txt", "news")]
    [InlineData("news/deep/a.txt", "news/")]
    [InlineData("/srv/news/a.txt", "/srv/news")]
    [InlineData("C:\\news\\a.txt", "C:\\news")]
    public void What_failed_is_not_gone(string origin, string failed)
    {
        var changes = Stored(("a", "1", origin));
        changes.Take(SourceItem.Failed(failed, null, "cannot be read"));
        Assert.Empty(changes.Gone());
    }

    [Theory]
    [InlineData("news/a.txt", "news/b.txt")]
    [InlineData("newsletter/a.txt", "news")]
    [InlineData("news/a.jsonl#12", "news/a.json")]
    public void A_failure_elsewhere_keeps_nothing(string origin, string failed)
    {
        var changes = Stored(("a", "1", origin));
        changes.Take(SourceItem.Failed(failed, null, "cannot be read"));
        Assert.Single(changes.Gone());
    }

    [Theory]
    [InlineData("https://a.example/feed", "https://a.example/feed", true)]
    [InlineData("https://a.example/feed/more", "https://a.example/feed", false)]
    [InlineData("/srv/news/a.txt", "/srv/news", true)]
    [InlineData("/srv/news/a.txt", "/srv/new", false)]
    public void Only_what_comes_from_a_kept_origin_is_kept_and_counts_as_unchanged(string origin, string kept, bool stays)
    {
        var changes = Stored(("a", "1", origin));
        changes.Take(SourceItem.Kept(kept));
        Assert.Equal(stays ? 0 : 1, changes.Gone().Count);
        Assert.Equal(stays ? 1 : 0, changes.Unchanged);
    }

    [Fact]
    public void A_withdrawn_article_is_gone_though_its_source_is_kept_but_not_when_another_source_has_it()
    {
        var changes = Stored(("a", "1", "https://a.example/feed"), ("b", "2", "https://a.example/feed"), ("c", "3", "https://a.example/feed"));
        changes.Take(SourceItem.Kept("https://a.example/feed"));
        foreach (var id in (string[])["a", "b", "of another archive"])
            changes.Take(SourceItem.Withdrawn(new ArticleId(id), "its page is gone"));
        changes.Take(Read("b", "2", "https://b.example/feed"));
        Assert.Equal([new ArticleId("a")], changes.Gone());
        Assert.Equal([new Withdrawal(new ArticleId("a"), "its page is gone")], changes.Withdrawn());
        Assert.Equal(2, changes.Unchanged);
    }

    [Fact]
    public void A_story_in_two_feeds_stays_with_the_one_that_is_kept()
    {
        var changes = Stored(("a", "1", "https://a.example/feed"));
        Assert.Null(changes.Take(Read("a", "1", "https://b.example/feed")));
        changes.Take(SourceItem.Kept("https://a.example/feed"));
        Assert.Empty(changes.Moved());
        Assert.Equal(1, changes.Unchanged);
    }

    [Fact]
    public void A_story_in_two_feeds_moves_when_the_one_that_had_it_is_no_longer_read()
    {
        var changes = Stored(("a", "1", "https://a.example/feed"));
        Assert.Null(changes.Take(Read("a", "1", "https://b.example/feed")));
        Assert.Equal("https://b.example/feed", Assert.Single(changes.Moved()).Origin);
        Assert.Equal([new ArticleId("a")], changes.Changed);
        Assert.Equal(0, changes.Unchanged);
        Assert.Empty(changes.Gone());
    }

    [Fact]
    public void One_story_in_other_words_in_two_feeds_is_a_duplicate_and_no_failure()
    {
        var changes = Stored();
        Assert.NotNull(changes.Take(Read("a", "1", "https://a.example/feed")));
        Assert.Null(changes.Take(Read("a", "2", "https://b.example/feed")));
        Assert.Equal(1, changes.Duplicates);
        Assert.Empty(changes.Failures);
    }

    [Fact]
    public void A_kept_article_of_an_older_analysis_is_to_be_analysed_again_but_has_not_changed()
    {
        var changes = Stored(("a", "", "https://a.example/feed"), ("b", "2", "https://a.example/feed"));
        changes.Take(SourceItem.Kept("https://a.example/feed"));
        Assert.Equal([new ArticleId("a")], changes.Stale());
        Assert.Empty(changes.Gone());
        Assert.Equal(2, changes.Unchanged);
    }

    [Fact]
    public void Articles_past_their_age_are_neither_taken_in_nor_kept()
    {
        var changes = Stored(("a", "1", "https://a.example/feed"), ("z", "9", "https://b.example/feed"));
        changes.Take(SourceItem.Limited("https://a.example/feed", new RetentionRule(TimeSpan.FromDays(10), null)));
        changes.Take(SourceItem.Kept("https://a.example/feed"));
        changes.Take(SourceItem.Kept("https://b.example/feed"));
        Assert.Null(changes.Take(Read("b", "2", "https://a.example/feed", day: 19)));
        Assert.NotNull(changes.Take(Read("c", "3", "https://a.example/feed", day: 20)));
        Assert.Equal([new ArticleId("a")], changes.Gone());
        Assert.Equal([new ArticleId("c")], changes.Added);
        Assert.Equal((2, 1), (changes.Outdated, changes.Unchanged));
    }

    [Fact]
    public void Of_a_source_that_keeps_a_number_of_articles_the_newest_stay_and_a_second_reload_changes_nothing()
    {
        SourceChanges Reload(SourceChanges changes)
        {
            changes.Take(SourceItem.Limited("/srv/news", new RetentionRule(null, 2)));
            foreach (var day in (int[])[3, 1, 4, 2])
                changes.Take(Read($"d{day}", $"{day}", $"/srv/news/d{day}.txt", day));
            return changes;
        }

        var first = Reload(Stored());
        Assert.Equal([new ArticleId("d1"), new ArticleId("d2")], first.Gone());
        Assert.Equal([new ArticleId("d3"), new ArticleId("d4")], first.Added);

        var known = first.Added.ToDictionary(id => id, id => new KnownArticle(id.Value[1..], $"/srv/news/{id}.txt", Day(int.Parse(id.Value[1..], System.Globalization.CultureInfo.InvariantCulture))));
        var second = Reload(new SourceChanges(known, Day(30)));
        Assert.Empty(second.Gone());
        Assert.Empty(second.Added.Concat(second.Changed));
        Assert.Equal((2, 2), (second.Unchanged, second.Outdated));
    }

    [Fact]
    public void An_article_stored_by_an_older_analysis_is_analysed_again()
    {
        var changes = Stored(("a", "", "a.txt"));
        Assert.NotNull(changes.Take(Read("a", "1", "a.txt")));
        Assert.Equal([new ArticleId("a")], changes.Changed);
    }

    [Fact]
    public void Endless_names_and_missing_ids_are_failures()
    {
        var changes = Stored();
        Assert.Null(changes.Take(Read(new string('x', 501), "1", "a.txt")));
        Assert.Null(changes.Take(Read("", "2", "a.txt")));
        Assert.Equal(2, changes.Failures.Count);
    }

    private static SourceChanges Stored(params (string Id, string Hash, string Origin)[] articles) =>
        new(articles.ToDictionary(article => new ArticleId(article.Id), article => new KnownArticle(article.Hash, ArticleOrigin.Absolute(article.Origin), Day(1))), Day(30));

    private static DateTimeOffset Day(int day) => new(2024, 3, day, 0, 0, 0, TimeSpan.Zero);

    private static SourceItem Read(string id, string hash, string origin, int day = 14) => SourceItem.Read(new Article
    {
        Id = new ArticleId(id),
        Title = "A headline",
        Text = "A text.",
        Source = "Agency",
        Published = PublicationTime.OnDay(new DateOnly(2024, 3, day)),
        Origin = origin,
        ContentHash = hash,
    });
}
