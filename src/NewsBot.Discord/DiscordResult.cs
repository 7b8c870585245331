using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Discord;

/// <summary>That a request succeeded, or why not.</summary>
public readonly record struct DiscordResult
{
    private DiscordResult(DiscordFailure? failure) => Failure = failure;

    public static DiscordResult Success => default;

    /// <summary>Null on success.</summary>
    public DiscordFailure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    public static DiscordResult Failed(DiscordFailure failure) => new(failure);

    public static implicit operator DiscordResult(DiscordFailure failure) => Failed(failure);

    public static DiscordResult FromDiscordFailure(DiscordFailure failure) => Failed(failure);
}

/// <summary>What a request returned, or why it failed. Exactly one of the two is set.</summary>
public readonly record struct DiscordResult<T>
    where T : notnull
{
    private DiscordResult(T? value, DiscordFailure? failure) => (Value, Failure) = (value, failure);

    /// <summary>Null on failure (for value types the default).</summary>
    public T? Value { get; }

    /// <summary>Null on success.</summary>
    public DiscordFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    public static implicit operator DiscordResult<T>(T value) => FromValue(value);

    public static implicit operator DiscordResult<T>(DiscordFailure failure) => FromFailure(failure);

#pragma warning disable CA1000 // The compiler infers T at the implicit operators; these are their named twins.
    public static DiscordResult<T> FromValue(T value) => new(value, null);

    public static DiscordResult<T> FromFailure(DiscordFailure failure) => new(default, failure);
#pragma warning restore CA1000
}
