using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

/// <summary>One sentence for every construction that attributes words to somebody.</summary>
public sealed class QuoteConstructionTests
{
    [Theory]
    [InlineData("\"The bridge will open in May,\" Mayor Ann Lee said.", QuoteKind.Direct, "\"The bridge will open in May,\"", "said", "Mayor Ann Lee")]
    [InlineData("“The bridge will open in May,” said Ann Lee, the mayor.", QuoteKind.Direct, "“The bridge will open in May,”", "said", "Ann Lee, the mayor")]
    [InlineData("\u202A“The bridge will open in May,” said Ann Lee.", QuoteKind.Direct, "“The bridge will open in May,”", "said", "Ann Lee")]
    [InlineData("(“The bridge will open in May,” said Ann Lee.)", QuoteKind.Direct, "“The bridge will open in May,”", "said", "Ann Lee")]
    [InlineData("Ann Lee said: “The bridge will open in May.”", QuoteKind.Direct, "“The bridge will open in May.”", "said", "Ann Lee")]
    [InlineData("Ann Lee said, \"The bridge will open in May.\"", QuoteKind.Direct, "\"The bridge will open in May.\"", "said", "Ann Lee")]
    [InlineData("«The bridge will open in May», Ann Lee said.", QuoteKind.Direct, "«The bridge will open in May»", "said", "Ann Lee")]
    [InlineData("„The bridge will open in May“, said Ann Lee.", QuoteKind.Direct, "„The bridge will open in May“", "said", "Ann Lee")]
    [InlineData("''The bridge will open in May,'' Ann Lee said.", QuoteKind.Direct, "''The bridge will open in May,''", "said", "Ann Lee")]
    [InlineData("‘The workers’ bridge isn’t ready,’ Ann Lee said.", QuoteKind.Direct, "‘The workers’ bridge isn’t ready,’", "said", "Ann Lee")]
    [InlineData("The mayor said that the bridge would open in May.", QuoteKind.Indirect, "that the bridge would open in May", "said", "The mayor")]
    [InlineData("The mayor said the bridge would open in May.", QuoteKind.Indirect, "the bridge would open in May", "said", "The mayor")]
    [InlineData("The bridge would open in May, the mayor said.", QuoteKind.Indirect, "The bridge would open in May", "said", "the mayor")]
    [InlineData("According to the mayor, the bridge would open in May.", QuoteKind.Indirect, "the bridge would open in May", "According to", "the mayor")]
    [InlineData("The bridge would open in May, according to the mayor.", QuoteKind.Indirect, "The bridge would open in May", "according to", "the mayor")]
    [InlineData("The mayor called the bridge “a triumph of patience.”", QuoteKind.Mixed, "the bridge “a triumph of patience.”", "called", "The mayor")]
    [InlineData("The mayor told reporters in Troy that the bridge would open in May.", QuoteKind.Indirect, "that the bridge would open in May", "told", "The mayor")]
    [InlineData("The ministry said in a statement that the bridge would open in May.", QuoteKind.Indirect, "that the bridge would open in May", "said", "The ministry")]
    [InlineData("Ann Lee, who runs the city, has said the bridge would open in May.", QuoteKind.Indirect, "the bridge would open in May", "has said", "Ann Lee, who runs the city")]
    [InlineData("The mayor promised to open the bridge in May.", QuoteKind.Indirect, "to open the bridge in May", "promised", "The mayor")]
    [InlineData("Officials say the bridge will open in May.", QuoteKind.Indirect, "the bridge will open in May", "say", "Officials")]
    [InlineData("The mayor accused the builders of fraud.", QuoteKind.Indirect, "the builders of fraud", "accused", "The mayor")]
    [InlineData("The mayor’s claim that the bridge was safe pleased drivers.", QuoteKind.Indirect, "that the bridge was safe", "claim", "The mayor")]
    [InlineData("Tusk said the bridge, which cost $3 billion, would open in May.", QuoteKind.Indirect, "the bridge, which cost $3 billion, would open in May", "said", "Tusk")]
    public void A_construction_gives_its_content_cue_and_source(string text, QuoteKind kind, string content, string cue, string source)
    {
        var quote = text.OnlyQuote();

        Assert.Equal(content, quote.ContentIn(text));
        Assert.Equal(cue, quote.CueIn(text));
        Assert.Equal(source, quote.Speaker.Text);
        Assert.Equal(kind, quote.Kind);
        Assert.Equal(QuoteStance.Asserted, quote.Stance);
    }

