using System.Numerics.Tensors;
using System.Runtime.Intrinsics.X86;
using FsCheck.Xunit;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage.Tests.Vectors;

public sealed class Int8Tests
{
    private const int Dimension = 96;

    [Property]
    public void Every_way_to_multiply_gives_what_one_number_after_the_other_does(sbyte[] some, sbyte[] others)
    {
        var length = Math.Min(some.Length, others.Length);
        Check([.. some.Take(length).Select(Bounded)], [.. others.Take(length).Select(code => (sbyte)Bounded(code))]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(384)]
    [InlineData(3072)]
    public void The_largest_numbers_do_not_overflow(int length)
    {
        var most = Enumerable.Repeat((short)127, length).ToArray();
        Check(most, [.. Enumerable.Repeat((sbyte)127, length)]);
        Check(most, [.. Enumerable.Repeat((sbyte)-127, length)]);
        Assert.Equal(127 * 127 * length, Int8Dot.Of(most, [.. Enumerable.Repeat((sbyte)127, length)]));
    }

    [Property]
    public void A_code_is_off_by_half_a_step_at_most(FsCheck.NormalFloat[] numbers)
    {
        var vector = numbers.Select(number => (float)Math.Clamp(number.Get, -1e6, 1e6)).ToArray();
        var codes = new sbyte[vector.Length];
        var scale = vector.Length == 0 ? 0 : Int8Codes.Encode(vector, codes);
        for (var i = 0; i < vector.Length; i++)
            Assert.InRange(Math.Abs(vector[i] - (codes[i] * scale)), 0, (0.5001f * scale) + 1e-30f);
    }

    [Fact]
    public void The_best_by_codes_hold_the_exact_best()
    {
        var random = new Random(5);
        var vectors = Enumerable.Range(0, 3000).Select(_ => Unit(random)).ToList();
        var rows = new CodeRows(Dimension);
        for (var row = 0; row < vectors.Count; row++)
        {
            var codes = new sbyte[Dimension];
            var scale = Int8Codes.Encode(vectors[row], codes);
            rows.Write(row, codes, scale);
        }

        for (var n = 0; n < 20; n++)
        {
            var query = Unit(random);
            var top = new TopRows(VectorView.Candidates, _ => true);
            rows.Scan(Int8Codes.EncodeQuery(query), vectors.Count, top);
            var exact = Enumerable.Range(0, vectors.Count).OrderByDescending(row => TensorPrimitives.Dot<float>(query, vectors[row])).Take(10);
            Assert.Empty(exact.Except(top.Rows));
        }
    }

    private static void Check(short[] query, sbyte[] codes)
    {
        var expected = Int8Dot.Scalar(query, codes);
        Assert.Equal(expected, Int8Dot.Of(query, codes));
        Assert.Equal(expected, Int8Dot.Portable(query, codes));
        if (Avx2.IsSupported)
            Assert.Equal(expected, Int8Dot.Avx256(query, codes));
        if (Avx512BW.IsSupported)
            Assert.Equal(expected, Int8Dot.Avx512(query, codes));
    }

    private static short Bounded(sbyte code) => (short)Math.Max(code, (sbyte)-127);

    private static float[] Unit(Random random)
    {
        var vector = Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
