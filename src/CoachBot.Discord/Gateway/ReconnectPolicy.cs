using CoachBot.Discord.Gateway.Line;
using CoachBot.Discord.Options;

namespace CoachBot.Discord.Gateway;

/// <summary>How to connect next, and when.</summary>
/// <param name="Silent">The wait is there because Discord cannot read what we send.</param>
internal readonly record struct Plan(bool Resume, TimeSpan Wait, bool Silent = false);

/// <summary>
/// Decides after each end. A session is resumed until 3 resumes failed or 90 s have passed since the drop (a
/// session can be broken for good while identifying works: discord-api-docs issue 1619). A line that held for a second is
/// resumed at once, another within a second; each further try waits between half and all of 2, 4, 8 ... 60 s. Only a connection
/// that reached READY or RESUMED and had a heartbeat acknowledged sets this back: one that merely opens proves nothing.
/// Three in a row may lack that proof and still be followed at once, for the first heartbeat may be 40 s away. When Discord
/// could not read what we sent three times in ten minutes, nothing is sent for the next ten.
/// </summary>
internal sealed class ReconnectPolicy(TimeProvider time, Jitter jitter)
{
    private const int ResumesAllowed = 3;
    private const int UnprovenAllowed = 3;
    private static readonly TimeSpan ResumeWindow = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(1);
    private const int UnreadableAllowed = 2;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);
    private readonly Queue<long> unreadable = new();
    private int failures;
    private int unproven;
    private int failedResumes;
    private long? droppedAt;
    private bool resumedOnce;
    private long? endedAt;

    public Plan After(ConnectionEnd end, bool canResume)
    {
        if (end.Proven) (failures, unproven, resumedOnce) = (0, 0, false);
        if (end.Completed) (failedResumes, droppedAt) = (0, null);
        droppedAt ??= time.GetTimestamp();
        if (end.ResumeFailed) failedResumes++;
        if (MustBeSilent(end))
        {
            (failedResumes, droppedAt) = (0, null);
            return new Plan(Resume: false, Silence, Silent: true);
        }

        var resume = canResume && MayResume(end.Step);
        var wait = Wait(end, resume);
        if (!end.Completed) failures++;
        else if (!end.Proven) unproven++;
        if (!resume) (failedResumes, droppedAt) = (0, null);
        return new Plan(resume, wait > end.MinimumWait ? wait : end.MinimumWait);
    }

    /// <summary>Besides heartbeats we only send what logs us in; not to send means not to log in.</summary>
    private bool MustBeSilent(ConnectionEnd end)
    {
        if (!end.Unreadable) return false;
        while (unreadable.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Silence) unreadable.Dequeue();
        unreadable.Enqueue(time.GetTimestamp());
        return unreadable.Count > UnreadableAllowed;
    }

    private bool MayResume(NextStep step)
    {
        var again = step == NextStep.ResumeOnce && resumedOnce;
        resumedOnce |= step == NextStep.ResumeOnce;
        return step is NextStep.Resume or NextStep.ResumeNow or NextStep.ResumeOnce
            && !again
            && failedResumes < ResumesAllowed
            && time.GetElapsedTime(droppedAt!.Value) < ResumeWindow;
    }

    private TimeSpan Wait(ConnectionEnd end, bool resume)
    {
        var held = endedAt is not { } last || time.GetElapsedTime(last) >= Held;
        endedAt = time.GetTimestamp();
        if (end.Completed && failures == 0 && unproven < UnprovenAllowed)
        {
            var atOnce = resume && (held || end.Step == NextStep.ResumeNow);
            return atOnce ? TimeSpan.Zero : jitter.Between(TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }

        var doublings = failures + Math.Max(0, unproven - UnprovenAllowed) + 1;
        var longest = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(doublings, 10))));
        return jitter.Between(longest / 2, longest);
    }
}
