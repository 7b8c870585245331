namespace NewsBot.Core.Quotes;

/// <summary>Who is in a reader's mind at each point of an article: subjects and speakers of the sentences before.</summary>
internal sealed class Discourse(People people, IReadOnlyList<List<NameMention>> mentions)
{
    /// <summary>How many units back a pronoun may reach.</summary>
    private const int Reach = 6;

    private readonly Dictionary<int, Person> _speakers = [];

    public void Spoke(int unit, Person person)
    {
        person.Spoke = true;
        _speakers[unit] = person;
    }

    /// <summary>
    /// Whom "he" or "she" means. Nearest first: a person named before it in the sentence, then, sentence by sentence back,
    /// who spoke there, then its subject, then whoever else is named; several of one rank leave it open.
    /// </summary>
    public IReadOnlyList<Person> Pronoun(Gender gender, TextUnit unit, int token)
    {
        var inUnit = Named(unit.Ordinal, gender, token);
        if (inUnit.Subjects.Count > 0)
            return inUnit.Subjects;
        if (_speakers.TryGetValue(unit.Ordinal, out var same) && Fits(same, gender))
            return [same];
        for (var i = unit.Ordinal - 1; i >= 0 && i >= unit.Ordinal - Reach; i--)
        {
            if (_speakers.TryGetValue(i, out var speaker) && Fits(speaker, gender))
                return [speaker];
            var (subjects, others) = Named(i, gender, int.MaxValue);
            if (subjects.Count > 0)
                return subjects;
            if (others.Count > 0)
                return others.FindAll(p => p.IsSure) is { Count: > 0 } sure ? sure : others;
        }

        return [];
    }

    /// <summary>Whether a person is named within the last units.</summary>
    public bool IsNear(Person person, int unit)
    {
        for (var i = unit; i >= 0 && i > unit - Reach; i--)
            if (mentions[i].Exists(m => people.Meant.TryGetValue(m, out var meant) && meant.Contains(person)))
                return true;
        return false;
    }

    private (List<Person> Subjects, List<Person> Others) Named(int unit, Gender gender, int before)
    {
        List<Person> subjects = [], others = [];
        foreach (var mention in mentions[unit])
        {
            if (mention.Name.First >= before || !people.Meant.TryGetValue(mention, out var meant) || meant.Count != 1 || !Fits(meant[0], gender))
                continue;
            var isOblique = mention.Unit.Is(mention.First - 1, WordClass.Preposition) || mention.Unit.Is(mention.First - 1, WordClass.Determiner) && mention.Unit.Is(mention.First - 2, WordClass.Preposition)
                || mention.Unit.Is(mention.Name.Last + 1, WordClass.Genitive);
            if (!isOblique && subjects.Count == 0)
                subjects.Add(meant[0]);
            else if (!others.Contains(meant[0]))
                others.Add(meant[0]);
        }

        return (subjects, others);
    }

    private static bool Fits(Person person, Gender gender) => gender == Gender.Unknown || person.Gender == Gender.Unknown || person.Gender == gender;
}
