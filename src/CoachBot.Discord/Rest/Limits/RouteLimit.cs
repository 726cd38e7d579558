namespace CoachBot.Discord.Rest.Limits;

/// <summary>
/// Which bucket a route uses now, and its calls in flight. When Discord puts the route into another bucket, the calls
/// in flight go along: they will be counted there.
/// </summary>
internal sealed class RouteLimit(Bucket bucket)
{
    private readonly Lock _gate = new();
    private Bucket _bucket = bucket;
    private int _inFlight;
    private bool _retired;

    public Bucket Bucket
    {
        get
        {
            lock (_gate) return _bucket;
        }
    }

    /// <summary>Makes a turn of that bucket this route's call.</summary>
    /// <returns>False when the route no longer uses the bucket: the turn is to be left.</returns>
    public bool Take(Bucket entered)
    {
        lock (_gate)
        {
            if (_retired || _bucket != entered) return false;
            _inFlight++;
            return true;
        }
    }

    /// <summary>The call is over; every <see cref="Take"/> that succeeded must be followed by one.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _inFlight--;
            _bucket.Leave();
        }
    }

    public void MoveTo(Bucket bucket)
    {
        lock (_gate)
        {
            if (_bucket == bucket) return;
            _bucket.Leave(_inFlight);
            bucket.Receive(_inFlight);
            _bucket = bucket;
        }
    }

    /// <returns>True when its bucket was idle for so long that it may be forgotten; it can then not be taken any more.</returns>
    public bool Retire(TimeSpan idle)
    {
        lock (_gate) return _retired |= _inFlight == 0 && _bucket.IsIdleFor(idle);
    }
}
