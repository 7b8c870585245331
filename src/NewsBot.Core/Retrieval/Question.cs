using NewsBot.Core.Corpus;

namespace NewsBot.Core.Retrieval;

/// <summary>A user's question, parsed once.</summary>
public sealed record Question
{
    /// <summary>As the user wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>The asker's now, with the offset of the asker's zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Hard limits from the options source, from and to.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.All;
}
