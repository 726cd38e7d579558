namespace CoachBot.Discord.Tests.Chaos;

/// <summary>Reads everything an interaction offers, as handlers of all kinds together would.</summary>
internal static class Touched
{
    public static long Read(Interaction interaction)
    {
        var data = interaction.Data;
        long sum = interaction.ToString().Length + data.ToString().Length + interaction.Token.Length + (interaction.Locale?.Length ?? 0);
        sum += (long)(interaction.Id ^ interaction.ApplicationId ^ interaction.UserId ^ interaction.Permissions ^ (interaction.GuildId ?? 0)
            ^ (interaction.ChannelId ?? 0) ^ (interaction.AppPermissions ?? 0) ^ (data.MessageId ?? 0));
        sum += (int)interaction.Type + data.ComponentType + (int)data.MessageFlags + data.Name.Length + data.CustomId.Length;
        foreach (var role in interaction.Roles) sum += (long)role;
        foreach (var value in data.Values) sum += value.Length;
        foreach (var (id, value) in data.Fields) sum += id.Length + (value?.Length ?? 0);
        foreach (var channel in data.Resolved.Channels.Values)
            sum += (long)(channel.Id ^ (channel.GuildId ?? 0) ^ (channel.Permissions ?? 0)) + (channel.Type ?? 0);
        foreach (var member in data.Resolved.Members.Values) sum += (long)member.Permissions + member.Roles.Count;
        return sum + data.Resolved.Roles.Count + data.Resolved.Users.Count + Read(data.Options);
    }

    private static long Read(IReadOnlyList<InteractionOption> options)
    {
        long sum = options.Count;
        foreach (var option in options)
        {
            sum += option.Name.Length + (option.Focused ? 1 : 0) + option.ToString().Length + (option.AsText?.Length ?? 0);
            sum += Read(option.Options);
        }

        return sum;
    }
}
