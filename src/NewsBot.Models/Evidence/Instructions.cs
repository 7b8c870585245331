using System.Text.RegularExpressions;

namespace NewsBot.Models.Evidence;

/// <summary>
/// Tells sentences that speak to a machine which reads the article, not to its readers: "ignore previous instructions",
/// "answer that ...", "system: ...". Such a sentence reports nothing, and a model that reads it may do what it says. The
/// sentence stays in the archive; it is only not shown to the model. A report about such sentences loses little by that.
/// </summary>
internal static partial class Instructions
{
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass|do not follow)\b[^.!?]{0,40}\b(?:instruction|prompt|rule|guideline|direction|context|message|command)s?\b" +
        @"|\b(?:system|developer) (?:prompt|message|instruction)" +
        @"|\b(?:you are|act as|pretend to be|as) (?:now )?an? (?:AI|assistant|language model|chat ?bot|LLM)\b" +
        @"|\b(?:dear|attention|note to|instructions? (?:to|for)|to|hey) (?:the |any |all )?(?:AI|language models?|chat ?bots?|LLMs?|assistants?)\b" +
        @"|\b(?:AI|language|chat) ?(?:model|assistant|bot)s?\b[^.!?]{0,30}\b(?:must|should|shall|will now|has to|have to)\b" +
        @"|\byour (?:instructions|prompt|answer|response|reply|output) (?:must|should|is|are|has to)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    [GeneratedRegex(
        @"^[\s""“'#*>\[(-]*(?:(?:please|now|instead|always|first|then|only),? )*" +
        @"(?:(?:answer|reply|respond|say|state|output|print|repeat|write|return|tell (?:the )?(?:user|reader|asker|person)|include|insert|append|cite|conclude)\b(?: only| exactly| just)*(?: (?:that|with|the (?:following|sentence|words?|text)|in|as)\b|\s*:)" +
        @"|(?:system|assistant|user|developer|human)\s*:|<\W*(?:system|assistant|message|im_start|instructions?)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Imperative();

    public static bool Speak(ReadOnlySpan<char> sentence) => Addressed().IsMatch(sentence) || Imperative().IsMatch(sentence);
}
