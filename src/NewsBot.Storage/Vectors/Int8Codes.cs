using System.Numerics.Tensors;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// A vector in one byte a number: <c>code = round(127 · v / max|v|)</c>, so that <c>v ≈ scale · code</c> with
/// <c>scale = max|v| / 127</c>.
/// </summary>
internal static class Int8Codes
{
    private const float Most = 127;

    /// <returns>The scale.</returns>
    public static float Encode(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        var most = TensorPrimitives.MaxMagnitude(vector);
        var scale = Math.Abs(most) / Most;
        for (var i = 0; i < vector.Length; i++)
            codes[i] = scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(vector[i] / scale), -Most, Most);
        return scale;
    }

    /// <summary>A query's codes, widened as <see cref="Int8Dot"/> wants them. Its scale changes no order and is left out.</summary>
    public static short[] EncodeQuery(ReadOnlySpan<float> vector)
    {
        var codes = new sbyte[vector.Length];
        Encode(vector, codes);
        return Array.ConvertAll(codes, code => (short)code);
    }
}
