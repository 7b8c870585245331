using System.Collections.Frozen;

namespace NewsBot.Sources.Languages;

/// <summary>The words that a language cannot do without, for the languages in Latin letters that are told apart.</summary>
internal static class EverydayWords
{
    private static readonly (string Language, string Words)[] Lists =
    [
        ("en", "the of and to in a is that for it on was with as at by from be are this have has had not but or an were been which would their they he she his her its we will who said after about more than into over also new when there"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei sagte"),
        ("fr", "le la les de des du et en un une que qui est pour dans par sur au aux il elle ne pas plus avec ce cette se sont son sa ses a été mais ou nous vous ils leur comme être fait selon après deux à d l qu n s"),
        ("es", "el la los las de del y en un una que es por para con no se su al lo como más pero sus le ha fue este esta son entre sobre también sin hasta desde dos años según ya o muy donde cuando después contra"),
        ("it", "il lo la i gli le di del della dei delle e in un una che è per con non si da al alla dal nel nella sono come più ma anche ha hanno su suo sua questo questa stato dopo due anni ai dell all o se era"),
        ("pt", "o a os as de do da dos das e em um uma que é por para com não se no na nos nas ao à mais mas como foi são sua seu ser pelo pela entre sobre também sem até depois anos ou já está tem"),
        ("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door maar naar uit nog werd over heeft worden wordt ze hij was deze dit tot hebben meer dan of kan geen na zei volgens"),
        ("pl", "i w na z do nie się że jest to o jak po za od przez ale dla czy oraz przy jego jej są był była było tym tego które który która roku już tylko może także pod przed będzie przy ze"),
        ("sv", "och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan man när år säger under också efter eller nu sin där vid mot ska skulle mycket sade"),
        ("fi", "ja on ei että se oli hän ovat mukaan kun myös mutta jos kuin sen joka ole tai vain nyt niin hänen olisi olla vuoden jo voi ollut sekä kanssa mitä siitä ennen sitä joita he me kuitenkin vielä myös kertoo sanoo"),
        ("hu", "a az és hogy nem is egy volt azt ez meg már csak de még mert vagy lesz el kell szerint van ki úgy pedig után mint amely akkor aki ezt lehet ha őket voltak közölte mondta"),
        ("cs", "a v se na je že o s do z i k by to ve za po pro jsou od podle ale jako který která které jeho při byl byla bylo však nebo také aby už až tak po při ze svou není řekl uvedl"),
        ("ro", "și în de la a o că cu pe din nu un este au fost pentru mai care sunt ca sau dar după prin această acest cel lui ei să se va fi le al ale dintre între până fără despre când spus"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan en gibi kadar ne sonra göre ancak ise var dedi olduğunu oldu her ya ki yeni iki tarafından değil en ilk"),
    ];

    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> ByWord =
        Lists.SelectMany((list, number) => list.Words.Split(' ').Distinct().Select(word => (Word: word, Bit: 1u << number)))
            .GroupBy(entry => entry.Word, StringComparer.Ordinal)
            .ToFrozenDictionary(word => word.Key, word => word.Aggregate(0u, (bits, entry) => bits | entry.Bit), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static readonly string[] Languages = Array.ConvertAll(Lists, list => list.Language);

    /// <summary>The languages that have a word, as bits: the lowest is the first of <see cref="Languages"/>.</summary>
    /// <param name="word">In lower case.</param>
    public static uint LanguagesOf(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var languages) ? languages : 0;
}
