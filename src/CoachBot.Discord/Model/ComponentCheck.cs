namespace CoachBot.Discord.Model;

/// <summary>Holds components and forms against <see cref="DiscordLimits"/>.</summary>
internal static class ComponentCheck
{
    public static void Rows(IReadOnlyList<Component> rows)
    {
        if (rows.Count == 0) return;
        LimitCheck.Count(rows.Count, "components", DiscordLimits.Rows);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var at = $"components[{i}]";
            LimitCheck.Require(rows[i] is ActionRow, at, "must be an action row");
            Row((ActionRow)rows[i], at, ids);
        }
    }

    public static void Modal(InteractionResponse.Modal modal)
    {
        LimitCheck.Text(modal.Title, "title", 1, DiscordLimits.ModalTitle);
        LimitCheck.Text(modal.CustomId, "custom_id", 1, DiscordLimits.CustomId);
        LimitCheck.Require(modal.Inputs.Count > 0, "components", "has nothing to fill in");
        LimitCheck.Count(modal.Inputs.Count, "components", DiscordLimits.ModalInputs);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < modal.Inputs.Count; i++) Input(modal.Inputs[i], $"components[{i}]", ids);
    }

    private static void Row(ActionRow row, string at, HashSet<string> ids)
    {
        LimitCheck.Require(row.Components.Count > 0, at, "is empty");
        LimitCheck.Count(row.Components.Count, at, DiscordLimits.ButtonsPerRow);
        for (var i = 0; i < row.Components.Count; i++)
        {
            switch (row.Components[i])
            {
                case Button button:
                    Press(button, $"{at}.components[{i}]", ids);
                    break;
                case StringSelect select:
                    LimitCheck.Require(row.Components.Count == 1, at, "may hold one select and nothing beside it");
                    Select(select, $"{at}.components[{i}]", ids);
                    break;
                default:
                    throw new ArgumentException($"{at}.components[{i}] must be a button or a select.", at);
            }
        }
    }

    private static void Press(Button button, string at, HashSet<string> ids)
    {
        LimitCheck.Text(button.Label, $"{at}.label", 1, DiscordLimits.ButtonLabel);
        Id(button.CustomId, at, ids);
    }

    private static void Select(StringSelect select, string at, HashSet<string> ids)
    {
        Id(select.CustomId, at, ids);
        LimitCheck.Text(select.Placeholder, $"{at}.placeholder", 0, DiscordLimits.SelectPlaceholder);
        LimitCheck.Require(select.Options.Count > 0, $"{at}.options", "is empty");
        LimitCheck.Count(select.Options.Count, $"{at}.options", DiscordLimits.SelectOptions);
        for (var i = 0; i < select.Options.Count; i++)
        {
            LimitCheck.Text(select.Options[i].Label, $"{at}.options[{i}].label", 1, DiscordLimits.SelectOptionText);
            LimitCheck.Text(select.Options[i].Value, $"{at}.options[{i}].value", 1, DiscordLimits.SelectOptionText);
            LimitCheck.Text(select.Options[i].Description, $"{at}.options[{i}].description", 0, DiscordLimits.SelectOptionText);
        }

        var values = select.Options.Select(option => option.Value).Distinct(StringComparer.Ordinal).Count();
        LimitCheck.Require(values == select.Options.Count, $"{at}.options", "need values of their own");
        LimitCheck.Require(select.Options.Count(option => option.Default) <= 1, $"{at}.options", "has more than one default");
    }

    private static void Input(TextInput input, string at, HashSet<string> ids)
    {
        Id(input.CustomId, at, ids);
        LimitCheck.Text(input.Label, $"{at}.label", 1, DiscordLimits.InputLabel);
        LimitCheck.Text(input.Placeholder, $"{at}.placeholder", 0, DiscordLimits.InputPlaceholder);
        LimitCheck.Text(input.Value, $"{at}.value", 0, input.MaxLength ?? DiscordLimits.InputText);
        LimitCheck.Require(input.MinLength is null or (>= 0 and <= DiscordLimits.InputText), $"{at}.min_length", "must be from 0 to 4000");
        LimitCheck.Require(!(input.MinLength > input.MaxLength), $"{at}.min_length", "is above max_length");
        LimitCheck.Require(input.MaxLength is null or (>= 1 and <= DiscordLimits.InputText), $"{at}.max_length", "must be from 1 to 4000");
    }

    private static void Id(string id, string at, HashSet<string> ids)
    {
        LimitCheck.Text(id, $"{at}.custom_id", 1, DiscordLimits.CustomId);
        LimitCheck.Require(ids.Add(id), $"{at}.custom_id", "occurs twice");
    }
}
