using CoachBot.Chat;
using CoachBot.Storage;

namespace CoachBot.Teams;

internal static class TeamsModule
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddStore<TeamStore>()
        .AddSingleton<Membership>()
        .AddSingleton<ITeamNews>(provider => provider.GetRequiredService<Membership>())
        .AddSingleton<Erasure>()
        .AddSingleton<SetupReplies>()
        .AddSingleton<SetZone>()
        .AddSingleton<ICommand, SetupCommand>()
        .AddSingleton<IButtonAction>(provider => provider.GetRequiredService<SetZone>())
        .AddSingleton<ISelectAction, PickTeamZone>()
        .AddSingleton<IButtonAction, NoCoachRole>();
}
