namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// Which bucket a route uses now, and its calls in flight. When Discord puts the route into another bucket, the calls
/// in flight go along: they will be counted there.
/// </summary>
internal sealed class RouteLimit(Bucket bucket)
{
    private readonly Lock gate = new();
    private Bucket current = bucket;
    private int inFlight;
    private bool retired;

    public Bucket Bucket
    {
        get
        {
            lock (gate) return current;
        }
    }

    /// <summary>Makes a turn of that bucket this route's call.</summary>
    /// <returns>False when the route no longer uses the bucket: the turn is to be left.</returns>
    public bool Take(Bucket entered)
    {
        lock (gate)
        {
            if (retired || current != entered) return false;
            inFlight++;
            return true;
        }
    }

    /// <summary>The call is over; every <see cref="Take"/> that succeeded must be followed by one.</summary>
    public void Leave()
    {
        lock (gate)
        {
            inFlight--;
            current.Leave();
        }
    }

    public void MoveTo(Bucket bucket)
    {
        lock (gate)
        {
            if (current == bucket) return;
            current.Leave(inFlight);
            bucket.Receive(inFlight);
            current = bucket;
        }
    }

    /// <returns>True when its bucket was idle for so long that it may be forgotten; it can then not be taken any more.</returns>
    public bool Retire(TimeSpan idle)
    {
        lock (gate) return retired |= inFlight == 0 && current.IsIdleFor(idle);
    }
}