    [Fact]
    public void A_quote_split_by_its_cue_is_one_quote()
    {
        const string text = "\"The bridge,\" Ann Lee said, \"will open in May.\"";

        Assert.Equal("\"The bridge,\" | \"will open in May.\"", text.OnlyQuote().ContentIn(text));
    }

    [Fact]
    public void A_quote_goes_on_in_the_sentence_after_its_cue()
    {
        const string text = "\"The bridge will open,\" Ann Lee said. \"Nobody believed us. We did it.\"";

        Assert.Equal("\"The bridge will open,\" | \"Nobody believed us. We did it.\"", text.OnlyQuote().ContentIn(text));
    }

    [Fact]
    public void A_clause_split_by_its_cue_is_one_quote()
    {
        const string text = "Drivers, the mayor said, will not have to pay.";

        Assert.Equal("Drivers | will not have to pay", text.OnlyQuote().ContentIn(text));
    }

    [Fact]
    public void A_running_quote_opens_again_at_each_paragraph()
    {
        const string text = "Ann Lee said: “We waited for years.\n\n“We waited in the rain.\n\n“Now we drive.”\n\nThe crowd went home.";

        var quotes = text.Quotes();

        Assert.All(quotes, q => Assert.Equal("Ann Lee", q.Speaker.Name));
        Assert.Equal("“We waited for years. | “We waited in the rain. | “Now we drive.”", string.Join(" | ", quotes.Select(q => q.ContentIn(text))));
    }

    [Theory]
    [InlineData("Vell Institute said it was glad.\n\n\"We waited for years.\n\n\"Now we drive,\" Ann Lee told the crowd.", "\"We waited for years. | \"Now we drive,\"")]
    [InlineData("Vell Institute said it was glad.\n\n“We waited for years.\n\n“We waited in the rain.\n\n“Now we drive,” said Ann Lee.", "“We waited for years. | “We waited in the rain. | “Now we drive,”")]
    [InlineData("Vell Institute said it was glad.\n\n\"We waited,\" Ann Lee said. \"It was cold.\n\n\"It rained.\n\n\"Now we drive.\"", "\"We waited,\" | \"It was cold. | \"It rained. | \"Now we drive.\"")]
    public void A_running_quote_is_one_quote_of_whom_any_of_its_paragraphs_names(string text, string content)
    {
        var quote = text.Quotes()[^1];

        Assert.Equal((content, "Ann Lee"), (quote.ContentIn(text), quote.Speaker.Name));
        Assert.Equal(2, text.Quotes().Count);
    }

    [Fact]
    public void Two_closed_quotes_of_two_paragraphs_stay_apart()
    {
        const string text = "Bob Ray said it was glad news.\n\n\"We waited for years.\"\n\n\"Now we drive,\" Ann Lee said.";

        Assert.Equal(["Bob Ray", "Bob Ray", "Ann Lee"], text.Quotes().Select(q => q.Speaker.Name));
    }

    [Theory]
    [InlineData("Der Bäcker Jost Wendel sieht den Plan mit Sorge: „Wir warten seit Jahren.“", "Jost Wendel")]
    [InlineData("La panadera Marta Ruiz celebró la noticia: “Esperamos veinte años.”", "Marta Ruiz")]
    [InlineData("Le boulanger, Paul Girard, a critiqué le projet : « Nous attendons encore. »", "Paul Girard")]
    public void A_quotation_behind_a_colon_is_of_the_first_who_is_named_before_it_in_any_language(string text, string name) =>
        Assert.Equal(name, text.OnlyQuote().Speaker.Name);

    [Theory]
    [InlineData("The mayor asked to send best wishes to the builder's wife, Ann Lee.", "to send best wishes to the builder's wife, Ann Lee")]
    [InlineData("TROY, May 3 (Troy Times) - The bridge will open in June, the mayor said.", "The bridge will open in June")]
    [InlineData("The bridge will open in June, the mayor said on Monday, a day after the vote.", "The bridge will open in June")]
    [InlineData("A count of the votes has confirmed the result, but by nine votes, the head of the office, Ann Lee, stated on Monday.", "A count of the votes has confirmed the result, but by nine votes")]
    [InlineData("Someone in the room said that it was late.", "that it was late")]
    public void Content_has_its_whole_clause_and_nothing_around_it(string text, string content) =>
        Assert.Equal(content, text.OnlyQuote().ContentIn(text));

