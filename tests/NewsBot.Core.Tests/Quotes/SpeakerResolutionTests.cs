using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

public sealed class SpeakerResolutionTests
{
    private static readonly string Minsk = File.ReadAllText(Path.Combine(RepositoryRoot(), "seeds", "000_d4181e5e7d64071e.txt"));

    [Theory]
    [InlineData("Allow me to express sincere and profound respect", "Li Shangfu", "the Chinese defense chief")]
    [InlineData("The purpose of my visit to Belarus", "Li Shangfu", "Li")]
    [InlineData("The fundamental ideas that China and Belarus share", "Alexander Lukashenko", "Lukashenko")]
    [InlineData("that Minsk has always supported Beijing", "Alexander Lukashenko", "The Belarusian leader")]
    [InlineData("We are strong advocates for a multipolar world", "Alexander Lukashenko", "he")]
    [InlineData("Belarus also supports non-intervention", "Alexander Lukashenko", "him")]
    [InlineData("he has developed a strong, friendly relationship", "Alexander Lukashenko", "the Belarusian president")]
    [InlineData("I greatly respect my friend", "Alexander Lukashenko", "he")]
    [InlineData("that early this year Lukashenko made a state visit", "Li Shangfu", "He")]
    public void A_news_report_of_two_men_gives_each_his_words(string words, string name, string source)
    {
        var quote = Minsk.Quotes().With(Minsk, words);

        Assert.Equal(name, quote.Speaker.Name);
        Assert.Equal(source, quote.Speaker.Text);
    }

    [Fact]
    public void The_title_of_the_first_mention_comes_with_the_name()
    {
        var speaker = Minsk.Quotes().With(Minsk, "Allow me to express").Speaker;

        Assert.Equal("Chinese Defense Minister", speaker.Title);
    }

    [Theory]
    [InlineData("Mayor Ann Lee opened the bridge. Lee said it was late.", "Ann Lee")]
    [InlineData("Mayor Ann Lee opened the bridge. \"It was late,\" she said.", "Ann Lee")]
    [InlineData("Mayor Ann Lee met Governor Bob Ray. \"It was late,\" the governor said.", "Bob Ray")]
    [InlineData("Mayor Ann Lee met Governor Bob Ray. \"It was late,\" she said.", "Ann Lee")]
    [InlineData("The French president, Claire Moreau, met Bob Ray. \"It was late,\" the French leader said.", "Claire Moreau")]
    [InlineData("Bob Ray, a lawyer for the city, waited. \"It was late,\" the attorney said.", "Bob Ray")]
    [InlineData("\"It was late,\" said her spokesman, Bob Ray.", "Bob Ray")]
    [InlineData("Mr. Ray said it was late.", "Ray")]
    public void A_speaker_is_resolved_inside_the_article(string text, string name) => Assert.Equal(name, text.OnlyQuote().Speaker.Name);

    [Fact]
    public void A_reporters_name_that_runs_into_the_next_sentence_is_no_part_of_the_speakers()
    {
        const string text = "Council talks drag Ann Corben Tasker said it was late. Bridge stays shut Ann Corben The town waits. Then Tasker left.";

        Assert.Equal("Tasker", text.OnlyQuote().Speaker.Name);
    }

    [Fact]
    public void A_title_has_no_other_persons_name_in_it()
    {
        const string text = "Bridge stays shut Ann Corben Mayor Bob Tasker said it was late.";

        Assert.Equal(("Bob Tasker", "Mayor"), (text.OnlyQuote().Speaker.Name, text.OnlyQuote().Speaker.Title));
    }

    [Theory]
    [InlineData("The Department of the Interior said it was late.", "Department of the Interior")]
    [InlineData("The Centers for Plant Health and Prevention said it was late.", "Centers for Plant Health and Prevention")]
    [InlineData("Ministry of Health spokeswoman Ann Lee said it was late.", "Ann Lee")]
    public void A_body_goes_by_its_whole_name_and_a_person_by_their_own(string text, string name) => Assert.Equal(name, text.OnlyQuote().Speaker.Name);

