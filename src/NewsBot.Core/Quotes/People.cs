namespace NewsBot.Core.Quotes;

/// <summary>
/// The people of one article. A name of two or more words introduces a person; a single word is the person whose last
/// name it is, else whose first name (family names come first in some languages). Where two share a last name, the bare
/// name goes on meaning the one whom it meant before the other was introduced; otherwise it is left open.
/// </summary>
internal sealed class People
{
    private readonly List<Person> _all = [];
    private readonly Dictionary<string, List<Person>> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Unit, Person Person)> _firstBare = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Person> All => _all;

    /// <summary>Whom each mention means: one person, or several that the text does not tell apart.</summary>
    public Dictionary<NameMention, IReadOnlyList<Person>> Meant { get; } = [];

    public static People Read(IReadOnlyList<List<NameMention>> mentions)
    {
        var people = new People();
        foreach (var mention in mentions.SelectMany(m => m))
            if (mention.IsPerson && mention.Words.Count(w => !Person.IsSuffix(w)) > 1)
                people.Introduce(mention);
        foreach (var mention in mentions.SelectMany(m => m))
            if (mention.IsPerson || people._byWord.ContainsKey(mention.Words[^1]))
                people.Understand(mention);
        return people;
    }

    private void Introduce(NameMention mention)
    {
        var known = _byWord.TryGetValue(LastOf(mention), out var same)
            ? same.Find(p => p.Last == LastOf(mention) && AreOneFirstName(p.First, mention.Words[0]))
            : null;
        if (known is null)
        {
            known = new Person { Words = mention.Words, Introduced = mention.Unit.Ordinal, Gender = FirstNames.GenderOf(mention.Words[0]) };
            _all.Add(known);
            Index(known, known.Last);
            if (known.First != known.Last)
                Index(known, known.First);
        }

        AddTitles(known, mention);
        Meant[mention] = [known];
    }

    private void Understand(NameMention mention)
    {
        if (Meant.ContainsKey(mention))
            return;
        var word = mention.Words[^1];
        var candidates = _byWord.TryGetValue(word, out var same) ? same.FindAll(p => p.Last.Equals(word, StringComparison.OrdinalIgnoreCase)) : [];
        if (candidates.Count == 0 && same is not null)
            candidates = same;
        var titleGender = new Person { Words = ["?"], Introduced = 0 };
        titleGender.AddTitle(mention.Title);
        if (titleGender.Gender != Gender.Unknown && candidates.Exists(p => p.Gender == titleGender.Gender || p.Gender == Gender.Unknown))
            candidates = candidates.FindAll(p => p.Gender == titleGender.Gender || p.Gender == Gender.Unknown);
        if (candidates.Count > 1)
            candidates = Narrow(mention, word, candidates);
        if (candidates.Count == 0)
        {
            if (!mention.IsPerson)
                return;
            var single = new Person { Words = mention.Words, Introduced = mention.Unit.Ordinal };
            _all.Add(single);
            Index(single, single.Last);
            candidates = [single];
        }

        if (candidates.Count == 1)
        {
            AddTitles(candidates[0], mention);
            _firstBare.TryAdd(word, (mention.Unit.Ordinal, candidates[0]));
        }

        Meant[mention] = candidates;
    }

    private List<Person> Narrow(NameMention mention, string word, List<Person> candidates)
    {
        var introduced = candidates.FindAll(p => p.Introduced <= mention.Unit.Ordinal);
        if (introduced.Count == 1)
            return introduced;
        return _firstBare.TryGetValue(word, out var first) && candidates.Contains(first.Person) ? [first.Person] : introduced.Count > 0 ? introduced : candidates;
    }

    private static void AddTitles(Person person, NameMention mention)
    {
        person.AddTitle(mention.Title);
        person.AddTitle(mention.Apposition);
    }

    private void Index(Person person, string word)
    {
        if (!_byWord.TryGetValue(word, out var same))
            _byWord[word] = same = [];
        same.Add(person);
    }

    private static string LastOf(NameMention mention)
    {
        var last = mention.Words.Count - 1;
        while (last > 0 && Person.IsSuffix(mention.Words[last]))
            last--;
        return mention.Words[last];
    }

    private static bool AreOneFirstName(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase))
            return true;
        if ((a.Length <= 2 || b.Length <= 2) && char.ToUpperInvariant(a[0]) == char.ToUpperInvariant(b[0]))
            return a.TrimEnd('.').Length == 1 || b.TrimEnd('.').Length == 1;
        if (TypingSlip.IsOne(a.ToLowerInvariant(), b.ToLowerInvariant()))
            return true;
        return FirstNames.Key(a.ToLowerInvariant()) == FirstNames.Key(b.ToLowerInvariant());
    }
}
