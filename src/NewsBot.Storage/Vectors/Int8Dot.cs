using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// The dot product of bytes, summed in 32 bits. The query comes widened to 16 bits, as it meets every vector; codes are
/// from -127 to 127, so that neither a product nor the sum over any length that occurs can overflow.
/// </summary>
internal static class Int8Dot
{
    /// <param name="query">As long as <paramref name="codes"/>.</param>
    /// <param name="codes">One vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> codes)
    {
        if (Avx512BW.IsSupported)
            return Avx512(query, codes);
        if (Avx2.IsSupported)
            return Avx256(query, codes);
        return Vector128.IsHardwareAccelerated ? Portable(query, codes) : Scalar(query, codes);
    }

    internal static int Scalar(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> codes)
    {
        var sum = 0;
        for (var i = 0; i < codes.Length; i++)
            sum += query[i] * codes[i];
        return sum;
    }

    internal static int Avx512(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> codes)
    {
        ref var q = ref MemoryMarshal.GetReference(query[..codes.Length]);
        ref var c = ref MemoryMarshal.GetReference(codes);
        var sum = Vector512<int>.Zero;
        var i = 0;
        for (; i + Vector256<sbyte>.Count <= codes.Length; i += Vector256<sbyte>.Count)
        {
            var wide = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref c, (nuint)i));
            sum += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref q, (nuint)i), wide);
        }

        return Vector512.Sum(sum) + Scalar(query[i..], codes[i..]);
    }

    internal static int Avx256(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> codes)
    {
        ref var q = ref MemoryMarshal.GetReference(query[..codes.Length]);
        ref var c = ref MemoryMarshal.GetReference(codes);
        var sum = Vector256<int>.Zero;
        var i = 0;
        for (; i + Vector128<sbyte>.Count <= codes.Length; i += Vector128<sbyte>.Count)
        {
            var wide = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref c, (nuint)i));
            sum += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref q, (nuint)i), wide);
        }

        return Vector256.Sum(sum) + Scalar(query[i..], codes[i..]);
    }

    /// <summary>For other processors, in what all of them have. A product of two codes fits into 16 bits.</summary>
    internal static int Portable(ReadOnlySpan<short> query, ReadOnlySpan<sbyte> codes)
    {
        ref var q = ref MemoryMarshal.GetReference(query[..codes.Length]);
        ref var c = ref MemoryMarshal.GetReference(codes);
        var sum = Vector128<int>.Zero;
        var i = 0;
        for (; i + Vector128<sbyte>.Count <= codes.Length; i += Vector128<sbyte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref c, (nuint)i));
            var (a, b) = Vector128.Widen(low * Vector128.LoadUnsafe(ref q, (nuint)i));
            var (d, e) = Vector128.Widen(high * Vector128.LoadUnsafe(ref q, (nuint)(i + Vector128<short>.Count)));
            sum += a + b + d + e;
        }

        return Vector128.Sum(sum) + Scalar(query[i..], codes[i..]);
    }
}
