namespace NewsBot.Core.Text;

/// <summary>
/// Takes English suffixes off lower-case words in place, after M. F. Porter, "An algorithm for suffix stripping",
/// Program 14(3), 1980, with the author's two later departures (-bli for -abli, -logi). Words of one or two letters
/// and words with other than a to z are left alone by the caller.
/// </summary>
internal ref struct PorterStemmer
{
    private readonly Span<char> _word;
    private int _end; // index of the last letter
    private int _stem; // index of the last letter before the suffix that matched

    private PorterStemmer(Span<char> word)
    {
        _word = word;
        _end = word.Length - 1;
        _stem = 0;
    }

    /// <returns>The length of the stem, which is at the start of <paramref name="word"/>.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
            return word.Length;
        var stemmer = new PorterStemmer(word);
        stemmer.Plurals();
        stemmer.TerminalY();
        stemmer.DoubleSuffixes();
        stemmer.Adjectives();
        stemmer.LastSuffixes();
        stemmer.FinalE();
        return stemmer._end + 1;
    }

    private readonly bool IsConsonant(int i) => _word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(i - 1),
        _ => true,
    };

    /// <summary>The number of vowel-consonant sequences before the suffix: m in [C](VC)^m[V].</summary>
    private readonly int Measure()
    {
        var count = 0;
        var i = 0;
        while (i <= _stem && IsConsonant(i))
            i++;
        while (true)
        {
            while (i <= _stem && !IsConsonant(i))
                i++;
            if (i > _stem)
                return count;
            count++;
            while (i <= _stem && IsConsonant(i))
                i++;
            if (i > _stem)
                return count;
        }
    }

    private readonly bool VowelInStem()
    {
        for (var i = 0; i <= _stem; i++)
            if (!IsConsonant(i))
                return true;
        return false;
    }

    private readonly bool DoubleConsonant(int i) => i >= 1 && _word[i] == _word[i - 1] && IsConsonant(i);

    /// <summary>Consonant, vowel, consonant other than w, x, y: then a short word gets its e back ("hop" to "hope").</summary>
    private readonly bool ConsonantVowelConsonant(int i) =>
        i >= 2 && IsConsonant(i) && !IsConsonant(i - 1) && IsConsonant(i - 2) && _word[i] is not ('w' or 'x' or 'y');

    private bool Ends(string suffix)
    {
        if (suffix.Length > _end + 1 || !_word[..(_end + 1)].EndsWith(suffix, StringComparison.Ordinal))
            return false;
        _stem = _end - suffix.Length;
        return true;
    }

    private void Set(string suffix)
    {
        suffix.CopyTo(_word[(_stem + 1)..]);
        _end = _stem + suffix.Length;
    }

    private bool Replace(string suffix, string by)
    {
        if (!Ends(suffix))
            return false;
        if (Measure() > 0)
            Set(by);
        return true;
    }

    private void Plurals()
    {
        if (_word[_end] == 's')
        {
            if (Ends("sses"))
                _end -= 2;
            else if (Ends("ies"))
                Set("i");
            else if (_word[_end - 1] != 's')
                _end--;
        }

        if (Ends("eed"))
        {
            if (Measure() > 0)
                _end--;
        }
        else if ((Ends("ed") || Ends("ing")) && VowelInStem())
        {
            _end = _stem;
            if (Ends("at"))
                Set("ate");
            else if (Ends("bl"))
                Set("ble");
            else if (Ends("iz"))
                Set("ize");
            else if (DoubleConsonant(_end))
                _end -= _word[_end] is 'l' or 's' or 'z' ? 0 : 1;
            else
            {
                _stem = _end;
                if (Measure() == 1 && ConsonantVowelConsonant(_end))
                    Set("e");
            }
        }
    }

    private void TerminalY()
    {
        if (Ends("y") && VowelInStem())
            _word[_end] = 'i';
    }

    private void DoubleSuffixes()
    {
        if (_end < 1)
            return;
        _ = _word[_end - 1] switch
        {
            'a' => Replace("ational", "ate") || Replace("tional", "tion"),
            'c' => Replace("enci", "ence") || Replace("anci", "ance"),
            'e' => Replace("izer", "ize"),
            'l' => Replace("bli", "ble") || Replace("alli", "al") || Replace("entli", "ent") || Replace("eli", "e") || Replace("ousli", "ous"),
            'o' => Replace("ization", "ize") || Replace("ation", "ate") || Replace("ator", "ate"),
            's' => Replace("alism", "al") || Replace("iveness", "ive") || Replace("fulness", "ful") || Replace("ousness", "ous"),
            't' => Replace("aliti", "al") || Replace("iviti", "ive") || Replace("biliti", "ble"),
            'g' => Replace("logi", "log"),
            _ => false,
        };
    }

    private void Adjectives() => _ = _word[_end] switch
    {
        'e' => Replace("icate", "ic") || Replace("ative", "") || Replace("alize", "al"),
        'i' => Replace("iciti", "ic"),
        'l' => Replace("ical", "ic") || Replace("ful", ""),
        's' => Replace("ness", ""),
        _ => false,
    };

    private void LastSuffixes()
    {
        if (_end < 1)
            return;
        var found = _word[_end - 1] switch
        {
            'a' => Ends("al"),
            'c' => Ends("ance") || Ends("ence"),
            'e' => Ends("er"),
            'i' => Ends("ic"),
            'l' => Ends("able") || Ends("ible"),
            'n' => Ends("ant") || Ends("ement") || Ends("ment") || Ends("ent"),
            'o' => (Ends("ion") && _stem >= 0 && _word[_stem] is 's' or 't') || Ends("ou"),
            's' => Ends("ism"),
            't' => Ends("ate") || Ends("iti"),
            'u' => Ends("ous"),
            'v' => Ends("ive"),
            'z' => Ends("ize"),
            _ => false,
        };
        if (found && Measure() > 1)
            _end = _stem;
    }

    private void FinalE()
    {
        _stem = _end;
        if (_word[_end] == 'e')
        {
            _stem = _end - 1;
            var measure = Measure();
            if (measure > 1 || (measure == 1 && !ConsonantVowelConsonant(_end - 1)))
                _end--;
        }

        _stem = _end;
        if (_word[_end] == 'l' && DoubleConsonant(_end) && Measure() > 1)
            _end--;
    }
}
