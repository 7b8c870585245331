namespace NewsBot.Sources.Cleaning;

/// <summary>An article as its source gave it: the fields as written, nothing checked yet.</summary>
internal sealed record RawArticle
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }

    public string? Published { get; init; }

    /// <summary>The day that the source's own surroundings give (a file's name), for when nothing in the article does.</summary>
    public DateOnly? DayOfSource { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }

    /// <summary>Where it was read, for people.</summary>
    public required string Origin { get; init; }

    /// <summary>Names the article's place within its sources when neither an id nor a URL names it.</summary>
    public required string PlaceKey { get; init; }
}

/// <summary>What is wrong with which field of a raw article.</summary>
internal sealed record FieldFault(string Field, string Reason);
