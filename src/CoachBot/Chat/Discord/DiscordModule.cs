using CoachBot.Discord;
using CoachBot.Discord.Options;

namespace CoachBot.Chat.Discord;

internal static class DiscordModule
{
    /// <param name="options">Asked for when the connection is made.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, Func<IServiceProvider, DiscordOptions> options) => services
        .AddSingleton(options)
        .AddSingleton(new ConnectionClock(TimeProvider.System))
        .AddSingleton(Client)
        .AddSingleton<InteractionDoor>()
        .AddSingleton<Rendering>()
        .AddSingleton(provider => new CommandCatalogue(
            provider.GetRequiredService<Handlers>().Commands.Select(command => command.Spec), provider.GetServices<Asking.CommandGroup>()))
        .AddSingleton<CommandMentions>()
        .AddSingleton<CommandRegistration>()
        .AddSingleton<GatewayLedger>()
        .AddSingleton<TokenRefusals>()
        .AddSingleton<GuildWatch>()
        .AddSingleton<DiscordConnection>()
        .AddSingleton<IPlaces, DiscordPlaces>()
        .AddSingleton<IChatPlatform, DiscordPlatform>();

    /// <summary>What answers is made when the first call comes: it may itself ask the client.</summary>
    private static DiscordClient Client(IServiceProvider provider) => new(
        provider.GetRequiredService<DiscordOptions>() with { TurnedAwayWords = InteractionCalls.WordsFor, SettingPrefix = "Discord:" },
        (interaction, ct) => provider.GetRequiredService<InteractionDoor>().HearAsync(interaction, ct),
        provider.GetRequiredService<ConnectionClock>().Time,
        provider.GetRequiredService<ILoggerFactory>());
}
