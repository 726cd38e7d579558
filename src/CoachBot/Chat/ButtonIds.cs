using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Chat;

/// <summary>
/// A button's id carries all that its handler needs, signed: <c>v1:action:arguments:owner:signature</c>. Nothing is kept on our side,
/// so a button works after a restart and months later, and an id that we did not make is refused.
/// </summary>
internal sealed class ButtonIds(byte[] key)
{
    private const string Version = "v1";
    private const int SignatureBytes = 10;

    /// <summary>At most 100 characters, Discord's limit (Component Reference, "Anatomy of a Component").</summary>
    private const int Longest = 100;

    public string Make(Button button)
    {
        var owner = button.Owner?.ToString("x", CultureInfo.InvariantCulture) ?? "";
        var body = string.Join(':', Version, button.Action, string.Join('.', button.Arguments), owner);
        var id = $"{body}:{Sign(body)}";
        return id.Length <= Longest ? id : throw new InvalidOperationException($"The id of the button {button.Action} is {id.Length} characters long; {Longest} fit.");
    }

    /// <returns>The button, or null when we did not make this id.</returns>
    public Button? Read(string id)
    {
        var end = id.LastIndexOf(':');
        if (id.Length > Longest || end < 0) return null;
        var body = id[..end];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(body)), Encoding.UTF8.GetBytes(id[(end + 1)..]))) return null;
        var parts = body.Split(':');
        if (parts.Length != 4 || parts[0] != Version) return null;
        return new Button("", parts[1], parts[2].Length == 0 ? [] : parts[2].Split('.'))
        {
            Owner = parts[3].Length == 0 ? null : ulong.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        };
    }

    private string Sign(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)).AsSpan(0, SignatureBytes));
}
