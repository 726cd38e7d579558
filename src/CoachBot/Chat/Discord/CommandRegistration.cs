using CoachBot.Discord.Options;
using CoachBot.Discord.Rest;
using CoachBot.Storage;

namespace CoachBot.Chat.Discord;

/// <summary>Registers the commands with one bulk overwrite, and only when they changed or the server does not have them.</summary>
internal sealed class CommandRegistration(
    CommandCatalogue catalogue, Database database, CommandMentions commands, DiscordOptions options, TimeProvider time, ILogger<CommandRegistration> log)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    /// <summary>Tries until it is done or the session is over.</summary>
    public async Task RegisterAsync(DiscordRest rest, ulong applicationId, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                if (await IsRegisteredAsync(rest, applicationId, ct)) return;
                await OverwriteAsync(rest, applicationId, ct);
                // Also when a stop comes in between: the server has them.
                await RememberAsync(applicationId, CancellationToken.None);
                log.LogInformation("Registered the commands {Commands}", string.Join(", ", catalogue.Names.Order(StringComparer.Ordinal)));
                return;
            }
            catch (DiscordApiException problem)
            {
                var wait = Waits[Math.Min(tries, Waits.Length - 1)];
                log.LogWarning("The commands could not be registered, trying again in {Wait}: {Problem} {Field}", wait,
                    problem.Message, problem.FieldErrors is [var field, ..] ? field : "");
                await Task.Delay(wait, time, ct);
            }
        }
    }

    private async Task OverwriteAsync(DiscordRest rest, ulong applicationId, CancellationToken ct)
    {
        try
        {
            commands.Know(await rest.OverwriteCommandsAsync(applicationId, catalogue.Json, ct));
        }
        catch (DiscordApiException refusal) when (
            refusal.FieldErrors is [var first, ..] && PlainerCommands.Without(catalogue.Json, refusal.FieldErrors) is { } plainer)
        {
            log.LogWarning("The server refused the commands at {Field}; trying without that field", first);
            commands.Know(await rest.OverwriteCommandsAsync(applicationId, plainer, ct));
        }
    }

    private async Task<bool> IsRegisteredAsync(DiscordRest rest, ulong applicationId, CancellationToken ct)
    {
        var known = await database.ReadAsync(
            sql =>
                sql.ExecuteScalar<string>(
                    "select hash from command_registrations where application_id = @applicationId and api = @Api",
                    new { applicationId = (long)applicationId, Api }),
                ct);
        if (known != catalogue.Hash) return false;
        // The server may have forgotten what our database remembers, as a sandbox does. One that does not tell is believed.
        var registered = await rest.GetCommandsAsync(applicationId, ct);
        if (registered is null) return true;
        commands.Know(registered);
        return catalogue.Names.SetEquals(registered.Keys);
    }

    private Task RememberAsync(ulong applicationId, CancellationToken ct) => database.WriteAsync(
        sql =>
        {
            sql.Execute(
                """
                insert into command_registrations (application_id, api, hash) values (@applicationId, @Api, @Hash)
                on conflict (application_id, api) do update set hash = excluded.hash
                """,
                new { applicationId = (long)applicationId, Api, catalogue.Hash });
        },
        ct);

    private string Api => options.ApiBaseUrl.AbsoluteUri;
}
