using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;

namespace CoachBot.Tests.Chat;

/// <summary>A platform that keeps what it is told to say.</summary>
internal sealed class KeptReplies : IResponder
{
    public List<Reply> Replies { get; } = [];

    public List<Choice> Offered { get; } = [];

    public Task OfferAsync(IReadOnlyList<Choice> choices)
    {
        Offered.AddRange(choices);
        return Task.CompletedTask;
    }

    public Task ThinkAsync() => Task.CompletedTask;

    public Task RespondAsync(Reply reply, bool withPicture) => Keep(reply);

    public Task EndThinkingAsync(Reply reply, bool withPicture) => Keep(reply);

    public Task FollowUpAsync(Reply reply, bool withPicture) => Keep(reply);

    private Task Keep(Reply reply)
    {
        Replies.Add(reply);
        return Task.CompletedTask;
    }
}
