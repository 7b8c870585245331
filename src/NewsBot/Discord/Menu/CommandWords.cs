namespace NewsBot.Discord.Menu;

/// <summary>A name with its description.</summary>
internal readonly record struct Wording(string Name, string Description);

/// <summary>
/// Commands and options in other languages, by locale. A command or option without an entry shows its English words.
/// A further language is a further column here.
/// </summary>
internal static class CommandWords
{
    public const string German = "de";
    public const string French = "fr";

    private static readonly Dictionary<string, (Wording German, Wording French)> Commands = new()
    {
        ["ask"] = (new("frage", "Beantwortet eine Frage aus den Artikeln"), new("demander", "Répond à une question d’après les articles")),
        ["summary"] = (new("zusammenfassung", "Fasst einen Artikel oder ein Thema zusammen"), new("résumé", "Résume un article ou un sujet")),
        ["whosaid"] = (new("wer-sagte", "Wer das gesagt hat, wo und wann"), new("qui-a-dit", "Qui a dit cela, où et quand")),
        ["said"] = (new("sagte", "Was jemand gesagt hat, das Neueste zuerst"), new("a-dit", "Ce que quelqu’un a dit, le plus récent d’abord")),
        ["quote"] = (new("zitat", "Ist dieses Zitat echt: wörtlich, verändert oder nicht in den Artikeln"), new("citation", "Cette citation est-elle exacte, modifiée ou absente des articles")),
        ["when"] = (new("wann", "Wann etwas geschah"), new("quand", "Quand quelque chose s’est passé")),
        ["timeline"] = (new("zeitleiste", "Ein Thema in der Folge der Ereignisse"), new("chronologie", "Un sujet dans l’ordre des événements")),
        ["on"] = (new("am", "Was an einem Tag geschah und erschien"), new("le", "Ce qui s’est passé et a paru à une date")),
        ["sources"] = (new("quellen", "Welche Medien das Archiv hat, und von wann bis wann"), new("sources", "Quels médias l’archive contient, et de quand à quand")),
        ["source"] = (new("quelle-ändern", "Fügt Feeds und Seiten hinzu, entfernt, pausiert oder zeigt sie"), new("gérer-sources", "Ajoute, retire, suspend ou montre les flux et les pages suivis")),
        ["help"] = (new("hilfe", "Was man fragen kann, und wie"), new("aide", "Ce que l’on peut demander, et comment")),
        ["status"] = (new("status", "Wie es dem Bot geht"), new("état", "Comment va le bot")),
        ["digest"] = (new("überblick", "Schreibt in diesen Kanal, was neu ist, täglich oder stündlich"), new("bulletin", "Publie dans ce salon ce qui est nouveau, chaque jour ou chaque heure")),
        ["reload"] = (new("neu-laden", "Liest die Quellen neu und sagt, was sich geändert hat"), new("recharger", "Relit les sources et dit ce qui a changé")),
    };

    private static readonly Dictionary<string, (Wording German, Wording French)> Options = new()
    {
        ["question"] = (new("frage", "Die Frage in eigenen Worten"), new("question", "La question, en vos propres mots")),
        ["text"] = (new("text", "Die Worte, um die es geht"), new("texte", "Les mots en question")),
        ["person"] = (new("person", "Wer"), new("personne", "Qui")),
        ["topic"] = (new("thema", "Worüber"), new("sujet", "À propos de quoi")),
        ["article"] = (new("artikel", "Ein Artikel, oder ein Thema in eigenen Worten"), new("article", "Un article, ou un sujet en vos propres mots")),
        ["event"] = (new("ereignis", "Was geschah"), new("événement", "Ce qui s’est passé")),
        ["date"] = (new("datum", "Ein Tag, ein Monat oder ein Jahr"), new("date", "Un jour, un mois ou une année")),
        ["source"] = (new("quelle", "Nur Artikel dieses Mediums"), new("source", "Seulement les articles de ce média")),
        ["from"] = (new("von", "Nur Artikel ab diesem Datum"), new("depuis", "Seulement les articles à partir de cette date")),
        ["to"] = (new("bis", "Nur Artikel bis zu diesem Datum"), new("jusqu-à", "Seulement les articles jusqu’à cette date")),
        ["at"] = (new("um", "Wann, bei einem täglichen Überblick: 08:00"), new("à", "À quelle heure, pour un bulletin quotidien : 08:00")),
        ["zone"] = (new("zeitzone", "Zeitzone dieser Uhrzeit: Europe/Berlin"), new("fuseau", "Fuseau horaire de cette heure : Europe/Berlin")),
        ["action"] = (new("aktion", "Was zu tun ist"), new("action", "Ce qu’il faut faire")),
        ["private"] = (new("privat", "Nur du siehst die Antwort"), new("privé", "Vous seul voyez la réponse")),
    };

    public static IReadOnlyDictionary<string, string>? NamesOfCommand(string command) => Pick(Commands, command, wording => wording.Name);

    public static IReadOnlyDictionary<string, string>? DescriptionsOfCommand(string command) => Pick(Commands, command, wording => wording.Description);

    public static IReadOnlyDictionary<string, string>? NamesOfOption(string option) => Pick(Options, option, wording => wording.Name);

    public static IReadOnlyDictionary<string, string>? DescriptionsOfOption(string option) => Pick(Options, option, wording => wording.Description);

    public static IReadOnlyDictionary<string, string> NamesOfCheck { get; } = new Dictionary<string, string>
    {
        [German] = "Mit den Artikeln vergleichen",
        [French] = "Comparer aux articles",
    };

    private static Dictionary<string, string>? Pick(Dictionary<string, (Wording German, Wording French)> words, string key, Func<Wording, string> part) =>
        words.TryGetValue(key, out var word) ? new Dictionary<string, string> { [German] = part(word.German), [French] = part(word.French) } : null;
}
