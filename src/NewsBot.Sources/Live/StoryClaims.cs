using System.Collections.Concurrent;

namespace NewsBot.Sources.Live;

/// <summary>
/// Which source has a story: the same address, or the same words of one outlet, is stored once, from the source that had
/// it first. Sources that not everybody may see make claims among themselves only, as a story must not disappear for
/// the others.
/// </summary>
internal sealed class StoryClaims
{
    private readonly ConcurrentDictionary<string, Claim> _claims = new(StringComparer.Ordinal);

    public StoryClaims(IEnumerable<(string Place, bool IsRestricted, SourceState State)> sources)
    {
        foreach (var (place, isRestricted, state) in sources)
            foreach (var (key, entry) in state.Entries)
                if (entry.Owner is null && !entry.IsWithdrawn)
                {
                    Address(new Claim(place, key), isRestricted, entry.Identity);
                    Words(new Claim(place, key), isRestricted, state.Outlet, entry.TextHash);
                }
    }

    /// <returns>Who has the story with the address; the given one when it is free.</returns>
    public Claim Address(Claim claim, bool isRestricted, string? identity) => Make(claim, isRestricted, identity is null ? null : "address " + identity);

    /// <returns>Who has the words of an outlet; the given one when they are free.</returns>
    public Claim Words(Claim claim, bool isRestricted, string? outlet, string? textHash) =>
        Make(claim, isRestricted, textHash is null ? null : $"words {outlet?.ToLowerInvariant()} {textHash}");

    private Claim Make(Claim claim, bool isRestricted, string? key) =>
        key is null ? claim : _claims.GetOrAdd(isRestricted ? $"{claim.Place} {key}" : key, claim);
}

/// <param name="Place">The source.</param>
/// <param name="Key">Names the article within it.</param>
internal readonly record struct Claim(string Place, string Key);
