using CoachBot.Storage;

namespace CoachBot.Operations;

/// <summary>All settings, read and checked. The contract is appsettings.json at the top of the repository.</summary>
internal sealed record Settings
{
    /// <summary>Empty: the sandbox stands in for Discord.</summary>
    public string Token { get; init; } = "";

    /// <summary>64 hexadecimal digits. Empty: interactions come from the gateway only.</summary>
    public string PublicKey { get; init; } = "";

    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10/");

    public Uri? GatewayUrl { get; init; }

    public int Intents { get; init; }

    /// <summary>Null: as many as Discord recommends.</summary>
    public int? ShardCount { get; init; }

    /// <summary>The shards of this process; null for all.</summary>
    public IReadOnlyList<int>? ShardIds { get; init; }

    public StorageOptions Storage { get; init; } = new();

    public IReadOnlyList<Uri> HttpUrls { get; init; } = [new("http://127.0.0.1:8080")];

    public Uri SandboxUrl { get; init; } = new("http://127.0.0.1:5080");

    public bool UsesSandbox => Token.Length == 0;

    /// <summary>Never shows the token.</summary>
    public override string ToString() => nameof(Settings);
}

/// <param name="Field">The setting's key, <c>Discord:Token</c>.</param>
/// <param name="Value">What stands there; masked when it is a secret.</param>
/// <param name="Hint">What to do.</param>
internal sealed record SettingProblem(string Field, string Value, string Hint)
{
    public override string ToString() => $"{Field} = \"{Value}\": {Hint}";
}
