using CoachBot.Sandbox.Chat;

namespace CoachBot.Sandbox;

/// <summary>Tells pages and waiting tests what happened. A listener is called inside the lock, so it only takes note.</summary>
internal sealed class NewsDesk
{
    public event Action<News>? Happened;

    public void Tell(News news) => Happened?.Invoke(news);
}

/// <summary>Something that a page or a test may be waiting for.</summary>
internal abstract record News
{
    public sealed record MessageShown(Message Message) : News;

    public sealed record MessageDeleted(Message Message) : News;

    public sealed record CommandsChanged : News;

    public sealed record BotsChanged : News;
}