    [Fact]
    public void Words_of_when_alone_are_no_content() => Assert.Empty("The mayor conceded an hour later.".Quotes());

    [Fact]
    public void A_quote_without_a_cue_belongs_to_the_last_speaker()
    {
        const string text = "\"The bridge will open,\" Ann Lee said.\n\n\"I have promised it for years and I keep my word.\"";

        var quote = text.Quotes().With(text, "I keep my word");

        Assert.Equal("Ann Lee", quote.Speaker.Name);
        Assert.Null(quote.Cue);
        Assert.Null(quote.Speaker.Span);
    }

    [Theory]
    [InlineData("Go away", "‘Go away from here,’", "He", null)]
    [InlineData("You are late", "‘You are late for work.’", "Bob Ray", "Bob Ray")]
    [InlineData("No, I am not", "‘No, I am not.’", "I", "Ann Lee")]
    public void What_a_speaker_quotes_in_turn_is_a_quote_of_its_own(string words, string content, string source, string? name)
    {
        const string text = "“He told me, ‘Go away from here,’ and I left,” Ann Lee said. “Then Bob Ray said, ‘You are late for work.’ I said, ‘No, I am not.’”";

        var quote = text.Quotes().Last(q => q.ContentIn(text).Contains(words, StringComparison.Ordinal));

        Assert.Equal((content, source, name), (quote.ContentIn(text), quote.Speaker.Text, quote.Speaker.Name));
    }

    [Theory]
    [InlineData("Ann Lee: “The bridge will open in May.”", "Ann Lee")]
    [InlineData("“The bridge will open in May.” — Ann Lee", "Ann Lee")]
    [InlineData("“The bridge will open in May.”\n\n— Ann Lee", "Ann Lee")]
    [InlineData("LEE: Do you think the bridge will open?", "LEE")]
    [InlineData("Ann Lee was glad. “The bridge will open in May.”", "Ann Lee")]
    [InlineData("Ann Lee agreed. “The bridge will open in May.”", "Ann Lee")]
    [InlineData("Ann Lee made her case:\n\n“The bridge will open in May.”", "Ann Lee")]
    [InlineData("As Ann Lee put it, “the bridge will open in May.”", "Ann Lee")]
    [InlineData("The problem, says Ann Lee, is the bridge.", "Ann Lee")]
    [InlineData("The crowd waited, with Ann Lee shouting: “The bridge will open in May.”", "Ann Lee")]
    [InlineData("“Why so late?” Ann Lee wondered.", "Ann Lee")]
    [InlineData("Ann Lee, speaking on Monday in Troy, N.Y., said the bridge would open.", "Ann Lee")]
    [InlineData("Ann Lee, 34, a nurse from Troy, said the bridge would open.", "Ann Lee, 34, a nurse from Troy")]
    [InlineData("Ann Lee later Thursday told reporters: “The bridge will open.”", "Ann Lee")]
    [InlineData("A man who asked not to be named said the bridge would open.", "A man who asked not to be named")]
    public void The_source_is_found_in_each_construction(string text, string source) => Assert.Equal(source, text.OnlyQuote().Speaker.Text);

    [Fact]
    public void A_clause_with_a_speaker_of_its_own_ends_the_content()
    {
        const string text = "Ann Lee said the bridge was safe, but Bob Ray argued that it was not.";

        var quotes = text.Quotes();

        Assert.Equal(["the bridge was safe", "that it was not"], quotes.Select(q => q.ContentIn(text)));
        Assert.Equal(["Ann Lee", "Bob Ray"], quotes.Select(q => q.Speaker.Name));
    }

    [Fact]
    public void Two_verbs_of_one_subject_are_two_quotes_of_one_speaker()
    {
        const string text = "The mayor said the bridge would open in May and added that nobody would pay.";

        var quotes = text.Quotes();

        Assert.Equal(["the bridge would open in May", "that nobody would pay"], quotes.Select(q => q.ContentIn(text)));
        Assert.All(quotes, q => Assert.Equal("The mayor", q.Speaker.Text));
    }