    [Theory]
    [InlineData("Looking back, Ann Lee said it was late.")]
    [InlineData("Rescheduled, it said, for May.")]
    public void A_verb_that_opens_a_sentence_is_nobodys_name(string text) => Assert.DoesNotContain(text.Quotes(), quote => quote.Speaker.Name is "Looking" or "Rescheduled");

    [Fact]
    public void An_apposition_ends_where_somebody_else_joins()
    {
        const string text = "Ann Lee, a teacher in Troy and her brother Bob rushed out. \"It was late,\" Lee said.";

        Assert.Equal("teacher in Troy", text.OnlyQuote().Speaker.Title);
    }

    [Fact]
    public void A_bare_last_name_goes_on_meaning_whom_it_meant_before_another_was_introduced()
    {
        const string text = "Ann Lee waited. Lee left. Then Bob Lee came. Lee said it was late.";

        Assert.Equal("Ann Lee", text.OnlyQuote().Speaker.Name);
    }

    [Fact]
    public void A_relative_pronoun_stands_for_its_antecedent()
    {
        const string text = "The prize went to Ann Lee, who said that she was glad.";

        Assert.Equal(("Ann Lee", "Ann Lee", "who"), (text.OnlyQuote().Speaker.Name, text.OnlyQuote().Speaker.Text, text.OnlyQuote().Speaker.Span?.In(text)));
    }

    [Fact]
    public void A_role_that_two_people_have_is_left_open()
    {
        const string text = "Senator Ann Lee met Senator Bob Ray. \"It was late,\" the senator said.";

        var speaker = text.OnlyQuote().Speaker;

        Assert.Null(speaker.Name);
        Assert.Equal(["Ann Lee", "Bob Ray"], speaker.Candidates);
    }

    [Fact]
    public void A_last_name_that_two_people_share_is_left_open()
    {
        const string text = "Ann Lee and Bob Lee waited. Lee said it was late.";

        var speaker = text.OnlyQuote().Speaker;

        Assert.Null(speaker.Name);
        Assert.Equal(["Ann Lee", "Bob Lee"], speaker.Candidates);
    }

    [Fact]
    public void An_organisation_keeps_its_name()
    {
        const string text = "The Tolna Times reported that the bridge was late.";

        Assert.Equal(SpeakerKind.Organisation, text.OnlyQuote().Speaker.Kind);
        Assert.Equal("Tolna Times", text.OnlyQuote().Speaker.Name);
    }

    [Theory]
    [InlineData("\"It was late,\" Ann Lee, the mayor, and her deputy, Bob Ray, said.", "Ann Lee, the mayor, and her deputy, Bob Ray")]
    [InlineData("\"It was late,\" said Ann Lee, the mayor, and Governor Bob Ray.", "Ann Lee, the mayor, and Governor Bob Ray")]
    [InlineData("Ann Lee and Bob Ray said it was late.", "Ann Lee and Bob Ray")]
    public void Two_who_speak_together_are_a_collective(string text, string source)
    {
        var speaker = text.OnlyQuote().Speaker;

        Assert.Equal((SpeakerKind.Collective, source, null), (speaker.Kind, speaker.Text, speaker.Name));
        Assert.Empty(speaker.Candidates);
    }

    [Fact]
    public void An_apposition_of_two_roles_is_of_one_speaker()
    {
        const string text = "\"It was late,\" said Ann Lee, the mayor of Troy, and a friend of the builders.";

        Assert.Equal("Ann Lee", text.OnlyQuote().Speaker.Name);
    }

    [Theory]
    [InlineData("“The lift stood still. Now it runs,” First Minister Ann Lee said.", "First Minister")]
    [InlineData("“It was late,” First Lady Ann Lee said.", "First Lady")]
    [InlineData("“It was late,” Second Secretary Ann Lee said.", "Second Secretary")]
    [InlineData("“It was late,” Third Deputy Prime Minister Ann Lee said.", "Third Deputy Prime Minister")]
    [InlineData("Fans of the Civic Union of Prime Minister Ann Lee left. Lee said it was late.", "Prime Minister")]
    public void A_title_is_whole(string text, string title) =>
        Assert.Equal(("Ann Lee", title), (text.OnlyQuote().Speaker.Name, text.OnlyQuote().Speaker.Title));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no NewsBot.sln above the tests");
        return folder;
    }
}
