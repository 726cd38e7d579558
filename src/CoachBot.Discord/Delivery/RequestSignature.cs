using System.Buffers;
using System.Text;
using CoachBot.Discord.Model;
using NSec.Cryptography;

namespace CoachBot.Discord.Delivery;

/// <summary>
/// Tells a request of Discord's from any other (Discord: Interactions Overview, "Setting Up an Endpoint"): an Ed25519 signature over the
/// timestamp and the body as they came. To be asked before anything in the body is read.
/// </summary>
public sealed class RequestSignature
{
    private const int SignatureBytes = 64;
    private const int LongestTimestamp = 16;

    /// <summary>Discord documents no limit; a captured request is of no use for long.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    private readonly PublicKey applicationKey;
    private readonly TimeProvider time;

    /// <param name="publicKey">The application's public key: 64 hexadecimal digits.</param>
    /// <exception cref="ArgumentException">It is no such key.</exception>
    public RequestSignature(string publicKey, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        Span<byte> bytes = stackalloc byte[32];
        if (publicKey.Length != 64 || Convert.FromHexString(publicKey, bytes, out _, out _) != OperationStatus.Done
            || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key))
            throw new ArgumentException("The public key is not 64 hexadecimal digits.", nameof(publicKey));
        applicationKey = key!;
        this.time = time;
    }

    /// <param name="signature">The header <c>X-Signature-Ed25519</c>: 128 hexadecimal digits.</param>
    /// <param name="timestamp">The header <c>X-Signature-Timestamp</c>: Unix seconds, at most five minutes from our clock.</param>
    public bool Holds(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> signed = stackalloc byte[SignatureBytes];
        if (signature is not { Length: 2 * SignatureBytes }
            || Convert.FromHexString(signature, signed, out _, out _) != OperationStatus.Done) return false;
        if (timestamp is null or not { Length: > 0 and <= LongestTimestamp }
            || TolerantJson.Digits(timestamp) is not { } seconds
            || Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - (double)seconds) > MostSkew.TotalSeconds) return false;

        var message = ArrayPool<byte>.Shared.Rent(timestamp.Length + body.Length);
        try
        {
            var head = Encoding.ASCII.GetBytes(timestamp, message);
            body.CopyTo(message.AsSpan(head));
            return Signs(message.AsSpan(0, head + body.Length), signed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    internal bool Signs(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        SignatureAlgorithm.Ed25519.Verify(applicationKey, message, signature);
}
