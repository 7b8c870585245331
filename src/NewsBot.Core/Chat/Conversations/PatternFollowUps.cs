using System.Text.RegularExpressions;
using NewsBot.Core.Retrieval.Parsing.Parts;
using NewsBot.Core.Text;

namespace NewsBot.Core.Chat.Conversations;

/// <summary>
/// Reads follow-ups by their form. In this order: "tell me more" asks for the article; a question word alone ("why?", "and
/// when was that?") asks it of what was asked before; "what about X", "and in X?" asks the same of X; a pronoun for a person,
/// for the matter or for the article in a question that names nobody stands for those of the last answer. Anything else
/// stands for itself.
/// </summary>
public sealed partial class PatternFollowUps : IFollowUpReader
{
    private const int LongestEllipsis = 80;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:please )?(?:(?:can you )?tell me more(?: about (?:it|that|this))?|more(?: please| details| about (?:it|that|this))?|go on|continue|(?:summari[sz]e|sum up) (?:it|that|this)(?: article)?|what (?:else )?does (?:the|that|this) (?:article|report) say)\s*[?.!]*$", Options)]
    private static partial Regex More();

    [GeneratedRegex(@"^(?:and |but |so )?(?<word>why|when|where|who|how(?: (?:many|much|long|come|so))?|since when|until when)(?: (?:was|is|were|are|did|does|will|has|would)?\s*(?:that|this|it|they|those|these)?(?: (?:be|happen|happened|so|been|take place|start|end|begin))?)?(?: exactly)?\s*[?.!]*$", Options)]
    private static partial Regex QuestionWordAlone();

    [GeneratedRegex(@"^(?:(?:and |but )?(?:what|how) about|and(?: what about)?)\s+(?<rest>(?!why|when|where|who|what|which|how|did|does|do|is|are|was|were|has|have|will|can)[^?.!]{2,80})[?.!]*$", Options)]
    private static partial Regex SameOfAnother();

    [GeneratedRegex(@"^(?<link>in|on|at|from|for|by|of|about|during|since|after|before)\s+(?<what>.+)$", Options)]
    private static partial Regex Linked();

    [GeneratedRegex(@"\b(?<person>he|she|him|her|his|hers)\b", Options)]
    private static partial Regex PersonPronoun();

    [GeneratedRegex(@"(?<=\b(?:about|of|on|with|by|to|for|after|before|in|from|against) )(?:it|that|this|them|those)(?=\s*[?.!]*$|\s+(?:and|or|in|on|since|last)\b)|\b(?:that|this|it|they)(?=\s*[?.!]*$)|(?<=^(?:\w+ ){1,3}(?:was|is|were|are|did|does|do|has|will|would|can) )(?:it|that|this|they)\b", Options)]
    private static partial Regex MatterPronoun();

    [GeneratedRegex(@"\b(?:in|according to) (?:the|that|this) (?:article|report|story)\b\s*,?", Options)]
    private static partial Regex InArticle();

    [GeneratedRegex(@"\bwhat else (?=did|does|has|had)", Options)]
    private static partial Regex WhatElse();

    public ValueTask<FollowUp?> ReadAsync(string text, ConversationTurn last, CancellationToken cancellationToken) => ValueTask.FromResult(Read(text.Trim(), last));

    private static FollowUp? Read(string text, ConversationTurn last)
    {
        if (text.Length == 0 || text[0] == '/')
            return null;
        if (More().IsMatch(text))
            return last.Article is { } article ? new FollowUp($"/summary {article}", $"more about “{last.Title}”") : null;
        if (QuestionWordAlone().Match(text) is { Success: true } alone)
            return Understood($"{Capital(alone.Groups["word"].Value)} {Asking(alone.Groups["word"].Value)}{TopicOf(last)}?");
        if (SameOfAnother().Match(text) is { Success: true } other && other.Groups["rest"].Length <= LongestEllipsis)
            return SameOf(other.Groups["rest"].Value.Trim(), last);
        return Referring(text, last);
    }

    /// <summary>"Why did" needs no helping verb to be understood, "when" does, to be taken for a question about a date.</summary>
    private static string Asking(string word) => word.Contains("when", StringComparison.OrdinalIgnoreCase) ? "was " : "";

    private static FollowUp Understood(string question) => new(question, $"“{question}”");

    /// <summary>What the last question was about; what somebody said is about its topic and speaker.</summary>
    private static string TopicOf(ConversationTurn last) => QuestionCore.Of(last.Text);

    /// <summary>The last question with another name, time or topic in the place of its own.</summary>
    private static FollowUp SameOf(string rest, ConversationTurn last)
    {
        var question = last.Text.TrimEnd('?', '.', '!', ' ');
        var prefix = last.Command is "ask" or "when" ? "" : $"/{last.Command} ";
        var link = Linked().Match(rest);
        var what = link.Success ? link.Groups["what"].Value : rest;
        var replaced = link.Success && ReplacedBehind(question, link.Groups["link"].Value, what) is { } behind ? behind
            : link.Success && link.Groups["link"].Value.Equals("about", StringComparison.OrdinalIgnoreCase) ? $"{WithoutTopic(question)} about {what}"
            : ReplacedName(question, what) ?? $"{question} {rest}";
        var asked = last.Command == "when" ? $"When {replaced}" : replaced;
        return new FollowUp(prefix + (prefix.Length == 0 ? asked + "?" : asked), $"“{asked}{(prefix.Length == 0 ? "?" : "")}”");
    }

    /// <summary>"in Belarus" takes the place of "in China".</summary>
    private static string? ReplacedBehind(string question, string link, string what)
    {
        var match = Regex.Match(question, $@"\b{Regex.Escape(link)} (?:the )?(?:\p{{Lu}}[\p{{L}}’'-]*(?: (?:of )?\p{{Lu}}[\p{{L}}’'-]*)*|\d{{4}})", RegexOptions.RightToLeft);
        return match.Success ? question[..match.Index] + $"{link} {what}" + question[(match.Index + match.Length)..] : null;
    }

    /// <summary>The last name of the question, with the article before it.</summary>
    private static string? ReplacedName(string question, string what)
    {
        var runs = CapitalisedRuns.In(question, new(0, question.Length)).Where(run => !run.OpensSentence || run.Words > 1).ToList();
        if (runs.Count == 0)
            return null;
        var span = runs[^1].Span;
        var start = question[..span.Start].EndsWith("the ", StringComparison.OrdinalIgnoreCase) && what.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? span.Start - 4 : span.Start;
        return question[..start] + what + question[span.End..];
    }

    private static string WithoutTopic(string question) =>
        question.LastIndexOf(" about ", StringComparison.OrdinalIgnoreCase) is > 0 and var at ? question[..at] : question;

    /// <summary>Puts names in the place of pronouns that mean nothing of the question itself.</summary>
    private static FollowUp? Referring(string text, ConversationTurn last)
    {
        var names = CapitalisedRuns.In(text, new(0, text.Length)).Any(run => !run.OpensSentence);
        var full = text;
        if (!names && last.Person is { } person)
            full = PersonPronoun().Replace(full, match => Antecedents.StandBefore(text, match.Index, IsPossessive(text, match), isPerson: true) ? match.Value : IsPossessive(text, match) ? $"{person}'s" : person);
        if (InArticle().IsMatch(full) && last.Title is { } title)
            full = InArticle().Replace(full, "") + $" “{title}”";
        full = MatterPronoun().Replace(full, match => Antecedents.StandBefore(full, match.Index, isPossessive: false, isPerson: false) ? match.Value : TopicOf(last), 1);
        full = WhatElse().Replace(full, "what ");
        return full == text ? null : Understood(full);
    }

    private static bool IsPossessive(string text, Match match) =>
        match.Value.ToLowerInvariant() is "his" or "hers" || (match.Value.Equals("her", StringComparison.OrdinalIgnoreCase) && IsFollowedByWord(text, match));

    private static bool IsFollowedByWord(string text, Match match) => match.Index + match.Length + 1 < text.Length && char.IsLetter(text[match.Index + match.Length + 1]);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
}
