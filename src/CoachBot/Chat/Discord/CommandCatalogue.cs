using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Chat.Asking;

namespace CoachBot.Chat.Discord;

/// <summary>The commands as Discord registers them (Application Commands, "Create Global Application Command").</summary>
internal sealed class CommandCatalogue
{
    private const int ChatInput = 1;
    private const int SubCommand = 1;
    private const int InServers = 0;
    private static readonly int[] TextChannels = [0, 5];

    public CommandCatalogue(IEnumerable<CommandSpec> specs, IEnumerable<CommandGroup> groups)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var described = groups.ToDictionary(group => group.Name, group => group.Description);
            json.WriteStartArray();
            foreach (var command in specs.OrderBy(spec => spec.Name, StringComparer.Ordinal).GroupBy(spec => spec.Name.Split(' ')[0]))
                Write(json, command, described);
            json.WriteEndArray();
        }
        Json = stream.ToArray();
        FullNames = specs.Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal);
        Names = specs.Select(spec => spec.Name.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Json));
    }

    public byte[] Json { get; }

    /// <summary>Changes when anything in the catalogue does.</summary>
    public string Hash { get; }

    public IReadOnlySet<string> Names { get; }

    /// <summary>Of one or two words.</summary>
    public IReadOnlySet<string> FullNames { get; }

    private static void Write(Utf8JsonWriter json, IGrouping<string, CommandSpec> command, Dictionary<string, string> groups)
    {
        var alone = command.First() is { } first && first.Name == command.Key ? first : null;
        json.WriteStartObject();
        json.WriteNumber("type", ChatInput);
        json.WriteString("name", command.Key);
        json.WriteString("description", alone?.Description ?? groups[command.Key]);
        // Every command asks for a team, so it is offered in servers only. Who may use it is checked in the handlers.
        WriteNumbers(json, "contexts", [InServers]);
        WriteNumbers(json, "integration_types", [InServers]);
        json.WriteStartArray("options");
        if (alone is not null)
        {
            foreach (var option in alone.Options) Write(json, option);
        }
        else
        {
            foreach (var spec in command) Write(json, spec);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CommandSpec spec)
    {
        json.WriteStartObject();
        json.WriteNumber("type", SubCommand);
        json.WriteString("name", spec.Name.Split(' ')[1]);
        json.WriteString("description", spec.Description);
        json.WriteStartArray("options");
        foreach (var option in spec.Options) Write(json, option);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OptionSpec option)
    {
        var isText = option.Kind == OptionKind.Text;
        json.WriteStartObject();
        json.WriteNumber("type", option.Kind switch { OptionKind.Text => 3, OptionKind.Integer => 4, OptionKind.Channel => 7, _ => 8 });
        json.WriteString("name", option.Name);
        json.WriteString("description", option.Description);
        if (option.Required) json.WriteBoolean("required", true);
        if (option.Suggests) json.WriteBoolean("autocomplete", true);
        if (option.Kind == OptionKind.Channel) WriteNumbers(json, "channel_types", TextChannels);
        if (option.Min is { } min) json.WriteNumber(isText ? "min_length" : "min_value", min);
        if (option.Max is { } max) json.WriteNumber(isText ? "max_length" : "max_value", max);
        if (option.Choices.Count > 0)
        {
            json.WriteStartArray("choices");
            foreach (var choice in option.Choices)
            {
                json.WriteStartObject();
                json.WriteString("name", choice.Name);
                json.WriteString("value", choice.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
