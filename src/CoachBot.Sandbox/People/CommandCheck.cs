using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.People;

/// <summary>
/// What Discord's client checks before a command leaves it: the subcommand exists, required options are there, values are of their kind and
/// inside their limits. Builds the data of the interaction.
/// </summary>
internal sealed class CommandCheck(RegisteredCommand command, Resolved resolved)
{
    /// <param name="path">The command's names, such as "strength-day add".</param>
    /// <param name="typed">Option values as typed; ids or names for people, roles and channels.</param>
    /// <param name="focused">For an autocomplete, the option being typed; nothing else has to be right then.</param>
    public (JsonObject Data, int? FocusedType) Data(string path, IReadOnlyDictionary<string, string> typed, string? focused)
    {
        var names = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var data = new JsonObject();
        var (at, known) = (data, command.Json["options"] as JsonArray ?? []);
        foreach (var name in names.Skip(1))
        {
            var sub = known.FirstOrDefault(option => OptionType.IsSub((int)option!["type"]!) && (string)option["name"]! == name)
                ?? throw new Impossible($"/{command.Name} has no subcommand {name}. {Offered(known)}");
            var next = new JsonObject { ["name"] = name, ["type"] = (int)sub["type"]!, ["options"] = new JsonArray() };
            at["options"] = new JsonArray(next);
            (at, known) = (next, sub["options"] as JsonArray ?? []);
        }

        if (known.Any(option => OptionType.IsSub((int)option!["type"]!)))
            throw new Impossible($"/{path} needs a subcommand. {Offered(known)}");
        var stranger = typed.Keys.FirstOrDefault(name => known.All(option => (string)option!["name"]! != name));
        if (stranger is not null) throw new Impossible($"/{path} has no option {stranger}. {Offered(known)}");

        int? focusedType = null;
        var given = new JsonArray();
        foreach (var option in known.OfType<JsonObject>())
        {
            var (name, type) = ((string)option["name"]!, (int)option["type"]!);
            if (name == focused)
            {
                if (option["autocomplete"] is null) throw new Impossible($"The option {name} of /{path} makes no suggestions.");
                focusedType = type;
                given.Add((JsonNode)new JsonObject
                {
                    ["name"] = name,
                    ["type"] = type,
                    ["value"] = typed.GetValueOrDefault(name, ""),
                    ["focused"] = true
                });
            }
            else if (typed.TryGetValue(name, out var text))
            {
                // While one types, half-finished options simply are not sent.
                if (Given(option, name, type, text, lenient: focused is not null) is { } value) given.Add((JsonNode)value);
            }
            else if (focused is null && ((bool?)option["required"] ?? false))
            {
                throw new Impossible($"The option {name} of /{path} is required. Add {name}: and a value.", name);
            }
        }

        if (focused is not null && focusedType is null) throw new Impossible($"/{path} has no option {focused}. {Offered(known)}");
        if (given.Count > 0) at["options"] = given;
        else if (at == data) at.Remove("options");
        if (resolved.Json() is { } json) data["resolved"] = json;
        return (data, focusedType);
    }

    private JsonObject? Given(JsonObject option, string name, int type, string text, bool lenient)
    {
        try
        {
            return new JsonObject { ["name"] = name, ["type"] = type, ["value"] = Value(option, name, type, text) };
        }
        catch (Impossible) when (lenient)
        {
            return null;
        }
        catch (Impossible problem)
        {
            throw new Impossible(problem.Message, name);
        }
    }

    private JsonNode Value(JsonObject option, string name, int type, string text)
    {
        if (option["choices"] is JsonArray { Count: > 0 } choices)
        {
            var choice = choices.FirstOrDefault(choice => choice!["value"]!.ToString() == text)
                ?? choices.FirstOrDefault(choice => ((string)choice!["name"]!).Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new Impossible($"{name} must be one of: {string.Join(", ", choices.Select(choice => (string)choice!["name"]!))}.");
            return choice["value"]!.DeepClone();
        }

        return type switch
        {
            OptionType.String => Text(option, name, resolved.Linked(text)),
            OptionType.Integer => Integer(option, name, text),
            OptionType.Number => Number(option, name, text),
            OptionType.Boolean => bool.TryParse(text, out var flag) ? flag : throw new Impossible($"{name} must be True or False."),
            OptionType.User => Id(resolved.User(text), name, "a member of your team, such as @Maya"),
            OptionType.Role => Id(resolved.Role(text), name, "a role of your team, such as @Athletes"),
            OptionType.Channel => Id(resolved.Channel(text, option["channel_types"]), name, "a channel you can see, such as #strength"),
            OptionType.Mentionable => Id(resolved.User(text) ?? resolved.Role(text), name, "a member or a role of your team"),
            _ => throw new Impossible($"{name} wants an attached file, and the sandbox cannot attach one to a command."),
        };
    }

    private static JsonNode Text(JsonObject option, string name, string text)
    {
        var (min, max) = ((int?)option["min_length"] ?? 1, (int?)option["max_length"] ?? 6000);
        var length = Form.Length(text);
        if (length == 0 && min > 0) throw new Impossible($"{name} is empty. Type a value after {name}: or leave the option out.");
        if (length < min || length > max) throw new Impossible($"{name} must be {min} to {max} characters long; this has {length}.");
        return text;
    }

    private static JsonNode Integer(JsonObject option, string name, string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || Math.Abs((double)number) >= 1L << 53)
            throw new Impossible($"{name} must be a whole number, such as 3.");
        InLimits(option, name, number);
        return number;
    }

    private static JsonNode Number(JsonObject option, string name, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw new Impossible($"{name} must be a number, such as 2.5.");
        InLimits(option, name, number);
        return number;
    }

    private static void InLimits(JsonObject option, string name, double number)
    {
        if (option["min_value"] is { } min && number < AsDouble(min)) throw new Impossible($"{name} must be {min} or more.");
        if (option["max_value"] is { } max && number > AsDouble(max)) throw new Impossible($"{name} must be {max} or less.");
    }

    private static double AsDouble(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static JsonNode Id(ulong? id, string name, string wanted) =>
        id?.ToString() ?? throw new Impossible($"{name} must be {wanted}.");

    private static string Offered(JsonArray known) => known.Count == 0
        ? "It has none."
        : $"It has: {string.Join(", ", known.Select(option => (string)option!["name"]!))}.";
}
