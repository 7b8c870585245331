using System.Text;

namespace NewsBot.Discord.Tests.Fuzzing;

/// <summary>Makes broken variants of JSON as Discord writes it: some broken as bytes, some as structure.</summary>
public static class Mutation
{
    private static readonly string[] Values =
        ["null", "true", "-1", "0", "99999999999999999999999", "1e308", "\"\"", "\"x\"", "[]", "{}", "[[[[[[]]]]]]", "\"\\ud800\"", "\"18446744073709551616\"", "{\"type\":99}"];

    private static readonly string[] Splices =
        ["\"op\":", "\"d\":", "\"s\":9223372036854775807,", "\"t\":\"READY\",", "{", "}", "[", "]", ",", "\"", ":", "\\", "\0", "\u2028", "€"];

    /// <summary>One to four mutations of one sample.</summary>
    public static byte[] Of(IReadOnlyList<string> samples, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(samples[random.Next(samples.Count)]).ToList();
        for (var i = random.Next(1, 5); i > 0 && bytes.Count > 0; i--)
            Mutate(bytes, samples, random);
        return [.. bytes];
    }

    private static void Mutate(List<byte> bytes, IReadOnlyList<string> samples, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)));
                break;
            case 2:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                var other = Encoding.UTF8.GetBytes(samples[random.Next(samples.Count)]);
                bytes.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray());
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat((byte)(random.Next(2) == 0 ? '[' : '{'), random.Next(1, 300)));
                break;
            default:
                ReplaceValue(bytes, at, random);
                break;
        }
    }

    /// <summary>Puts another value after the next colon, which mostly keeps the text valid JSON.</summary>
    private static void ReplaceValue(List<byte> bytes, int from, Random random)
    {
        var colon = bytes.IndexOf((byte)':', from);
        if (colon < 0)
            return;
        var end = colon + 1;
        var depth = 0;
        var quoted = false;
        for (; end < bytes.Count; end++)
        {
            var c = (char)bytes[end];
            if (quoted)
            {
                quoted = c != '"' || bytes[end - 1] == '\\';
                continue;
            }

            if (c == '"')
                quoted = true;
            else if (c is '{' or '[')
                depth++;
            else if (c is '}' or ']' && --depth < 0)
                break;
            else if (c == ',' && depth == 0)
                break;
        }

        bytes.RemoveRange(colon + 1, end - colon - 1);
        bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
    }
}
