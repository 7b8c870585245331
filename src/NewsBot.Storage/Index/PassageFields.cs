namespace NewsBot.Storage.Index;

/// <summary>Names of the fields in the index.</summary>
internal static class PassageFields
{
    /// <summary>Of passages: title, source, date and body in one, which ranks better than fields of their own.</summary>
    public const string Text = "text";

    /// <summary>Of quotes: their content.</summary>
    public const string Quote = "quote";

    /// <summary>Key of the article's row in the store, to delete by.</summary>
    public const string Key = "key";

    public const string Id = "id";

    /// <summary>Number of the passage or the quote in its article.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Publication day as a day number.</summary>
    public const string Day = "day";

    public const string Source = "source";

    /// <summary>Where the article was read, without the line.</summary>
    public const string Origin = "origin";
}
