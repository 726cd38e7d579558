using System.Buffers.Binary;
using System.IO.Compression;

namespace CoachBot.Pictures.Files;

/// <summary>
/// Writes a PNG with a palette (Portable Network Graphics, Third Edition, sections 5 and 11). SkiaSharp writes four bytes for each pixel, and our flat drawings
/// then take three times as much of a phone's data.
/// </summary>
internal static class Png
{
    private const byte Depth = 8;
    private const byte Indexed = 3;

    /// <param name="pixels">Red in the lowest byte, then green, blue and alpha, and multiplied by it, as they are drawn; row by row.</param>
    public static byte[] Encode(int width, int height, ReadOnlySpan<uint> pixels)
    {
        var palette = Palette.Of(pixels);
        var colours = new byte[palette.Colours.Length * 3];
        var alphas = new byte[palette.Colours.Length];
        for (var i = 0; i < palette.Colours.Length; i++)
        {
            var colour = palette.Colours[i];
            var alpha = (byte)(colour >> 24);
            (colours[i * 3], colours[(i * 3) + 1], colours[(i * 3) + 2], alphas[i]) =
                (Whole((byte)colour, alpha), Whole((byte)(colour >> 8), alpha), Whole((byte)(colour >> 16), alpha), alpha);
        }

        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (Depth, Indexed);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, colours);
        WriteChunk(png, "tRNS"u8, alphas);
        WriteChunk(png, "IDAT"u8, Compress(width, height, pixels, palette));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>A colour as a PNG has it, not multiplied by its alpha.</summary>
    private static byte Whole(byte part, byte alpha) => alpha == 0 ? (byte)0 : (byte)Math.Min(((part * 255) + (alpha / 2)) / alpha, 255);

    private static byte[] Compress(int width, int height, ReadOnlySpan<uint> pixels, Palette palette)
    {
        var row = new byte[width];
        using var rows = new MemoryStream();
        using (var deflate = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                // No filter: flat colours repeat exactly, and a filter, made for photographs, would hide that.
                deflate.WriteByte(0);
                palette.Indices(pixels.Slice(y * width, width), row);
                deflate.Write(row);
            }
        }
        return rows.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, type), data));
        png.Write(number);
    }

    /// <summary>CRC-32, bit by bit: a picture is written once and then kept.</summary>
    private static uint Check(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return crc;
    }
}
