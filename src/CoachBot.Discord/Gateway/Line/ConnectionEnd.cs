namespace CoachBot.Discord.Gateway.Line;

/// <summary>What the end of a connection asks for.</summary>
internal enum NextStep
{
    /// <summary>Resume without waiting: op 7 announces that this very connection goes away.</summary>
    ResumeNow,

    Resume,

    /// <summary>For codes nobody documented: resume, but not twice in a row.</summary>
    ResumeOnce,

    Identify,

    Fatal,

    /// <summary>A clean stop was asked for, and done.</summary>
    Stopped,
}

/// <summary>How a connection ended.</summary>
/// <param name="Reason">For the log: one line, without addresses and ids.</param>
internal sealed record ConnectionEnd(NextStep Step, string Reason)
{
    /// <summary>The <see cref="Label"/> of a line that was found dead.</summary>
    public const string Zombie = "zombie";

    /// <summary>The reason as a metric's label: one of a short list.</summary>
    public string Label { get; init; } = "transport";

    /// <summary>At least this long before the next connection.</summary>
    public TimeSpan MinimumWait { get; init; }

    /// <summary>The code to close with if we are the one who ends it. Anything but 1000 and 1001 keeps the session alive.</summary>
    public int CloseCode { get; init; } = 4900;

    /// <summary>
    /// The session is over but the line is still open: until the next session begins Discord may go on telling what
    /// happens on it, so it is listened to. To be called to close it.
    /// </summary>
    public Func<Task>? LeaveLater { get; init; }

    /// <summary>Somebody should look into it: our own fault, or something Discord has not documented.</summary>
    public bool Alarming { get; init; }

    /// <summary>Discord could not decode what we sent (4001, 4002): to go on sending would only repeat it.</summary>
    public bool Unreadable { get; init; }

    /// <summary>Fatal, and the bot token is why.</summary>
    public bool IsTokenRefused { get; init; }

    /// <summary>READY or RESUMED was seen.</summary>
    public bool Completed { get; init; }

    /// <summary>And a heartbeat was acknowledged after it: this connection worked.</summary>
    public bool Proven { get; init; }

    /// <summary>Op 6 was sent and RESUMED did not come.</summary>
    public bool ResumeFailed { get; init; }
}
