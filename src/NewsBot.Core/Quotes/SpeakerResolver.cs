namespace NewsBot.Core.Quotes;

/// <summary>Says whose words attributions give: what kind of speaker the source is, and who it is where the article tells.</summary>
internal sealed class SpeakerResolver
{
    private readonly string _text;
    private readonly List<NameMention>[] _mentions;
    private readonly People _people;
    private readonly Discourse _discourse;
    private readonly Dictionary<Attribution, Speaker> _speakers = [];

    private SpeakerResolver(string text, List<TextUnit> units)
    {
        _text = text;
        _mentions = NameFinder.FindAll(units);
        _people = People.Read(_mentions);
        _discourse = new Discourse(_people, units, _mentions);
    }

    public static Speaker[] Resolve(string text, List<TextUnit> units, List<Attribution> attributions)
    {
        var resolver = new SpeakerResolver(text, units);
        var speakers = new Speaker[attributions.Count];
        for (var i = 0; i < speakers.Length; i++)
            speakers[i] = resolver._speakers[attributions[i]] = resolver.Resolve(attributions[i]);
        return speakers;
    }

    private Speaker Resolve(Attribution attribution)
    {
        if (attribution.Source is not { } source)
            return attribution.SharesSource is { } shared && _speakers.TryGetValue(shared, out var carried) ? carried with { Span = null } : Speaker.Unknown;
        var unit = attribution.Unit;
        if (unit.Level > 0 && source.Count == 1 && (unit.IsWord(source.First, "I") || unit.IsWord(source.First, "we")))
            return attribution.SharesSource is { } outer && _speakers.TryGetValue(outer, out var speaks)
                ? speaks with { Text = unit.Word(source.First).ToString(), Span = unit.SpanOf(source.First, source.Last), Kind = SpeakerKind.Pronoun }
                : Of(SpeakerKind.Pronoun);
        var span = unit.SpanOf(source.First, source.Last);
        var relative = source.Count == 1 && source != attribution.Core;
        var described = Describe(unit, relative ? attribution.Core : source, attribution.Core);
        var speaker = described with
        {
            Text = described.Text.Length > 0 ? described.Text : relative ? unit.SpanOf(attribution.Core.First, attribution.Core.Last).In(_text) : span.In(_text),
            Span = span,
            Channel = attribution.Channel is { } channel ? unit.SpanOf(channel.First, channel.Last).In(_text) : null,
        };
        if (speaker is { Kind: SpeakerKind.Role, Name: null, Candidates: [] } && unit.Level == 0 && attribution is { Speech: true, Stance: not QuoteStance.Asked }
            && (described.Text.Length > 0 || Discourse.IsSomebody(unit, attribution.Core) && !_mentions[unit.Ordinal].Exists(m => m.IsPerson && m.Name.First >= source.First && m.Name.Last <= source.Last)))
            _discourse.Spoke(unit.Ordinal, speaker);
        return speaker;
    }

    private Speaker Describe(TextUnit unit, Phrase source, Phrase core)
    {
        if (unit.Level > 0 && core.Count == 1 && unit.Is(core.First, WordClass.Pronoun))
            return Of(SpeakerKind.Pronoun); // Whom a quoted "he" means only its speaker knows.
        if (core.Count == 1 && unit.Is(core.First, WordClass.Pronoun | WordClass.Relative) && !unit.Is(core.First, WordClass.Determiner))
            return DescribePronoun(unit, core.First);
        if (SpeakerKinds.IsAnonymous(unit, source))
            return Of(SpeakerKind.Anonymous);
        var mention = SpeakerKinds.NameOf(unit, source, core, _mentions[unit.Ordinal]);
        if (mention is not null && (SpeakerKinds.Joins(unit, core, mention) || SpeakerKinds.JoinsBehind(unit, source, core, _mentions[unit.Ordinal])))
            return Of(SpeakerKind.Collective);
        if (mention is not null && _people.Meant.TryGetValue(mention, out var meant))
            return DescribePerson(unit, meant, mention);
        if (mention is not null)
            return Of(SpeakerKind.Organisation) with { Name = SpeakerKinds.OrganisationName(unit, core, mention) };
        var kind = SpeakerKinds.OfHead(unit, core);
        return kind == SpeakerKind.Role && RoleMatcher.Find(unit, core, _people, _discourse) is { Count: > 0 } people
            ? Named(unit, people, SpeakerKind.Role)
            : Of(kind);
    }

    private Speaker DescribePerson(TextUnit unit, IReadOnlyList<Person> meant, NameMention mention)
    {
        var speaker = Named(unit, meant, SpeakerKind.Person);
        return mention.Title.Length > 0 && !IsCourtesy(mention.Title) ? speaker with { Title = mention.Title } : speaker;
    }

    private Speaker DescribePronoun(TextUnit unit, int token)
    {
        var gender = unit.IsWord(token, "he") || unit.IsWord(token, "him") || unit.IsWord(token, "himself") ? Gender.Male
            : unit.IsWord(token, "she") || unit.IsWord(token, "her") || unit.IsWord(token, "herself") ? Gender.Female
            : Gender.Unknown;
        if (unit.Is(token, WordClass.Determiner) || unit.IsWord(token, "they") || unit.IsWord(token, "them") || unit.IsWord(token, "we"))
            return Of(SpeakerKind.Collective);
        if (gender == Gender.Unknown)
            return Of(SpeakerKind.Pronoun);
        var antecedent = _discourse.Pronoun(gender, unit, token);
        return antecedent.Role ?? Named(unit, antecedent.People, SpeakerKind.Pronoun, gender);
    }

    /// <summary>The one person, or all of them as candidates.</summary>
    private Speaker Named(TextUnit unit, IReadOnlyList<Person> people, SpeakerKind kind, Gender gender = Gender.Unknown)
    {
        if (people.Count != 1)
            return Of(kind) with { Candidates = people.Select(p => p.Name).ToList() };
        var person = people[0];
        if (gender != Gender.Unknown && person.Gender == Gender.Unknown)
            person.Gender = gender;
        _discourse.Spoke(unit.Ordinal, person);
        return Of(kind) with { Name = person.Name, Title = person.Titles.Find(t => !IsCourtesy(t)) };
    }

    private static bool IsCourtesy(string title) => title is "Mr." or "Mr" or "Mrs." or "Mrs" or "Ms." or "Ms" or "Miss";

    private static Speaker Of(SpeakerKind kind) => new() { Text = "", Kind = kind };
}
