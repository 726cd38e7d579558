using System.Globalization;
using CoachBot.Chat.Asking;
using CoachBot.Chat.Saying;
using CoachBot.Runtime;
using static CoachBot.Tests.Faults.Samples;

namespace CoachBot.Tests.Faults;

/// <summary>Ids and values that no honest client would send: rows C7, C8 and C10.</summary>
public sealed class LyingClientTests
{
    [Fact, Fault("C7")]
    public async Task AnIdThatIsNotQuiteOursIsOutOfDate()
    {
        await using var team = await SignedTeam.StartAsync();
        var change = await EveryHandler.PrepareAsync(team);
        var before = team.Everything();
        var good =
            team.Ids.Make(new Button("Undo", "undo", change.ToString("x", CultureInfo.InvariantCulture)) { Owner = new UserId(SignedTeam.Athlete.User) });
        var bad = Enumerable.Range(0, good.Length).SelectMany(at => (string[])
        [
            good[..at] + (char)(good[at] ^ 1) + good[(at + 1)..], good[..at], good[..at] + good[(at + 1)..],
        ]).ToList();
        // Of another version, of another database (as after the key was made anew), too long, empty, not text of ours at all.
        bad.AddRange(
        [
            "v0" + good[2..], new ActionIds(new byte[32]).Make(new Button("", "done")), good + new string('x', 101 - good.Length),
            "", " ", "🏃", ":::::", "v1:done::", "v1:undo:1::", new string('v', 101),
        ]);
        foreach (var id in bad)
        {
            var answer = await team.AskAsync(Component, SignedTeam.Athlete, Pressed(id));
            Assert.Equal("This button is out of date. Type / to see what I can do.", answer.Content);
            Assert.True(answer.IsPrivate);
        }
        // As a list or a form it means nothing either, not even whole.
        foreach (var id in (string[])[good, "", good[1..]])
        {
            Assert.StartsWith(
                "This list is out of date", (await team.AskAsync(Component, SignedTeam.Athlete, Picked(id, "x"))).Content, StringComparison.Ordinal);
            Assert.StartsWith(
                "This form is out of date", (await team.AskAsync(Samples.Form, SignedTeam.Athlete, Sent(id, ("a", "b")))).Content, StringComparison.Ordinal);
        }
        var other = await team.AskAsync(Component, SignedTeam.Coach, Pressed(good));
        Assert.StartsWith("This button belongs to somebody else", other.Content, StringComparison.Ordinal);
        Assert.Equal(before, team.Everything());

        Assert.Contains("Undone", (await team.AskAsync(Component, SignedTeam.Athlete, Pressed(good))).Content, StringComparison.Ordinal);
    }

    /// <summary>All ways in which an option's value can lie, for every kind of option: it is read as declared, or refused by its name.</summary>
    [Fact, Fault("C10")]
    public void AMillionValuesAreReadAsDeclaredOrRefusedByName()
    {
        var spec = new CommandSpec("try", "For tests",
            new OptionSpec("text", "Text") { Min = 1, Max = 10 },
            new OptionSpec("number", "A number", OptionKind.Integer) { Min = 1, Max = 300 },
            new OptionSpec("any", "Any number", OptionKind.Integer),
            new OptionSpec("choice", "A choice") { Choices = [new("One", "1"), new("Two", "2")] },
            new OptionSpec("role", "A role", OptionKind.Role),
            new OptionSpec("channel", "A channel", OptionKind.Channel));
        var random = new Random(20261123);
        object?[] lies =
        [
            null, "", " ", "\0", "12", "1e5", "0x10", "NaN", "Infinity", "-0", "+1", "١٢", "18446744073709551616",
            "9223372036854775808", new string('9', 400), "\ud800", "one",
            long.MinValue, long.MaxValue, 0L, 1L, 301L, 1e308, -1e308, double.NaN, double.PositiveInfinity, double.Epsilon,
            2.5, 3.0, 9007199254740993.0, true, false, new object(), new[] { 1 },
        ];
        var (read, refused) = (0, 0);
        for (var i = 0; i < 1_000_000; i++)
        {
            var option = spec.Options[random.Next(spec.Options.Count)];
            var value = random.Next(4) switch
            {
                0 => random.NextInt64(long.MinValue, long.MaxValue),
                1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                _ => lies[random.Next(lies.Length)],
            };
            try
            {
                var result = OptionReader.Read(spec, [KeyValuePair.Create(option.Name, value)]);
                if (result.Count > 0) AssertAsDeclared(option, result[option.Name]);
                read++;
            }
            catch (UserError error)
            {
                if (!error.Message.Contains(option.Name, StringComparison.Ordinal)) Assert.Fail($"{option.Name}: {error.Message}");
                refused++;
            }
        }
        Assert.True(read > 1000 && refused > 1000, $"{read} read, {refused} refused");
    }

    [Theory, Fault("C10")]
    [InlineData("effort", "very")]
    [InlineData("effort", 1e308)]
    [InlineData("effort", "NaN")]
    [InlineData("minutes", 9223372036854775807L)]
    [InlineData("minutes", "18446744073709551616")]
    [InlineData("what", 5L)]
    [InlineData("what", true)]
    [InlineData("date", 2.5)]
    public async Task ALieIsNamedToThePersonAndNothingIsLogged(string option, object value)
    {
        await using var team = await SignedTeam.StartAsync();
        var answer = await team.AskAsync(Command, SignedTeam.Athlete, Typed("checkin", (option, value)));
        Assert.StartsWith($"The option {option} ", answer.Content, StringComparison.Ordinal);
        Assert.True(answer.IsPrivate);
        Assert.Equal("", team.Everything());
    }

    private static void AssertAsDeclared(OptionSpec option, object value)
    {
        var good = value switch
        {
            string text =>
                option.Kind == OptionKind.Text && text.Length <= (option.Max ?? 6000) && !string.IsNullOrWhiteSpace(text)
                    && (option.Choices.Count == 0 || option.Choices.Any(choice => choice.Value == text)),
            long number => option.Kind == OptionKind.Integer && number >= (option.Min ?? int.MinValue) && number <= (option.Max ?? int.MaxValue),
            RoleId { Value: > 0 and <= long.MaxValue } => option.Kind == OptionKind.Role,
            ChannelId { Value: > 0 and <= long.MaxValue } => option.Kind == OptionKind.Channel,
            _ => false,
        };
        if (!good) Assert.Fail($"{option.Name} became {value}");
    }
}
