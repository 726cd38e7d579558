namespace CoachBot.Discord.Tests.Chaos;

/// <summary>A session as the server knows it.</summary>
internal sealed class ModelSession(string id)
{
    public string Id { get; } = id;

    /// <summary>The highest sequence sent.</summary>
    public long Sent { get; private set; }

    /// <summary>The client has certainly read up to here.</summary>
    public long Known { get; set; }

    /// <summary>Discord has dropped it, and the client was told: resuming it would be a fault.</summary>
    public bool Forgotten { get; set; }

    public List<(long Sequence, string Frame)> Events { get; } = [];

    /// <summary>The next event's frame; noted, so that a resume can replay it.</summary>
    public string Next(string type, string data)
    {
        var frame = $$"""{"op":0,"t":"{{type}}","s":{{++Sent}},"d":{{data}}}""";
        Events.Add((Sent, frame));
        return frame;
    }
}
