namespace NewsBot.Core.Corpus;

/// <summary>How the vectors of passages are.</summary>
/// <param name="Model">The configured embedding model.</param>
/// <param name="Dimension">How many numbers its vectors have; null while it has not answered.</param>
/// <param name="Passages">How many passages of the revision have a vector by it.</param>
/// <param name="Serving">The model whose vectors are searched meanwhile; null where it is the configured one.</param>
/// <param name="LastFailure">What went wrong last with the endpoint since the start; null for nothing.</param>
/// <param name="FailedAt">When.</param>
public sealed record VectorState(string Model, int? Dimension, int Passages, string? Serving, string? LastFailure, DateTimeOffset? FailedAt);
