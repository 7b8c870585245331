using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

/// <summary>Adjectives of nations with the nation's name, so that "the Belarusian leader" can be the president of Belarus.</summary>
internal static class Nationalities
{
    private static readonly FrozenDictionary<string, string> Nations = Pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('/')).SelectMany(p => p.Select(form => (form, key: p[0])))
        .DistinctBy(p => p.form, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(p => p.form, p => p.key, StringComparer.OrdinalIgnoreCase);

    private const string Pairs =
        "afghanistan/afghan albania/albanian algeria/algerian argentina/argentine/argentinian armenia/armenian australia/australian austria/austrian azerbaijan/azerbaijani " +
        "bahrain/bahraini bangladesh/bangladeshi belarus/belarusian/belarussian/minsk belgium/belgian bolivia/bolivian bosnia/bosnian brazil/brazilian britain/british/uk/u.k. bulgaria/bulgarian " +
        "cambodia/cambodian canada/canadian chile/chilean china/chinese/beijing colombia/colombian croatia/croatian cuba/cuban cyprus/cypriot czechia/czech denmark/danish ecuador/ecuadorian " +
        "egypt/egyptian estonia/estonian ethiopia/ethiopian finland/finnish france/french georgia/georgian germany/german ghana/ghanaian greece/greek hungary/hungarian iceland/icelandic " +
        "india/indian indonesia/indonesian iran/iranian iraq/iraqi ireland/irish israel/israeli italy/italian jamaica/jamaican japan/japanese jordan/jordanian kazakhstan/kazakh kenya/kenyan kosovo/kosovar " +
        "kuwait/kuwaiti kyrgyzstan/kyrgyz laos/lao latvia/latvian lebanon/lebanese libya/libyan lithuania/lithuanian luxembourg/luxembourgish macedonia/macedonian malaysia/malaysian mali/malian malta/maltese " +
        "mexico/mexican moldova/moldovan mongolia/mongolian montenegro/montenegrin morocco/moroccan myanmar/burmese nepal/nepali/nepalese netherlands/dutch nicaragua/nicaraguan niger/nigerien nigeria/nigerian korea/korean " +
        "norway/norwegian oman/omani pakistan/pakistani palestine/palestinian panama/panamanian paraguay/paraguayan peru/peruvian philippines/philippine/filipino poland/polish portugal/portuguese " +
        "qatar/qatari romania/romanian russia/russian/moscow rwanda/rwandan saudi/saudi senegal/senegalese serbia/serbian singapore/singaporean slovakia/slovak slovenia/slovenian/slovene somalia/somali " +
        "spain/spanish sudan/sudanese sweden/swedish switzerland/swiss syria/syrian taiwan/taiwanese tajikistan/tajik tanzania/tanzanian thailand/thai tunisia/tunisian turkey/turkish/türkiye turkmenistan/turkmen " +
        "uganda/ugandan ukraine/ukrainian/kyiv kiev uruguay/uruguayan us/u.s./american/america/usa uzbekistan/uzbek venezuela/venezuelan vietnam/vietnamese yemen/yemeni zambia/zambian zimbabwe/zimbabwean " +
        "democrat/democratic/democrats republican/republicans/gop europe/european scotland/scottish wales/welsh england/english";

    public static bool IsOne(ReadOnlySpan<char> word) => Nations.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>The nation of an adjective or name; the word itself where it is none.</summary>
    public static string Fold(string word) => Nations.GetValueOrDefault(word, word);
}
