namespace CoachBot.Discord.Gateway;

/// <summary>Where the gateway connection stands. Fatal and Closed are final.</summary>
public enum GatewayState
{
    Idle,
    Connecting,
    Identifying,
    Resuming,
    Ready,
    Backoff,
    Draining,
    Fatal,
    Closed,
}
