using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Chat.Asking;

/// <summary>What an id of a button, select or form says.</summary>
internal sealed record SignedAction(string Action, IReadOnlyList<string> Arguments, UserId? Owner);

/// <summary>
/// The id of a button, select or form carries all that its handler needs, signed: <c>v1:action:arguments:owner:signature</c>. Nothing is
/// kept on our side, so it works after a restart and months later, and an id that we did not make is refused.
/// </summary>
internal sealed class ActionIds(byte[] key)
{
    private const string Version = "v1";
    private const int SignatureBytes = 10;

    /// <summary>At most 100 characters, Discord's limit (Component Reference, "Anatomy of a Component").</summary>
    private const int Longest = 100;

    public string Make(Button button) => Make(button.Action, button.Arguments, button.Owner);

    public string Make(Select select) => Make(select.Action, select.Arguments, select.Owner);

    public string Make(Form form) => Make(form.Spec.Action, form.Arguments, form.Owner);

    /// <returns>What the id says, or null when we did not make it.</returns>
    public SignedAction? Read(string id)
    {
        var end = id.LastIndexOf(':');
        if (id.Length > Longest || end < 0) return null;
        var body = id[..end];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(body)), Encoding.UTF8.GetBytes(id[(end + 1)..]))) return null;
        var parts = body.Split(':');
        if (parts.Length != 4 || parts[0] != Version) return null;
        return new SignedAction(
            parts[1],
            parts[2].Length == 0 ? [] : parts[2].Split('.'),
            parts[3].Length == 0 ? null : new UserId(ulong.Parse(parts[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    private string Make(string action, IReadOnlyList<string> arguments, UserId? owner)
    {
        if (arguments.Any(argument => argument.Length == 0 || argument.AsSpan().ContainsAny(':', '.')))
        {
            throw new InvalidOperationException($"An argument of {action} is empty or has a colon or a dot in it.");
        }
        var body = string.Join(':', Version, action, string.Join('.', arguments), owner?.Value.ToString("x", CultureInfo.InvariantCulture) ?? "");
        var id = $"{body}:{Sign(body)}";
        return id.Length <= Longest ? id : throw new InvalidOperationException($"The id of {action} is {id.Length} characters long; {Longest} fit.");
    }

    private string Sign(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)).AsSpan(0, SignatureBytes));
}
