namespace NewsBot.Core.Articles;

/// <summary>One sentence, without the white space around it.</summary>
/// <param name="Span">Offsets into the article's text.</param>
/// <param name="Paragraph">Number of the paragraph it stands in, from 0.</param>
public readonly record struct Sentence(TextSpan Span, int Paragraph);

/// <summary>A run of whole sentences, the unit of retrieval: about 120 to 200 words.</summary>
/// <param name="Ordinal">Number of the passage in its article, from 0.</param>
/// <param name="Span">Offsets into the article's text.</param>
public readonly record struct Passage(int Ordinal, TextSpan Span);
