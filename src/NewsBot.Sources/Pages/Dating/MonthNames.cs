using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Sources.Pages.Dating;

/// <summary>The names of the months in the languages that much of the news is written in, with their short forms.</summary>
internal static class MonthNames
{
    private const string AccentedGreek = "άέήίόύώϊΐ";
    private const string PlainGreek = "αεηιουωιι";

    /// <summary>One line a language; forms of one month are separated by a slash, without accents.</summary>
    private static readonly string[] Languages =
    [
        "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
        "januar/janner/jaenner/jan februar/feber/feb marz/maerz/mrz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez",
        "janvier/janv fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout septembre/sept octobre/oct novembre/nov decembre/dec",
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
        "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec",
        "stycznia/styczen/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecien/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpien/sie wrzesnia/wrzesien/wrz pazdziernika/pazdziernik/paz listopada/listopad/lis grudnia/grudzien/gru",
        "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/маи/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
        "січня/сичня/сiчня лютого/лют березня/берез квітня/квiтня травня/трав червня/черв липня/лип серпня/серп вересня/верес жовтня/жовт листопада/лист грудня/груд",
        "ocak/oca subat/sub mart nisan/nis mayıs/mayis haziran/haz temmuz/tem agustos/agu eylul/eyl ekim/eki kasım/kasim/kas aralık/aralik/ara",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar/jan februar/feb marts/mars april/apr maj/mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/desember/des/dec",
        "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesakuuta/kesakuu heinakuuta/heinakuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
        "januar/jan februar/febr marcius/marc aprilis/apr majus/maj junius/jun julius/jul augusztus/aug szeptember/szept oktober/okt november/nov december/dec",
        "ledna/leden unora/unor brezna/brezen dubna/duben kvetna/kveten cervna/cerven cervence/cervenec srpna/srpen zari rijna/rijen listopadu prosince/prosinec",
        "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov/noi decembrie/dec",
        "ιανουαριου/ιαν φεβρουαριου/φεβ μαρτιου/μαρ απριλιου/απρ μαιου/μαι ιουνιου/ιουν ιουλιου/ιουλ αυγουστου/αυγ σεπτεμβριου/σεπ οκτωβριου/οκτ νοεμβριου/νοε δεκεμβριου/δεκ",
        "januari/jan februari/feb/pebruari maret/mar april/apr mei juni/jun juli/jul agustus/agt/agu/ags september/sep oktober/okt november/nov/nopember desember/des",
        "sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga/studenog prosinca",
        "января февраля марта април маj/маja/маи/мај jун/juni/јун/јуни jул/јул/јули август/августа септембар/септември октобар/октомври новембар/ноември децембар/декември",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "يناير فبراير مارس أبريل/ابريل/إبريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر",
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    ];

    /// <summary>The names in which two languages mean different months are left to the first; "listopad" is November in most.</summary>
    private static readonly FrozenDictionary<string, int> ByName = Languages
        .SelectMany(line => line.Split(' ').Select((forms, index) => (forms, Month: index + 1)))
        .SelectMany(month => month.forms.Split('/').Select(form => (Form: Fold(form), month.Month)))
        .GroupBy(form => form.Form, StringComparer.Ordinal)
        .ToFrozenDictionary(form => form.Key, form => form.First().Month, StringComparer.Ordinal);

    /// <summary>1 to 12; null for a word that names no month.</summary>
    public static int? Number(string word) => ByName.TryGetValue(Fold(word), out var month) ? month : null;

    /// <summary>Lower case without accents.</summary>
    private static string Fold(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var plain = char.ToLowerInvariant(LatinLetters.Plain(c));
            var greek = AccentedGreek.IndexOf(plain, StringComparison.Ordinal);
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                letters.Append(greek >= 0 ? PlainGreek[greek] : plain);
        }

        return letters.ToString();
    }
}
