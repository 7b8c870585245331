namespace NewsBot.Core.Quotes;

/// <summary>Whom a pronoun can mean: people with names, several when the text leaves it open, or one whom it only calls by a role.</summary>
/// <param name="People">Empty where nobody fits, or for a role.</param>
/// <param name="Role">The speaker by role; null for people with names.</param>
internal readonly record struct Antecedent(IReadOnlyList<Person> People, Speaker? Role = null);

/// <summary>Who is in a reader's mind at each point of an article: subjects and speakers of the sentences before.</summary>
internal sealed class Discourse(People people, List<TextUnit> units, IReadOnlyList<List<NameMention>> mentions)
{
    /// <summary>How many units back a pronoun may reach.</summary>
    private const int Reach = 6;

    private readonly Dictionary<int, Antecedent> _speakers = [];
    private readonly Dictionary<int, RoleSubject?> _roleSubjects = [];

    public void Spoke(int unit, Person person)
    {
        person.Spoke = true;
        _speakers[unit] = new Antecedent([person]);
    }

    /// <summary>Somebody spoke whom the article calls by a role and does not name.</summary>
    public void Spoke(int unit, Speaker role) => _speakers[unit] = new Antecedent([], role with { Span = null, Channel = null });

    /// <summary>
    /// Whom "he" or "she" means. Nearest first: a person named before it in the sentence, then, sentence by sentence back,
    /// who spoke there, then its subject, by name or by role, then whoever else is named; several of one rank leave it open.
    /// </summary>
    public Antecedent Pronoun(Gender gender, TextUnit unit, int token)
    {
        var (subject, _, _) = Named(unit.Ordinal, gender, token);
        if (subject is not null)
            return new Antecedent([subject]);
        Antecedent? unsure = null;
        if (_speakers.TryGetValue(unit.Ordinal, out var same) && Fits(same, gender))
        {
            if (Holds(same, unit.Ordinal, unit))
                return same;
            unsure = same;
        }

        for (var i = unit.Ordinal - 1; i >= 0 && i >= unit.Ordinal - Reach; i--)
        {
            var (named, at, others) = Named(i, gender, int.MaxValue);
            var hasSpoken = _speakers.TryGetValue(i, out var speaker) && Fits(speaker, gender);
            if (hasSpoken && Holds(speaker, i, unit))
                return speaker;
            if (RoleSubjectOf(i) is { } role && role.First < at && Fits(role.Meant, gender))
            {
                if (Holds(role.Meant, i, unit))
                    return role.Meant;
                unsure ??= role.Meant;
            }

            if (hasSpoken)
                unsure ??= speaker;
            if (named is not null)
                return new Antecedent([named]);
            if (others.Count > 0)
                return new Antecedent(others.FindAll(p => p.IsSure) is { Count: > 0 } sure ? sure : others);
        }

        return unsure ?? new Antecedent([]);
    }

    /// <summary>The subject of a unit's first verb where it is a role: "the mayor waited".</summary>
    private RoleSubject? RoleSubjectOf(int unit)
    {
        if (!_roleSubjects.TryGetValue(unit, out var known))
            _roleSubjects[unit] = known = FindRoleSubject(units[unit]);
        return known;
    }

    private RoleSubject? FindRoleSubject(TextUnit unit)
    {
        if (Clauses.FirstSubject(unit) is not { } subject || !(subject.Phrase.First == 0 || unit.IsKind(subject.Phrase.First - 1, TokenKind.Comma)) || unit.Is(0, WordClass.Subordinator | WordClass.Question)
            || !IsSomebody(unit, subject.Core) || mentions[unit.Ordinal].Exists(m => m.IsPerson && m.First <= subject.Phrase.Last) || Asks(unit, subject.Core.Last + 1) || SpeakerKinds.OfHead(unit, subject.Core) != SpeakerKind.Role)
            return null;
        var meant = RoleMatcher.Find(unit, subject.Core, people, this);
        var text = unit.SpanOf(subject.Core.First, subject.Core.Last).In(unit.Text);
        return new RoleSubject(subject.Core.First, meant.Count > 0 ? new Antecedent(meant) : new Antecedent([], new Speaker { Text = text, Kind = SpeakerKind.Role }));
    }

    /// <summary>"A reporter asked": whoever answers is meant next.</summary>
    private static bool Asks(TextUnit unit, int verb) => verb < unit.Tokens.Length && unit.Tokens[verb].Cue is { Verb.Frame: CueFrame.Ask };

    /// <summary>"a sailor", "the mayor", "its director": one of the report, and not of who speaks in it.</summary>
    public static bool IsSomebody(TextUnit unit, Phrase core) =>
        unit.Is(core.First, WordClass.Determiner | WordClass.PossessivePronoun) && !unit.IsWord(core.First, "your") && !unit.IsWord(core.First, "my") && !unit.IsWord(core.First, "our") && !unit.IsWord(core.First, "no");

    /// <summary>Whether a person is named within the last units.</summary>
    public bool IsNear(Person person, int unit)
    {
        for (var i = unit; i >= 0 && i > unit - Reach; i--)
            if (mentions[i].Exists(m => people.Meant.TryGetValue(m, out var meant) && meant.Contains(person)))
                return true;
        return false;
    }

    /// <summary>The first person who is named and not behind a preposition or a genitive, where, and the others of a unit.</summary>
    private (Person? Subject, int At, List<Person> Others) Named(int unit, Gender gender, int before)
    {
        Person? subject = null;
        var at = int.MaxValue;
        List<Person> others = [];
        foreach (var mention in mentions[unit])
        {
            if (mention.Name.First >= before || !people.Meant.TryGetValue(mention, out var meant) || meant.Count != 1 || !Fits(meant[0], gender))
                continue;
            var isOblique = mention.Unit.Is(mention.First - 1, WordClass.Preposition) || mention.Unit.Is(mention.First - 1, WordClass.Determiner) && mention.Unit.Is(mention.First - 2, WordClass.Preposition)
                || mention.Unit.Is(mention.Name.Last + 1, WordClass.Genitive);
            if (!isOblique && subject is null)
                (subject, at) = (meant[0], mention.First);
            else if (!others.Contains(meant[0]))
                others.Add(meant[0]);
        }

        return (subject, at, others);
    }

    /// <summary>
    /// Whether a role means somebody without a name. "A sailor" is somebody new; "the candidate" can be a known one by another
    /// word; "the Tolnan minister", whom nobody of the article matches, is somebody else for the sentence right behind it.
    /// </summary>
    private bool Holds(Antecedent antecedent, int at, TextUnit unit)
    {
        if (antecedent.Role is not { } role || !role.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
            return true;
        return role.Text.Split(' ').Skip(1).Any(PlaceNames.IsAdjective) && at >= unit.Ordinal - 1 && units[at].Paragraph == unit.Paragraph;
    }

    private static bool Fits(Antecedent antecedent, Gender gender)
    {
        if (antecedent.Role is { } role)
            return Person.GenderOfTitle(role.Text) is var own && (own == gender || own == Gender.Unknown);
        return antecedent.People.Any(p => Fits(p, gender));
    }

    private static bool Fits(Person person, Gender gender) => gender == Gender.Unknown || person.Gender == Gender.Unknown || person.Gender == gender;

    private sealed record RoleSubject(int First, Antecedent Meant);
}
