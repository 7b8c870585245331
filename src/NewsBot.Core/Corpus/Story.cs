namespace NewsBot.Core.Corpus;

/// <summary>One story that several articles carry: a wire report and its copies, edited or shortened.</summary>
/// <param name="Articles">At least two, the earliest first; of two published at one time the one with the smaller id.</param>
public sealed record Story(IReadOnlyList<ArticleHeader> Articles);
