namespace NewsBot.Storage;

/// <summary>The form in which names of outlets are compared.</summary>
internal static class SourceKey
{
    public static string Of(string source) => source.Trim().ToLowerInvariant();
}
