namespace CoachBot.Discord.Gateway;

/// <summary>What must outlive a connection so that the next one can resume. Touched by one connection at a time.</summary>
internal sealed class SessionMemory
{
    public string? SessionId { get; private set; }

    /// <summary>Where to resume; null stands for the cached address.</summary>
    public Uri? ResumeAddress { get; private set; }

    /// <summary>The highest <c>s</c> seen; null before the first. 0 is a sequence like any other.</summary>
    public long? Sequence { get; private set; }

    public bool CanResume => !string.IsNullOrEmpty(SessionId) && Sequence is not null;

    public void Start(string sessionId, Uri? resumeAddress) => (SessionId, ResumeAddress) = (sessionId, resumeAddress);

    /// <summary>Nobody is there: the next try goes to the usual address, with the same session.</summary>
    public void ForgetAddress() => ResumeAddress = null;

    /// <summary>Never goes back: a repeated older number must not make a resume replay what was handled.</summary>
    public void Advance(long? sequence)
    {
        if (sequence is { } s && !(Sequence >= s)) Sequence = s;
    }

    public void Forget() => (SessionId, ResumeAddress, Sequence) = (null, null, null);
}
