using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;

namespace CoachBot.Tests.Chat;

/// <summary>What options name is the team's own, or refused by the option's name: an id is the client's word.</summary>
public sealed class OwnPlacesTests
{
    private static readonly ChannelId Ours = new(31);
    private static readonly ChannelId AnotherTeams = new(32);
    private static readonly ChannelId Nobodys = new(33);
    private static readonly ChannelId Gone = new(34);
    private static readonly RoleId Athletes = new(41);

    private readonly Platform platform = new()
    {
        Places = { [Ours] = Some.Team, [AnotherTeams] = new TeamId(2), [Nobodys] = null },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResolvedChannelsAreNotFetched()
    {
        var call = Some.Call() with { Vouched = new Vouched(new HashSet<ChannelId> { AnotherTeams }, new HashSet<RoleId> { Athletes }) };
        await RequireAsync(call, AnotherTeams, Athletes);
        Assert.Equal(0, platform.Asked);
    }

    [Fact]
    public async Task AChannelThatNobodyVouchesForIsAskedFor()
    {
        await RequireAsync(Some.Call(), Ours);
        Assert.Equal(1, platform.Asked);
    }

    [Fact]
    public async Task AChannelOfAnotherTeamOrOfNoneIsRefusedByName()
    {
        foreach (var channel in (ChannelId[])[AnotherTeams, Nobodys, Gone])
        {
            var error = await Assert.ThrowsAsync<UserError>(() => RequireAsync(Some.Call(), channel));
            Assert.Equal("The option 0 should be a channel of this server. Nothing was changed.", error.Message);
        }
    }

    [Fact]
    public async Task InAPrivateChatNoChannelIsTheTeams() =>
        await Assert.ThrowsAsync<UserError>(() => RequireAsync(Some.Call(Some.CallerInPrivate()), Nobodys));

    [Fact]
    public async Task ARoleThatThePlatformDoesNotVouchForIsRefusedAndWhereItVouchesForNothingLetBe()
    {
        var call = Some.Call() with { Vouched = new Vouched(new HashSet<ChannelId>(), new HashSet<RoleId> { Athletes }) };
        await RequireAsync(call, Athletes);
        var error = await Assert.ThrowsAsync<UserError>(() => RequireAsync(call, new RoleId(42)));
        Assert.Contains("a role of this server", error.Message, StringComparison.Ordinal);
        await RequireAsync(Some.Call(), Athletes);
    }

    [Fact]
    public async Task ChannelsThatCannotBeFetchedAreRefusedWithASentence()
    {
        platform.IsSilent = true;
        var error = await Assert.ThrowsAsync<UserError>(() => RequireAsync(Some.Call(), Ours));
        Assert.Contains("try again in a minute", error.Message, StringComparison.Ordinal);
    }

    private Task RequireAsync(Call call, params object[] values) =>
        new OwnPlaces(platform).RequireAsync(call, values.Index().ToDictionary(value => $"{value.Index}", value => value.Item), Ct);

    private sealed class Platform : IPlaces
    {
        public Dictionary<ChannelId, TeamId?> Places { get; } = [];

        public bool IsSilent { get; set; }

        public int Asked { get; private set; }

        public Task<TeamId?> TeamOfAsync(ChannelId channel, CancellationToken ct)
        {
            Asked++;
            return IsSilent ? throw new PlatformUnavailable(new InvalidOperationException()) : Task.FromResult(Places.GetValueOrDefault(channel));
        }

        public Task<IReadOnlyList<PlaceLack>> LacksAsync(TeamId team, ChannelId channel, RoleId? mentioned, CancellationToken ct) =>
            throw new NotSupportedException();
    }
}
