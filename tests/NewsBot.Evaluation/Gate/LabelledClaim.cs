namespace NewsBot.Evaluation.Gate;

/// <summary>A claim that people judged against evidence.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Group">What it belongs to, where one set has parts.</param>
/// <param name="Text">The claim.</param>
/// <param name="Alternatives">Sets of evidence sentences, each enough by itself; the best counts.</param>
/// <param name="IsSupported">What people judged.</param>
internal sealed record LabelledClaim(string Id, string Group, string Text, IReadOnlyList<IReadOnlyList<string>> Alternatives, bool IsSupported);
