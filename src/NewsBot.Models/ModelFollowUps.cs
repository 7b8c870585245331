using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NewsBot.Core.Chat.Conversations;
using NewsBot.Core.Text;
using NewsBot.Models.Calling;
using NewsBot.Models.Evidence;
using NewsBot.Models.Prompts;
using NewsBot.Models.Wording;

namespace NewsBot.Models;

/// <summary>
/// Completes follow-ups that refer back in a way that no pattern knows. The model may only put in what the conversation
/// has: a question with a word from elsewhere is not taken, and the user's own stands for itself.
/// </summary>
internal sealed partial class ModelFollowUps(IFollowUpReader patterns, LanguageModel model, PromptLibrary prompts, TimeProvider time) : IFollowUpReader
{
    private const string Account = "follow-ups";
    private const int LongestQuestion = 300;

    /// <summary>The answer itself has still to be found and worded.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    [GeneratedRegex(@"\b(?:he|she|they|him|her|them|his|hers|their|theirs|it|its|this|that|these|those|there|then|the (?:latter|former|others?|same|first|second))\b|^(?:and|but|so|also|or)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RefersBack();

    [GeneratedRegex(@"""question""\s*:\s*(?<question>""(?:[^""\\]|\\.)*"")")]
    private static partial Regex Rewritten();

    public async ValueTask<FollowUp?> ReadAsync(string text, ConversationTurn last, CancellationToken cancellationToken)
    {
        if (await patterns.ReadAsync(text, last, cancellationToken).ConfigureAwait(false) is { } known)
            return known;
        if (text.StartsWith('/') || text.Length > LongestQuestion || !RefersBack().IsMatch(text))
            return null;
        using var limit = new CancellationTokenSource(Longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var values = new Dictionary<string, string>
            {
                ["question"] = SafeWords.Of(text),
                ["conversation"] = JsonSerializer.Serialize(new Before(SafeWords.Of(last.Text), last.Person, last.Title is { } title ? SafeWords.Of(title) : null), Json),
                ["today"] = Found.Day(time.GetLocalNow()),
            };
            var reply = await model.AskAsync(prompts[PromptNames.FollowUp], values, Account, null, model.Begin(), stop.Token).ConfigureAwait(false);
            return reply.Failure is null && Read(reply.Text, text, last) is { } question ? new FollowUp(question, $"“{question}”") : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // Out of time: the question stands for itself.
        }
    }

    /// <returns>Null when it says nothing new, or something that nobody said.</returns>
    internal static string? Read(string reply, string text, ConversationTurn last)
    {
        if (Rewritten().Match(reply) is not { Success: true } match)
            return null;
        string question;
        try
        {
            question = SafeWords.Of(JsonSerializer.Deserialize<string>(match.Groups["question"].Value) ?? "").Trim();
        }
        catch (JsonException)
        {
            return null;
        }

        if (question.Length is 0 or > LongestQuestion || question.StartsWith('/') || string.Equals(question, text.Trim(), StringComparison.OrdinalIgnoreCase))
            return null;
        var said = Tokenizer.Tokenize($"{text} . {last.Text} . {last.Person} . {last.Title}").Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return Tokenizer.Tokenize(question).TrueForAll(token => said.Contains(token.Term) || StopWords.Contains(token.Term)) ? question : null;
    }

    private sealed record Before(string Asked, string? Person, string? Headline);
}
