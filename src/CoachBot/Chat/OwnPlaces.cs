using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Chat;

/// <summary>
/// Holds the channels and roles that a command names against what the platform says is the team's own: an id is the client's word, and could name
/// another team's channel. A channel that the call does not vouch for is asked for. A role counts only among the roles of its own server, so where the
/// platform vouches for nothing at all it is let be.
/// </summary>
internal sealed class OwnPlaces(IPlaces places)
{
    /// <exception cref="UserError">A channel or role is not the team's.</exception>
    public async Task RequireAsync(Call call, IReadOnlyDictionary<string, object> options, CancellationToken ct)
    {
        foreach (var (name, value) in options)
        {
            switch (value)
            {
                case RoleId role when call.Vouched != Vouched.Nothing && !call.Vouched.Roles.Contains(role):
                    throw NotHere(name, role: true);
                case ChannelId channel when !call.Vouched.Channels.Contains(channel) && !await IsOfAsync(call.Caller.TeamId, channel, name, ct):
                    throw NotHere(name, role: false);
            }
        }
    }

    private async Task<bool> IsOfAsync(TeamId? team, ChannelId channel, string option, CancellationToken ct)
    {
        try
        {
            return team is not null && await places.TeamOfAsync(channel, ct) == team;
        }
        catch (PlatformUnavailable)
        {
            throw new UserError(locale => ChatWords.In(locale).CannotCheck(option));
        }
    }

    private static UserError NotHere(string option, bool role) => new(locale =>
    {
        var words = ChatWords.In(locale);
        return words.OptionIsNotHere(option, words.KindOf(role));
    });
}
