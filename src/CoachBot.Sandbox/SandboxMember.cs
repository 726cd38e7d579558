namespace CoachBot.Sandbox;

/// <summary>A member of a team who types, presses and reads as a person in Discord's client would.</summary>
public sealed class SandboxMember
{
    internal SandboxMember(Person person)
    {
        Name = person.Name;
        Id = person.Id;
        TeamId = person.TeamId;
    }

    public string Name { get; }

    public ulong Id { get; }

    public ulong TeamId { get; }

    public Task<SandboxAnswer> TypeAsync(string line, CancellationToken ct = default) => throw new NotImplementedException();

    public Task<IReadOnlyList<SandboxChoice>> SuggestAsync(string line, CancellationToken ct = default) => throw new NotImplementedException();

    public Task<SandboxAnswer> PressAsync(SandboxMessage message, string label, CancellationToken ct = default) =>
        throw new NotImplementedException();

    public Task<SandboxAnswer> SelectAsync(SandboxMessage message, string customId, IReadOnlyList<string> values, CancellationToken ct = default) =>
        throw new NotImplementedException();

    public Task<SandboxAnswer> SubmitAsync(SandboxAnswer form, IReadOnlyDictionary<string, string> values, CancellationToken ct = default) =>
        throw new NotImplementedException();

    public IReadOnlyList<SandboxMessage> Sees() => throw new NotImplementedException();
}
