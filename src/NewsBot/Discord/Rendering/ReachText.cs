using System.Globalization;
using NewsBot.Core.Corpus;

namespace NewsBot.Discord.Rendering;

/// <summary>How far the archive reaches, in words.</summary>
internal static class ReachText
{
    public static string Sentence(CorpusReach reach) => reach is { Earliest: not null, Latest: not null }
        ? $"The archive has {Range(reach)}."
        : "The archive is empty.";

    /// <summary>"articles from 14 March 2023 to 2 May 2024"; "no articles".</summary>
    public static string Range(CorpusReach reach) => reach is { Earliest: { } from, Latest: { } to }
        ? string.Create(CultureInfo.InvariantCulture, $"articles from {from:d MMMM yyyy} to {to:d MMMM yyyy}")
        : "no articles";
}
