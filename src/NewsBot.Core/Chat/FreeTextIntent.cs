using System.Text.RegularExpressions;

namespace NewsBot.Core.Chat;

/// <summary>Tells which command a plain sentence is: "who said ..." is <c>whosaid</c>, and what is no other is <c>ask</c>.</summary>
public static partial class FreeTextIntent
{
    /// <returns>The command and the text for it. Text that starts with a slash names its command itself.</returns>
    public static (string Command, string Text) Of(string text)
    {
        text = text.Trim();
        if (text.StartsWith('/'))
        {
            var space = text.AsSpan().IndexOfAny(' ', '\t');
            return space < 0 ? (text[1..].ToLowerInvariant(), "") : (text[1..space].ToLowerInvariant(), text[space..].Trim());
        }

        foreach (var (pattern, command) in Patterns)
        {
            if (pattern.Match(text) is not { Success: true } match)
                continue;
            var topic = match.Groups["topic"];
            var rest = match.Groups["rest"].Value.Trim().TrimEnd('?', '.', '!').Trim();
            if (topic.Success && topic.Value.Trim() is { Length: > 0 } about)
                rest = $"{rest} about {about.TrimEnd('?', '.', '!')}";
            return (command, $"{rest} {match.Groups["time"].Value}".Trim());
        }

        return ("ask", text);
    }

    private static readonly (Regex, string)[] Patterns =
    [
        (IsItReal(), "quote"),
        (WhoSaid(), "whosaid"),
        (WhatDidTheySay(), "said"),
        (Timeline(), "timeline"),
        (Summarise(), "summary"),
        (AsksSubject(), "summary"),
        (HappenedOn(), "on"),
        (When(), "when"),
        (Help(), "help"),
    ];

    private const string Months = "january|february|march|april|may|june|july|august|september|october|november|december";
    private const string TimeWords = @"today|yesterday|(?:last|this|early|late) \w+|(?:(?:in|on|since|during) )?(?:(?:early |late )?(?:" + Months + @")(?: \d{4})?|\d{1,2} (?:" + Months + @")(?: \d{4})?|\d{4}(?:-\d{2}){0,2}|\w+day)";

    /// <summary>A word of a date, so that text of nothing else names a time and no topic.</summary>
    private const string DateWord = @"(?:\d[\d.,:/-]*(?:st|nd|rd|th)?|" + Months + @"|\w+day|the|of|and|to|between|from|until|since|in|on|a|weeks?|days?|months?|years?|hours?|ago|last|past|first|second|third|early|late|mid|weekend|morning|evening|night),?(?!\w)";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex(@"^(?:is (?:this|the|that) quote (?:real|true|genuine|correct)\s*[:?,-]*|did (?=[^""“]{2,60}?\b(?:really |actually |ever )?say\b[^""“]*[""“])|check (?:this |the )?quote\s*[:,-]*)\s*(?<rest>.+)$", Options)]
    private static partial Regex IsItReal();

    [GeneratedRegex(@"^who (?:was it (?:who|that) )?(?:said|says|stated|wrote|claimed|tweeted|uttered)\b(?! (?:what|anything) (?:about|on|regarding)\b)(?: that\b)?\s*[:,]?\s*(?<rest>.+)$", Options)]
    private static partial Regex WhoSaid();

    [GeneratedRegex(@"^what (?:did|does|do|has|had|have|else did) (?!(?:both )?(?:the |this |that |these |those |any )?(?:articles?|reports?|stor(?:y|ies)|pieces?|sources?|outlets?|newspapers?|papers?|you|we|i)\b)(?<rest>[^?]{2,120}?) (?:say|said|state|stated|tell|told)(?: (?:about|on|of|regarding|concerning) (?<topic>[^?]+?))?(?:\s+(?<time>" + TimeWords + @"))?\s*\?*$", Options)]
    private static partial Regex WhatDidTheySay();

    [GeneratedRegex(@"^(?:(?:give me |show me |make )?(?:a |the )?(?:timeline|chronology|history)(?: of| for| on)?)\s+(?<rest>.+)$", Options)]
    private static partial Regex Timeline();

    [GeneratedRegex(@"^(?:please )?(?:(?:can|could) you )?(?:summari[sz]e|sum up|tl;?dr|(?:give me |write )?(?:a |the )?summary(?: of| for| on)?)\s*[:,]?\s*(?<rest>.+)$", Options)]
    private static partial Regex Summarise();

    /// <summary>A subject as a whole, and nothing about it that a sentence could answer.</summary>
    [GeneratedRegex(@"^(?:please )?(?:(?:can|could) you )?(?:tell me about|(?:catch|bring|get) me up (?:to (?:date|speed) )?(?:on|about|with)|(?:update me|give me (?:an update|the news|news)) (?:on|about)|(?:what(?:['’]s| is) (?:the |in the )?)?news (?:on|about|from)|what(?:['’]s| is) (?:new|going on|happening) (?:about|with|on|in|at))\s+(?<rest>(?!(?:it|that|this|him|her|them)\b).+)$", Options)]
    private static partial Regex AsksSubject();

    [GeneratedRegex(@"^what (?:happened|was reported|went on) (?:(?:on|in|during) )?(?<rest>(?:(?:" + DateWord + @"\s*)+|" + TimeWords + @")\s*\??)$", Options)]
    private static partial Regex HappenedOn();

    [GeneratedRegex(@"^(?:when|(?:on|at|in) (?:what|which) (?:date|day|month|year)) (?=(?:did|was|were|is|are|will|does|do|has|have|had|would)\b)(?<rest>.+)$", Options)]
    private static partial Regex When();

    [GeneratedRegex(@"^(?<rest>)(?:help|what can you do|commands|hi|hello)\s*[?!.]*$", Options)]
    private static partial Regex Help();
}
