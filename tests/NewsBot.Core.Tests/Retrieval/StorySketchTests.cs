using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Retrieval.Stories;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Retrieval;

public sealed class StorySketchTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(1, 1_000_000).ToArbitrary();

    [Property(MaxTest = 100)]
    public Property A_copy_that_is_lightly_edited_shortened_to_half_or_given_another_lead_is_the_same_story_and_has_a_common_key() => Prop.ForAll(Seeds, seed =>
    {
        var story = new WireStory(seed);
        var original = StorySketch.Of(story.Text);
        foreach (var copy in (string[])[story.Text, story.Edited(0.03), story.Shortened(0.5), story.WithLead()])
        {
            var sketch = StorySketch.Of(copy);
            Assert.True(original.IsSameStory(sketch));
            Assert.True(sketch.IsSameStory(original));
            Assert.NotEmpty(original.Keys.Intersect(sketch.Keys));
        }
    });

    [Property(MaxTest = 100)]
    public Property Other_words_round_ups_and_a_shared_statement_make_no_copy() => Prop.ForAll(Seeds, seed =>
    {
        var (story, other) = (new WireStory(seed), new WireStory(seed + 1_000_000));
        var original = StorySketch.Of(story.Text);
        Assert.False(original.IsSameStory(StorySketch.Of(other.Text)));
        Assert.False(original.IsSameStory(StorySketch.Of(story.Edited(0.35))));
        Assert.False(original.IsSameStory(StorySketch.Of($"{string.Join(' ', story.Sentences.Skip(5).Take(5))} {other.Text}")));
        var roundUp = story.Text + " " + string.Join(' ', Enumerable.Range(2, 9).Select(n => new WireStory(seed + (n * 1_000_000)).Text));
        Assert.False(original.IsSameStory(StorySketch.Of(roundUp)));
    });

    [Property(MaxTest = 100)]
    public Property A_sketch_is_read_as_it_was_written() => Prop.ForAll(Seeds, seed =>
    {
        var sketch = StorySketch.Of(new WireStory(seed).Text);
        var read = StorySketch.FromBytes(sketch.ToBytes());
        Assert.Equal(sketch.Keys, read.Keys);
        Assert.Equal(sketch.ToBytes(), read.ToBytes());
        Assert.True(read.IsSameStory(sketch));
    });

    [Fact]
    public void A_text_too_short_to_tell_has_no_sketch()
    {
        var sketch = StorySketch.Of("The port was closed on Monday.");
        Assert.True(sketch.IsEmpty);
        Assert.False(sketch.IsSameStory(sketch));
        Assert.Empty(sketch.ToBytes());
    }
}
