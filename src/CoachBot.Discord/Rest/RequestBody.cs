using System.Net;

namespace CoachBot.Discord.Rest;

/// <summary>
/// A request's body that knows whether it was asked for. It is asked for once there is a connection to write it to: until
/// then Discord cannot have got the request, whatever ended the try (no name, no connection, no TLS, or our own patience).
/// </summary>
internal sealed class RequestBody(ReadOnlyMemory<byte> bytes) : HttpContent
{
    private volatile bool begun;

    public bool Begun => begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        begun = true;
        return stream.WriteAsync(bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