    [Fact]
    public void A_participle_shares_the_subject_of_its_sentence()
    {
        const string text = "The mayor praised the builders, adding that nobody would pay.";

        var quotes = text.Quotes();

        Assert.Equal(["the builders", "that nobody would pay"], quotes.Select(q => q.ContentIn(text)));
        Assert.All(quotes, q => Assert.Equal("The mayor", q.Speaker.Text));
    }

    [Fact]
    public void What_an_agency_passes_on_is_said_by_the_person()
    {
        const string text = "\"The bridge will open,\" Ann Lee was quoted as saying by the Tolna news agency.";

        var quote = text.OnlyQuote();

        Assert.Equal("Ann Lee", quote.Speaker.Name);
        Assert.Equal("the Tolna news agency", quote.Speaker.Channel);
        Assert.Equal("was quoted as saying", quote.CueIn(text));
    }

    [Fact]
    public void An_agency_that_quotes_a_person_is_the_channel()
    {
        const string text = "The Tolna news agency quoted Ann Lee as saying that the bridge would open.";

        var quote = text.OnlyQuote();

        Assert.Equal("Ann Lee", quote.Speaker.Name);
        Assert.Equal("The Tolna news agency", quote.Speaker.Channel);
        Assert.Equal("that the bridge would open", quote.ContentIn(text));
    }

    [Theory]
    [InlineData("The mayor did not say that the bridge was unsafe.", QuoteStance.Denied)]
    [InlineData("The mayor denied that the bridge was unsafe.", QuoteStance.Denied)]
    [InlineData("The mayor never said the bridge was unsafe.", QuoteStance.Denied)]
    [InlineData("The mayor did not deny that the bridge was unsafe.", QuoteStance.Asserted)]
    [InlineData("The mayor asked whether the bridge was unsafe.", QuoteStance.Asked)]
    [InlineData("The mayor might say that the bridge was unsafe.", QuoteStance.Hypothetical)]
    public void The_stance_keeps_a_denial_from_being_reported_as_a_statement(string text, QuoteStance stance) =>
        Assert.Equal(stance, text.OnlyQuote().Stance);

    [Theory]
    [InlineData("The mayor said that the bridge was safe.", AttributionType.Assertion)]
    [InlineData("The mayor believes that the bridge is safe.", AttributionType.Belief)]
    [InlineData("The mayor knew that the bridge was safe.", AttributionType.Fact)]
    [InlineData("The mayor wants to open the bridge.", AttributionType.Eventuality)]
    public void The_type_tells_what_is_said_from_what_is_held_known_or_wished(string text, AttributionType type) =>
        Assert.Equal(type, text.OnlyQuote().Type);

    [Theory]
    [InlineData("The so-called \"smart\" bridge opened in May.")]
    [InlineData("She played in \"The Long Road Home\" before the bridge opened.")]
    [InlineData("The beam is 6'2\" long and 4\" wide.")]
    [InlineData("It was the sound of the '90s, the workers' rock 'n' roll.")]
    public void Scare_quotes_titles_and_inches_are_no_quotes(string text) => Assert.Empty(text.Quotes());

    [Theory]
    [InlineData("Officials said the bridge was safe.", SpeakerKind.Collective)]
    [InlineData("The ministry said the bridge was safe.", SpeakerKind.Organisation)]
    [InlineData("The report said the bridge was safe.", SpeakerKind.Organisation)]
    [InlineData("A source who asked not to be named said the bridge was safe.", SpeakerKind.Anonymous)]
    [InlineData("An engineer said the bridge was safe.", SpeakerKind.Role)]
    [InlineData("Ann Lee said the bridge was safe.", SpeakerKind.Person)]
    public void The_kind_of_speaker_is_told(string text, SpeakerKind kind) => Assert.Equal(kind, text.OnlyQuote().Speaker.Kind);

    [Theory]
    [InlineData("Officials said the bridge was safe.")]
    [InlineData("Ann Lee waited. A source who asked not to be named said the bridge was safe.")]
    [InlineData("Ann Lee waited. An engineer said the bridge was safe.")]
    public void Nobody_unnamed_gets_a_name(string text) => Assert.Null(text.OnlyQuote().Speaker.Name);
}
