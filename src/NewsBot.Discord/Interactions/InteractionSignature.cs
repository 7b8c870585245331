using NSec.Cryptography;

namespace NewsBot.Discord.Interactions;

/// <summary>Checks that a request comes from Discord: Ed25519 over the timestamp followed by the body's bytes.</summary>
internal sealed class InteractionSignature
{
    private const int MaxTimestamp = 20;

    private readonly PublicKey _key;

    /// <param name="publicKey">64 hexadecimal digits.</param>
    /// <exception cref="FormatException">They are none, or no key.</exception>
    public InteractionSignature(string publicKey) =>
        _key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey);

    /// <summary>False on any doubt.</summary>
    /// <param name="signature">128 hexadecimal digits.</param>
    /// <param name="timestamp">As sent: digits.</param>
    public bool IsValid(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is not { Length: 128 } || !signature.All(char.IsAsciiHexDigit))
            return false;
        if (timestamp is not { Length: > 0 and <= MaxTimestamp } || !timestamp.All(char.IsAsciiDigit))
            return false;
        var signed = new byte[timestamp.Length + body.Length];
        for (var i = 0; i < timestamp.Length; i++)
            signed[i] = (byte)timestamp[i];
        body.CopyTo(signed.AsSpan(timestamp.Length));
        return SignatureAlgorithm.Ed25519.Verify(_key, signed, Convert.FromHexString(signature));
    }
}
