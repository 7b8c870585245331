using System.Collections.Frozen;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Events;

/// <summary>How a text speaks of an event.</summary>
internal enum Assertion
{
    /// <summary>As done, or as sure to come.</summary>
    Told,

    /// <summary>As possible, wished or planned: "a win could", "hopes to win", "if they win".</summary>
    Supposed,

    /// <summary>As not done: "did not win", "refused to resign".</summary>
    Denied,
}

/// <summary>
/// Reads from the words right before an event's word, in its clause, and for a noun from the verb behind it, whether the
/// event is told, supposed or denied.
/// </summary>
internal static class Assertions
{
    private const int Before = 6;
    private const int Behind = 7;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Supposing = Set(
        "could would might may should can must will shall if whether unless hope hopes hoped hoping want wants wanted plan plans planned planning expected expects likely unlikely possible potential potentially " +
        "possibly threatened threatens threatening trying tried tries try attempt attempted attempts aims seeking seeks calls called urged bid chance prospect rumors rumours rumored rumoured scheduled");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Denying = Set(
        "not never nor without refused refuses refusing declined declines denied denies denying failed fails neither nobody cannot t");

    public static Assertion Of(string text, TextSpan sentence, int word)
    {
        var parsed = new EventSentence(text, sentence, []);
        if (parsed.Tokens.Count == 0)
            return Assertion.Told;
        var at = parsed.TokenAt(word);
        for (var i = at - 1; i >= 0 && i >= at - Before; i--)
        {
            if (Denying.Contains(parsed.Word(i)))
                return Assertion.Denied;
            // "would have" and "the planned" aside, whatever supposes the clause.
            if (Supposing.Contains(parsed.Word(i)) && !(parsed.Word(i) is "may" && parsed.Tokens[i].Capital))
                return Assertion.Supposed;
            if (parsed.IsBoundary(i) || (i < at - 1 && parsed.IsVerb(i) && parsed.Word(i + 1) is not "to"))
                break;
        }

        if (parsed.IsVerb(at))
            return Assertion.Told;
        for (var i = at + 1; i < parsed.Tokens.Count && i <= at + Behind; i++)
        {
            if (TenseCues.IsModal(text, parsed.Tokens[i]))
                return Assertion.Supposed;
            if (parsed.IsVerb(i) || parsed.IsBoundary(i))
                break;
        }

        return Assertion.Told;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
