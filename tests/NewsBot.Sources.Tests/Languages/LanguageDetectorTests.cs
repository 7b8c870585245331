using NewsBot.Sources.Languages;

namespace NewsBot.Sources.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The mayor said on Monday that the bridge would be closed for two weeks because the steel had rusted.")]
    [InlineData("de", "Der Bürgermeister sagte am Montag, die Brücke werde für zwei Wochen gesperrt, weil der Stahl verrostet ist.")]
    [InlineData("fr", "Le maire a déclaré lundi que le pont serait fermé pendant deux semaines, car l'acier est rouillé.")]
    [InlineData("es", "El alcalde dijo el lunes que el puente estará cerrado durante dos semanas porque el acero se ha oxidado.")]
    [InlineData("it", "Il sindaco ha detto lunedì che il ponte sarà chiuso per due settimane perché l'acciaio è arrugginito.")]
    [InlineData("pt", "O presidente da câmara disse na segunda-feira que a ponte não vai abrir, porque o aço está enferrujado e já não é seguro.")]
    [InlineData("nl", "De burgemeester zei maandag dat de brug twee weken dicht blijft omdat het staal is verroest en niet meer veilig is.")]
    [InlineData("pl", "Burmistrz powiedział w poniedziałek, że most zostanie zamknięty na dwa tygodnie, ponieważ stal nie jest już bezpieczna i się kruszy.")]
    [InlineData("sv", "Borgmästaren sade på måndagen att bron ska vara stängd i två veckor för att stålet har rostat och inte är säkert.")]
    [InlineData("tr", "Belediye başkanı pazartesi günü köprünün iki hafta kapalı olacağını ve bu çelik için daha çok para gerektiğini söyledi, ancak bir tarih vermedi.")]
    [InlineData("fi", "Pormestari kertoi maanantaina, että silta on kiinni kaksi viikkoa, sillä teräs on ruostunut eikä se ole enää turvallinen.")]
    [InlineData("hu", "A polgármester hétfőn azt mondta, hogy a híd két hétig nem lesz nyitva, mert az acél már megrozsdásodott.")]
    [InlineData("cs", "Starosta v pondělí řekl, že most bude na dva týdny uzavřen, protože ocel je zrezivělá a už není bezpečná.")]
    [InlineData("ro", "Primarul a spus luni că podul va fi închis timp de două săptămâni, pentru că oțelul a ruginit și nu mai este sigur.")]
    [InlineData("bg", "Кметът каза в понеделник, че мостът ще бъде затворен за две седмици, защото стоманата е ръждясала.")]
    [InlineData("ru", "Мэр сообщил в понедельник, что мост будет закрыт на две недели, потому что сталь проржавела и опоры больше не выдерживают.")]
    [InlineData("uk", "Мер повідомив у понеділок, що міст буде закрито на два тижні, бо сталь заіржавіла й опори її більше не тримають.")]
    [InlineData("be", "Мэр паведаміў у панядзелак, што мост будзе зачынены на два тыдні.")]
    [InlineData("zh", "市长星期一说，由于钢材生锈，这座桥将关闭两个星期。")]
    [InlineData("ja", "市長は月曜日、鋼材がさびているため橋を二週間閉鎖すると述べた。")]
    [InlineData("ko", "시장은 월요일 강철이 녹슬어 다리를 이 주 동안 폐쇄한다고 말했다.")]
    [InlineData("ar", "قال رئيس البلدية يوم الاثنين إن الجسر سيغلق لمدة أسبوعين بسبب صدأ الحديد.")]
    [InlineData("el", "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα κλείσει για δύο εβδομάδες.")]
    public void A_sentence_of_news_tells_its_language(string language, string text)
    {
        Assert.Equal(language, LanguageDetector.Detect(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234 5678")]
    [InlineData("Dorrin")]
    [InlineData("Dorrin 2 Pellin 1, Lutmere 3 Ostwin 3, Quarrow 0 Sollas 4")]
    [InlineData("xx yy zz qq ww vv kk jj hh gg")]
    public void Too_little_to_tell_is_undetermined(string text)
    {
        Assert.Equal("und", LanguageDetector.Detect(text));
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData(" EN ", "en")]
    [InlineData("en_GB", "en-GB")]
    [InlineData("German", "de")]
    [InlineData("x!", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_given_language_is_brought_to_its_tag(string? given, string? tag)
    {
        Assert.Equal(tag, LanguageTag.Normalize(given));
    }
}
