using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.FakeModel.Playing;

/// <summary>Writes what a model of some behaviour writes. The same prompt always gives the same words.</summary>
internal static partial class Writer
{
    private const int Most = 4;

    [GeneratedRegex(@"^(?<what>[^""“”:;]{20,}), (?<who>(?:the |an? )?[^,""“”]{3,40}) (?<said>said|told reporters)(?<when> on \w+day)?\.$")]
    private static partial Regex Attribution();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:answer|reply|respond|say|state)(?: only)?(?: that| with)?:? (?<what>[^.!?]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    /// <summary>The text of the answer.</summary>
    public static string Answer(SeenPrompt prompt, Behaviour behaviour)
    {
        if (prompt.Task.Contains("\"question\"", StringComparison.Ordinal))
            return JsonSerializer.Serialize(new { question = StandingAlone(prompt, behaviour) });
        var statements = Chosen(prompt).Select(sentence => Statement(sentence, behaviour));
        if (behaviour == Behaviour.TellsOneThing)
            statements = statements.Take(1);
        if (behaviour == Behaviour.FollowsArticles && Ordered(prompt) is { } ordered)
            statements = [ordered];
        var json = JsonSerializer.Serialize(new { statements = statements.ToArray() });
        return behaviour switch
        {
            Behaviour.Prose => "Here is what I found. " + string.Join(' ', Chosen(prompt).Select(sentence => sentence.Text)),
            Behaviour.BrokenJson => "{\"statements\": [{\"text\": \"The flood, \"evidence\" 1]}",
            Behaviour.FencedJson => $"Sure! Here is the answer:\n```json\n{json.Replace("}]", "},]", StringComparison.Ordinal)}\n```\nI hope this helps.",
            _ => json,
        };
    }

    /// <summary>The first sentence of each event; else the key sentences; else those that share most words with the question.</summary>
    private static IEnumerable<SeenSentence> Chosen(SeenPrompt prompt)
    {
        if (prompt.Sentences.Any(sentence => sentence.Event is not null))
            return prompt.Passages.Select(passage => passage[0]);
        if (prompt.Task.Contains("lookup", StringComparison.Ordinal))
            return prompt.Passages.Select(passage => Best(passage, prompt.Question, 1)[0]).Take(Most);
        if (prompt.Sentences.Any(sentence => sentence.Key))
            return prompt.Sentences.Where(sentence => sentence.Key).Take(Most);
        return Best(prompt.Sentences, prompt.Question, Most / 2);
    }

    private static List<SeenSentence> Best(IEnumerable<SeenSentence> sentences, string question, int count)
    {
        var asked = Words(question);
        return [.. sentences.OrderByDescending(sentence => Words(sentence.Text).Count(asked.Contains)).ThenBy(sentence => sentence.Id).Take(count).OrderBy(sentence => sentence.Id)];
    }

    private static object Statement(SeenSentence sentence, Behaviour behaviour)
    {
        var text = Reworded(sentence.Text);
        return behaviour switch
        {
            Behaviour.InventsNumbers => new { text = WithOtherNumbers(text), evidence = new[] { sentence.Id } },
            Behaviour.InventsQuotes => new { text = $"“We never saw this coming, believe me,” the officials said. {text}", evidence = new[] { sentence.Id } },
            Behaviour.InventsNames => new { text = $"According to Wilhelmina Trask of the Harrowgate Institute, {char.ToLowerInvariant(text[0])}{text[1..]}", evidence = new[] { sentence.Id } },
            Behaviour.InventsCitations => new { text = $"{text} [7][99]", evidence = new[] { sentence.Id + 900, 0, -4 } },
            Behaviour.InventsLinks => new { text = $"{text} See https://evil.example/win and [here](http://evil.example).", evidence = new[] { sentence.Id } },
            Behaviour.Negates => new { text = $"It is not true and was never reported that {char.ToLowerInvariant(text[0])}{text[1..]}", evidence = new[] { sentence.Id } },
            _ => (object)new { text, evidence = new[] { sentence.Id } },
        };
    }

    /// <summary>"The bridge is closed, the council said." becomes "The council said the bridge is closed."; all else stays.</summary>
    private static string Reworded(string sentence)
    {
        if (Attribution().Match(sentence) is not { Success: true } match)
            return sentence;
        var (who, what) = (match.Groups["who"].Value, match.Groups["what"].Value);
        var lower = what.StartsWith("The ", StringComparison.Ordinal) || what.StartsWith("A ", StringComparison.Ordinal) ? char.ToLowerInvariant(what[0]) + what[1..] : what;
        return $"{char.ToUpperInvariant(who[0])}{who[1..]} {match.Groups["said"].Value}{match.Groups["when"].Value} that {lower}.";
    }

    /// <summary>A text without numbers gets one.</summary>
    private static string WithOtherNumbers(string text) => Number().IsMatch(text)
        ? Number().Replace(text, match => (long.Parse(match.Value, CultureInfo.InvariantCulture) % 1_000_000 + 17).ToString(CultureInfo.InvariantCulture))
        : text.TrimEnd('.') + ", for the 4,711th time.";

    private static object? Ordered(SeenPrompt prompt)
    {
        foreach (var sentence in prompt.Sentences)
            if (Order().Match(sentence.Text) is { Success: true } order)
                return new { text = order.Groups["what"].Value.Trim() + ".", evidence = new[] { sentence.Id } };
        return null;
    }

    /// <summary>"There" becomes the last name of the question before.</summary>
    private static string StandingAlone(SeenPrompt prompt, Behaviour behaviour) => There().Replace(
        prompt.Question,
        behaviour == Behaviour.InventsNames ? "at the Harrowgate Institute" : "in " + (Name().Matches(prompt.Before).LastOrDefault()?.Value ?? "the town"));

    [GeneratedRegex(@"\bthere\b")]
    private static partial Regex There();

    [GeneratedRegex(@"(?<=\w )\p{Lu}\w+")]
    private static partial Regex Name();

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 3)];
}
