using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;

namespace NewsBot.Models.Calling;

/// <summary>
/// Sizes in tokens, by the vocabulary of OpenAI's newer models (o200k). For other models it is an estimate: their counts
/// for English are within some ten per cent.
/// </summary>
internal static class TokenCounter
{
    /// <summary>What a message costs besides its text.</summary>
    private const int PerMessage = 4;

    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public static int Count(string text) => Tokenizer.Value.CountTokens(text);

    public static int Count(IEnumerable<ChatMessage> messages) => messages.Sum(message => PerMessage + message.Contents.Sum(Count));

    private static int Count(AIContent content) => content switch
    {
        TextContent text => Count(text.Text),
        FunctionResultContent result => Count(result.Result?.ToString() ?? ""),
        FunctionCallContent call => PerMessage + Count(call.Name) + (call.Arguments?.Sum(argument => Count(argument.Key) + Count(argument.Value?.ToString() ?? "")) ?? 0),
        _ => 0,
    };
}
