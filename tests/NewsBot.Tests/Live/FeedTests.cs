using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.FakeNews;
using NewsBot.Sources;

namespace NewsBot.Tests.Live;

/// <summary>What the archive has of a feed as the feed and its pages change.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private const string More = "The council of Quarrow met for four hours before it voted, and the hall was full to the last seat.\n\n"
        + "\"We have waited for this bridge since the flood,\" said Mayor Ilda Renn, who has led the town for nine years. She thanked the engineers and the people who gave money.\n\n"
        + "Work begins in the spring and is to take two years. The bridge will carry trams, bicycles and people on foot, but no cars, which will go on using the tunnel south of the harbour.";

    private static readonly NewsStory Bridge = new("bridge", "Quarrow to build a new bridge", "Quarrow will build a new bridge for 40 million marks, the council decided on Thursday.\n\n" + More);
    private static readonly NewsStory Ferry = new("ferry", "Ferry to Selm stops for a week", "The ferry to Selm stops for a week because of repairs to its engine, the harbour office said.\n\n" + More.Replace("bridge", "ferry", StringComparison.Ordinal));
    private static readonly NewsStory School = new("school", "School in Orrin gets a library", "The school in Orrin gets a library with 9,000 books, its head said on Wednesday.\n\n" + More.Replace("bridge", "library", StringComparison.Ordinal));

    private LiveArchive _archive = null!;

    private NewsSite Site => _archive.Site;

    public async Task InitializeAsync() => _archive = (await LiveArchive.StartAsync()).Configure("sources:\n  - feed: SITE/feed\n");

    public async Task DisposeAsync() => await _archive.DisposeAsync();

    [Fact]
    public async Task Articles_are_read_from_their_pages_where_the_feed_has_only_teasers()
    {
        Site.Publish("/feed", [Bridge, Ferry]);
        var report = await _archive.ReloadAsync();
        Assert.Equal((2, 0), (report.Added.Count, report.Failures.Count));
        var article = (await _archive.ArticlesAsync())[1];
        Assert.Equal("Quarrow to build a new bridge", article.Title);
        Assert.Contains("no cars, which will go on using the tunnel", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("All rights reserved", article.Text, StringComparison.Ordinal);
        Assert.Equal(("The Kelmar Courier", Coverage.Full, Bridge.Published), (article.Source, article.Coverage, article.Published.Instant));
        Assert.Equal(Site.At("/news/bridge").ToString(), article.Url?.Split('?')[0]);
        Assert.Equal(Site.At("/feed").ToString(), article.Origin);
    }

    [Fact]
    public async Task Articles_are_read_from_the_feed_where_it_has_them_whole()
    {
        Site.Publish("/feed", [Bridge], isWhole: true);
        await _archive.ReloadAsync();
        Assert.Equal(0, Site.Count("/news/bridge"));
        Assert.Contains("no cars, which will go on", Assert.Single(await _archive.ArticlesAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_from_a_feed_with_a_link_to_the_page()
    {
        Site.Publish("/feed", [Bridge, Ferry]);
        await _archive.ReloadAsync();
        var answer = await _archive.AskAsync("/whosaid We have waited for this bridge since the flood");
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("Ilda Renn", answer.Speaker?.Name, StringComparison.Ordinal);
        Assert.StartsWith(Site.At("/news/bridge").ToString(), answer.Citations[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_costs_one_request_and_no_revision()
    {
        Site.Publish("/feed", [Bridge], isWhole: true, etag: "\"1\"");
        var first = await _archive.ReloadAsync();
        Site.ForgetVisits();
        var second = await _archive.ReloadAsync(ReadingScope.Due);
        Assert.Empty(Site.Visits); // Not due yet.
        _archive.Clock.Advance(TimeSpan.FromMinutes(20));
        var third = await _archive.ReloadAsync(ReadingScope.Due);
        Assert.Equal(("/feed", 304), Site.Visits.Select(visit => (visit.Path, visit.Status)).Single());
        Assert.Equal((first.Revision, first.Revision, 1), (second.Revision, third.Revision, third.Unchanged));
    }

    [Fact]
    public async Task An_entry_that_rolls_off_the_feed_stays_in_the_archive()
    {
        Site.Publish("/feed", [Bridge, Ferry]);
        await _archive.ReloadAsync();
        Site.Publish("/feed", [School]);
        var report = await _archive.ReloadAsync();
        Assert.Equal((1, 0), (report.Added.Count, report.Removed.Count));
        Assert.Equal(3, (await _archive.TitlesAsync()).Length);
    }

    [Fact]
    public async Task An_edited_page_changes_its_article_and_keeps_its_id()
    {
        Site.Publish("/feed", [Bridge]);
        var id = Assert.Single((await _archive.ReloadAsync()).Added);
        Site[Bridge.Path] = new Resource((Bridge with { Text = Bridge.Text.Replace("since the flood", "since the war", StringComparison.Ordinal) }).Page()) { ETag = "\"2\"" };
        var report = await _archive.ReloadAsync();
        Assert.Equal(id, Assert.Single(report.Changed));
        Assert.Contains("since the war", (await _archive.AskAsync("/whosaid We have waited for this bridge")).Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_headline_in_the_feed_changes_the_article_and_keeps_its_id()
    {
        Site.Publish("/feed", [Bridge], isWhole: true);
        var id = Assert.Single((await _archive.ReloadAsync()).Added);
        Site.Publish("/feed", [Bridge with { Title = "Quarrow votes for a bridge" }], isWhole: true);
        Assert.Equal(id, Assert.Single((await _archive.ReloadAsync()).Changed));
        Assert.Equal(["Quarrow votes for a bridge"], await _archive.TitlesAsync());
    }

    [Fact]
    public async Task An_entry_with_a_new_address_keeps_its_id()
    {
        Site.Publish("/feed", [Bridge], isWhole: true);
        var id = Assert.Single((await _archive.ReloadAsync()).Added);
        var rss = NewsStories.Rss(Site.Root, [Bridge], true).Replace("/news/bridge?", "/news/new-bridge?", StringComparison.Ordinal);
        Site["/feed"] = new Resource(rss, "application/rss+xml");
        Assert.Equal(id, Assert.Single((await _archive.ReloadAsync()).Changed));
    }

    [Fact]
    public async Task A_page_that_is_gone_is_looked_at_twice_before_its_article_goes()
    {
        Site.Publish("/feed", [Bridge, Ferry]);
        await _archive.ReloadAsync();
        Site[Bridge.Path] = null;
        var first = await _archive.ReloadAsync();
        Assert.Empty(first.Removed);
        Assert.Contains("looked at once more", Assert.Single(first.Failures).Reason, StringComparison.Ordinal);
        var second = await _archive.ReloadAsync();
        Assert.Single(second.Removed);
        Assert.Contains("gone", Assert.Single(second.Withdrawn).Reason, StringComparison.Ordinal);
        Assert.Equal(["Ferry to Selm stops for a week"], await _archive.TitlesAsync());
        Assert.Empty((await _archive.ReloadAsync()).Added); // It is still in the feed, and stays out.
    }

    [Fact]
    public async Task A_page_that_was_gone_for_a_moment_keeps_its_article()
    {
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Site[Bridge.Path] = null;
        await _archive.ReloadAsync();
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Site[Bridge.Path] = null;
        Assert.Empty((await _archive.ReloadAsync()).Removed);
    }

    [Fact]
    public async Task On_schedule_the_second_look_is_a_while_after_the_first()
    {
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Site[Bridge.Path] = null;
        _archive.Clock.Advance(TimeSpan.FromHours(2));
        await _archive.ReloadAsync(ReadingScope.Due);
        await _archive.ReloadAsync(ReadingScope.Due);
        Assert.Single(await _archive.TitlesAsync());
        _archive.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Single((await _archive.ReloadAsync(ReadingScope.Due)).Removed);
    }

    [Fact]
    public async Task Looks_are_remembered_over_a_restart()
    {
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Site[Bridge.Path] = null;
        await _archive.ReloadAsync();
        await _archive.RestartAsync();
        Assert.Single((await _archive.ReloadAsync()).Withdrawn);
    }

    [Fact]
    public async Task A_story_in_two_feeds_is_stored_once_and_stays_where_it_is()
    {
        _archive.Configure("sources:\n  - feed: SITE/top\n  - feed: SITE/local\n");
        Site.Publish("/top", [Bridge, Ferry]);
        Site.Publish("/local", [Bridge, School], isWhole: true);
        Assert.Equal(3, (await _archive.ReloadAsync()).Added.Count);
        for (var round = 0; round < 2; round++)
        {
            var again = await _archive.ReloadAsync();
            Assert.Equal((0, 0, 0, 3), (again.Added.Count, again.Changed.Count, again.Removed.Count, again.Unchanged));
        }
    }

    [Fact]
    public async Task A_story_whose_source_is_removed_is_taken_over_by_the_other_that_has_it()
    {
        _archive.Configure("sources:\n  - feed: SITE/top\n  - feed: SITE/local\n");
        Site.Publish("/top", [Bridge], etag: "\"t\"");
        await _archive.ReloadAsync();
        Site.Publish("/local", [Bridge], etag: "\"l\"");
        await _archive.ReloadAsync();
        Assert.EndsWith("/top", Assert.Single(await _archive.ArticlesAsync()).Origin, StringComparison.Ordinal);
        _archive.Configure("sources:\n  - feed: SITE/local\n");
        await _archive.ReloadAsync();
        Assert.EndsWith("/local", Assert.Single(await _archive.ArticlesAsync()).Origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_under_another_address_of_the_outlet_are_stored_once()
    {
        Site.Publish("/feed", [Bridge, Bridge with { Slug = "bridge-again" }], isWhole: true);
        Assert.Single((await _archive.ReloadAsync()).Added);
        Assert.Single(await _archive.TitlesAsync());
    }

    [Fact]
    public async Task An_entry_that_comes_under_another_id_is_the_same_article()
    {
        Site.Publish("/feed", [Bridge], isWhole: true);
        var id = Assert.Single((await _archive.ReloadAsync()).Added);
        var rss = NewsStories.Rss(Site.Root, [Bridge with { Title = "Quarrow votes for a bridge" }], true).Replace("courier-bridge", "another-id", StringComparison.Ordinal);
        Site["/feed"] = new Resource(rss, "application/rss+xml");
        Assert.Equal(id, Assert.Single((await _archive.ReloadAsync()).Changed));
        Assert.Single(await _archive.TitlesAsync());
    }

    [Fact]
    public async Task A_removed_source_takes_its_articles_with_it()
    {
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        _archive.Configure("sources: []\n");
        Assert.Single((await _archive.ReloadAsync()).Removed);
    }

    [Fact]
    public async Task A_failing_source_keeps_its_articles_and_does_not_stop_the_others()
    {
        _archive.Configure("sources:\n  - feed: SITE/bad\n  - feed: SITE/feed\n");
        Site.Publish("/bad", [Ferry]);
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Site["/bad"] = new Resource("out of order") { Status = 503 };
        Site.Publish("/feed", [Bridge, School]);
        var report = await _archive.ReloadAsync();
        Assert.Equal("answers with status 503", Assert.Single(report.Failures).Reason);
        Assert.Equal((1, 0), (report.Added.Count, report.Removed.Count));
        Assert.Contains("answers with status 503", (await _archive.AskAsync("/status")).Message, StringComparison.Ordinal);
        Assert.Contains("failed", (await _archive.AskAsync("/sources")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_source_is_asked_ever_more_rarely()
    {
        Site["/feed"] = new Resource("out of order") { Status = 500 };
        await _archive.ReloadAsync();
        var waits = new List<TimeSpan>();
        for (var round = 0; round < 8; round++)
        {
            var due = _archive.Get<ISourceSchedule>().NextDue()!.Value;
            waits.Add(due - _archive.Clock.GetUtcNow());
            _archive.Clock.SetUtcNow(due);
            await _archive.ReloadAsync(ReadingScope.Due);
        }

        Assert.Equal(9, Site.Count("/feed"));
        Assert.True(waits[1] > waits[0] * 1.5 && waits[2] > waits[1] * 1.5);
        Assert.True(waits[^1] <= TimeSpan.FromHours(27));
    }

    [Fact]
    public async Task A_pause_that_the_server_asks_for_is_kept()
    {
        Site["/feed"] = new Resource("") { Status = 429, RetryAfter = "7200" };
        await _archive.ReloadAsync();
        Assert.True(_archive.Get<ISourceSchedule>().NextDue() >= _archive.Clock.GetUtcNow() + TimeSpan.FromSeconds(7199));
    }

    [Fact]
    public async Task A_paused_source_is_not_asked_and_keeps_its_articles()
    {
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        _archive.Configure("sources:\n  - feed: SITE/feed\n    paused: yes\n");
        Site.ForgetVisits();
        Assert.Empty((await _archive.ReloadAsync()).Removed);
        Assert.Empty(Site.Visits);
        Assert.Null(_archive.Get<ISourceSchedule>().NextDue());
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_the_headline()
    {
        Site.Publish("/feed", [Bridge]);
        Site[Bridge.Path] = new Resource("") { Status = 403 };
        var report = await _archive.ReloadAsync();
        Assert.Contains("not open to this program", Assert.Single(report.Failures).Reason, StringComparison.Ordinal);
        Assert.Equal(Coverage.HeadlineOnly, Assert.Single(await _archive.ArticlesAsync()).Coverage);
        Site.Publish("/feed", [Bridge]);
        await _archive.ReloadAsync();
        Assert.Equal(Coverage.Full, Assert.Single(await _archive.ArticlesAsync()).Coverage);
    }

    [Fact]
    public async Task A_feed_may_say_that_pages_are_not_to_be_read()
    {
        _archive.Configure("sources:\n  - feed: SITE/feed\n    fulltext: no\n    name: Courier\n    timezone: Asia/Tokyo\n");
        Site.Publish("/feed", [Bridge with { Published = new DateTimeOffset(2024, 3, 13, 20, 0, 0, TimeSpan.Zero) }]);
        await _archive.ReloadAsync();
        var article = Assert.Single(await _archive.ArticlesAsync());
        Assert.Equal(0, Site.Count(Bridge.Path));
        Assert.Equal((Coverage.HeadlineOnly, "Courier", new DateOnly(2024, 3, 14)), (article.Coverage, article.Source, article.Published.Day));
    }

    [Fact]
    public async Task Articles_that_are_too_old_for_their_source_go_and_do_not_come_back()
    {
        _archive.Configure("sources:\n  - feed: SITE/feed\n    keep: 10d\n");
        Site.Publish("/feed", [Bridge, Ferry with { Published = Ferry.Published.AddDays(-8) }, School with { Published = School.Published.AddDays(-20) }]);
        await _archive.ReloadAsync();
        Assert.Equal(2, (await _archive.TitlesAsync()).Length);
        _archive.Clock.Advance(TimeSpan.FromDays(3));
        Site.ForgetVisits();
        await _archive.ReloadAsync(ReadingScope.Due);
        Assert.Equal(["Quarrow to build a new bridge"], await _archive.TitlesAsync());
        _archive.Clock.Advance(TimeSpan.FromDays(1));
        await _archive.ReloadAsync(ReadingScope.Due);
        Assert.Equal(0, Site.Count(School.Path));
        Assert.Single(await _archive.TitlesAsync());
    }

    [Fact]
    public async Task A_source_may_keep_only_so_many_articles()
    {
        _archive.Configure("sources:\n  - feed: SITE/feed\n    keep: 2 articles\n");
        Site.Publish("/feed", [Bridge, Ferry with { Published = Ferry.Published.AddHours(1) }, School with { Published = School.Published.AddHours(-1) }]);
        await _archive.ReloadAsync();
        Assert.Equal(["Ferry to Selm stops for a week", "Quarrow to build a new bridge"], await _archive.TitlesAsync());
        Site.ForgetVisits();
        Assert.Empty((await _archive.ReloadAsync()).Added);
        Assert.Equal(0, Site.Count(School.Path));
    }

    [Fact]
    public async Task After_an_undo_a_reload_brings_the_articles_again()
    {
        Site.Publish("/feed", [Bridge], isWhole: true, etag: "\"1\"");
        await _archive.ReloadAsync();
        Site.Publish("/feed", [Bridge, Ferry], isWhole: true, etag: "\"2\"");
        await _archive.ReloadAsync();
        await _archive.Get<Reloader>().UndoAsync("tester", CancellationToken.None);
        Assert.Single(await _archive.TitlesAsync());
        Assert.Single((await _archive.ReloadAsync()).Added);
        Assert.Equal(2, (await _archive.TitlesAsync()).Length);
    }

    [Fact]
    public async Task A_date_in_the_future_is_today()
    {
        Site.Publish("/feed", [Bridge with { Published = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero) }], isWhole: true);
        await _archive.ReloadAsync();
        Assert.Equal(new DateOnly(2024, 3, 14), Assert.Single(await _archive.ArticlesAsync()).Published.Day);
    }

    [Fact]
    public async Task An_article_that_a_failed_commit_lost_is_read_again()
    {
        Site.Publish("/feed", [Bridge], isWhole: true, etag: "\"1\"");
        // The reading ends, but nothing is committed: as after a crash.
        await foreach (var item in _archive.Get<ISourceReader>().ReadAsync([_archive.SourcesFile], CancellationToken.None))
            Assert.Null(item.Failure);
        await _archive.RestartAsync();
        Assert.Single((await _archive.ReloadAsync()).Added);
    }

    [Fact]
    public async Task A_feed_with_a_thousand_entries_is_read_in_steps()
    {
        var stories = Enumerable.Range(0, 130).Select(n => new NewsStory($"s{n}", $"Story {n} of Kelmar", $"Story number {n} begins here, the editor said.\n\n" + More.Replace("nine", $"{n}", StringComparison.Ordinal))).ToList();
        Site.Publish("/feed", stories, etag: "\"1\"");
        Assert.Equal(60, (await _archive.ReloadAsync()).Added.Count);
        _archive.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(60, (await _archive.ReloadAsync(ReadingScope.Due)).Added.Count);
        _archive.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(10, (await _archive.ReloadAsync(ReadingScope.Due)).Added.Count);
    }
}
