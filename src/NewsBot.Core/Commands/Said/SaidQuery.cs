using System.Text.RegularExpressions;

namespace NewsBot.Core.Commands.Said;

/// <summary>Whose words about what <c>/said</c> was asked for.</summary>
/// <param name="Person">The name as typed.</param>
/// <param name="Topic">What about; null for anything.</param>
internal sealed partial record SaidQuery(string Person, string? Topic)
{
    [GeneratedRegex(@"^(?<person>.+?)\s+(?:about|on|regarding|concerning)\s+(?<topic>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex About();

    public static SaidQuery Parse(string text) => About().Match(text.Trim()) is { Success: true } match
        ? new SaidQuery(match.Groups["person"].Value.Trim(), match.Groups["topic"].Value.Trim().TrimEnd('?'))
        : new SaidQuery(text.Trim().TrimEnd('?'), null);
}
