using System.Numerics.Tensors;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// Which model made the vectors of a set. A name can come to stand for another model, so the vector of one fixed text is
/// kept too: vectors are compared only where the model gives that text the same one.
/// </summary>
/// <param name="Model">Name of the model.</param>
/// <param name="PassagePrefix">What was put before each passage.</param>
/// <param name="QueryPrefix">What belongs before a question.</param>
/// <param name="Probe">The vector of <see cref="ProbeText"/>, of length 1.</param>
internal sealed record VectorStamp(string Model, string PassagePrefix, string QueryPrefix, float[] Probe)
{
    public const string ProbeText = "The harbour of the old town was opened again on Tuesday, three years after the flood.";

    /// <summary>Answers of one model to one text differ a little between runs and machines, those of two models much.</summary>
    private const float Same = 0.99f;

    public int Dimension => Probe.Length;

    /// <summary>Whether a model that gives the probe text this vector is the one that made the set.</summary>
    public bool IsProvedBy(float[] probe) => probe.Length == Dimension && TensorPrimitives.Dot<float>(probe, Probe) >= Same;
}

/// <param name="Holds">Whether the model is the one that made the set.</param>
/// <param name="At">When that was asked, as a timestamp of the clock.</param>
internal sealed record ModelProof(bool Holds, long At);
