namespace NewsBot.Core.Quotes;

/// <summary>Somebody whom an article names.</summary>
internal sealed class Person
{
    public required IReadOnlyList<string> Words { get; set; }

    public List<string> Titles { get; } = [];

    /// <summary>Words of all titles, nations folded, in lower case.</summary>
    public HashSet<string> TitleWords { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Gender Gender { get; set; }

    /// <summary>Unit of the first mention by more than a last name.</summary>
    public required int Introduced { get; init; }

    /// <summary>Whether more than capitals tells that this is a person: a known given name, a title, or words of theirs.</summary>
    public bool IsSure => Spoke || Titles.Count > 0 || FirstNames.IsKnown(First);

    /// <summary>Whether words were attributed to them by name.</summary>
    public bool Spoke { get; set; }

    public string Name => string.Join(' ', Words);

    public string First => Words[0];

    public string Last
    {
        get
        {
            var last = Words.Count - 1;
            while (last > 0 && IsSuffix(Words[last]))
                last--;
            return Words[last];
        }
    }

    public static bool IsSuffix(string word) => word is "Jr" or "Jr." or "Sr" or "Sr." or "II" or "III" or "IV";

    public void AddTitle(string title)
    {
        if (title.Length == 0)
            return;
        if (!Titles.Contains(title))
            Titles.Add(title);
        foreach (var word in title.Split([' ', '-', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            TitleWords.Add(Nationalities.Fold(bare));
            TitleWords.Add(bare);
        }

        if (Gender == Gender.Unknown)
            Gender = GenderOfTitle(title);
    }

    public static Gender GenderOfTitle(string title)
    {
        foreach (var word in title.Split(' '))
        {
            switch (word.ToLowerInvariant())
            {
                case "mr" or "mr." or "king" or "prince" or "lord" or "sir" or "spokesman" or "congressman" or "chairman" or "businessman" or "councilman" or "actor" or "father" or "pope":
                    return Gender.Male;
                case "mrs" or "mrs." or "ms" or "ms." or "miss" or "queen" or "princess" or "lady" or "dame" or "spokeswoman" or "congresswoman" or "chairwoman" or "businesswoman" or "councilwoman" or "actress" or "sister":
                    return Gender.Female;
            }

            if (word.Length > 5 && char.IsLower(word[0]) && word.EndsWith("woman", StringComparison.Ordinal))
                return Gender.Female;
            if (word.Length > 5 && char.IsLower(word[0]) && word.EndsWith("man", StringComparison.Ordinal))
                return Gender.Male;
        }

        return Gender.Unknown;
    }
}
