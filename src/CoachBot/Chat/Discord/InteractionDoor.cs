using System.Runtime.CompilerServices;
using CoachBot.Chat.Saying;
using CoachBot.Discord;
using CoachBot.Discord.Model;
using CoachBot.Runtime;
using CoachBot.Storage;

namespace CoachBot.Chat.Discord;

/// <summary>Where Discord's interactions come in: each becomes a call, with a way to answer it.</summary>
internal sealed class InteractionDoor(DiscordClient client, Dispatcher dispatcher, Rendering rendering, ITeamNews teams, ILogger<InteractionDoor> log)
{
    private readonly ConditionalWeakTable<Reply, PreparedResponse> prepared = [];

    public async Task HearAsync(Interaction interaction, CancellationToken ct)
    {
        if (InteractionCalls.Read(interaction) is { } call)
            await dispatcher.AnswerAsync(call, new InteractionResponder(client.Rest, interaction, rendering, prepared), ct);
        else log.LogInformation("An interaction of type {Type} was left alone", interaction.Type);
        // After the answer: it asks the database, and nobody is to wait for that.
        if (interaction.GuildId is { } guild) await SeenAsync(new TeamId(guild), ct);
    }

    private async Task SeenAsync(TeamId team, CancellationToken ct)
    {
        try
        {
            await teams.SeenAsync(team, ct);
        }
        catch (StorageRefused problem)
        {
            // The call is answered all the same; the next one tries again.
            log.LogWarning("That a team has the bot back could not be noted: {Reason}", problem.Reason);
        }
    }
}
