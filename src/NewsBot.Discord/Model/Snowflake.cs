using System.Globalization;
using System.Text.Json.Serialization;
using NewsBot.Discord.Json;

namespace NewsBot.Discord.Model;

/// <summary>An id of Discord: 64 bits, unique over all kinds of things, a decimal string in JSON. Zero is no id.</summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    /// <summary>Milliseconds since 1970 at which Discord's own count begins (the first second of 2015).</summary>
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When the thing was made, by Discord's clock, exact to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the decimal form. False for anything else, also for signs, spaces and more than 64 bits.</summary>
    public static bool TryParse(string? text, out Snowflake id)
    {
        var read = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new Snowflake(value);
        return read;
    }

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}
