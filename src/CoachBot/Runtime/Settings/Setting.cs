namespace CoachBot.Runtime.Settings;

/// <param name="Key">Such as <c>Discord:Token</c>; in the environment <c>Discord__Token</c>.</param>
/// <param name="Standard">The default, as it would be written.</param>
/// <param name="Shown">What holds, without what nobody may see.</param>
internal sealed record Setting(string Key, string Standard, string Shown)
{
    public string Section => Key.Split(':')[0];

    public override string ToString() => $"{Key} = \"{Shown}\"";
}

/// <param name="Field">The setting's key, <c>Discord:Token</c>.</param>
/// <param name="Value">What stands there; masked when it is a secret.</param>
/// <param name="Hint">What to do.</param>
internal sealed record SettingProblem(string Field, string Value, string Hint)
{
    public override string ToString() => $"{Field} = \"{Value}\": {Hint}";
}
