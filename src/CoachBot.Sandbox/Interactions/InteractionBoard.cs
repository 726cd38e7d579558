using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CoachBot.Sandbox.Api;
using CoachBot.Sandbox.Gateway;
using CoachBot.Sandbox.Guilds;
using CoachBot.Sandbox.People;
using CoachBot.Sandbox.Rules;

namespace CoachBot.Sandbox.Interactions;

/// <summary>Sends interactions to bots, and finds them again by id and token.</summary>
internal sealed class InteractionBoard(SessionBook sessions, Snowflakes ids, TimeProvider time)
{
    public const string NoResponse = "The application did not respond";

    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly Dictionary<ulong, Interaction> byId = [];
    private readonly Dictionary<string, Interaction> byToken = [];
    private readonly Dictionary<string, OpenForm> forms = [];

    public Interaction? Last { get; private set; }

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Sends it to its bot. Await <see cref="Interaction.Answer"/> outside the lock.</summary>
    public Interaction Send(Interaction interaction)
    {
        Forget();
        byId[interaction.Id] = interaction;
        byToken[interaction.Token] = interaction;
        Last = interaction;
        sessions.Dispatch(interaction.Bot, interaction.Channel.TeamId, "INTERACTION_CREATE", interaction.Payload);
        return interaction;
    }

    public void RepeatLast()
    {
        if (Last is not { } last) throw new Impossible("There has been no interaction yet that could be repeated.");
        sessions.Dispatch(last.Bot, last.Channel.TeamId, "INTERACTION_CREATE", last.Payload);
    }

    /// <summary>For the callback: an interaction that waits for its first answer.</summary>
    public Interaction ToAnswer(ulong id, string token)
    {
        if (!byId.TryGetValue(id, out var interaction) || interaction.Token != token) throw Refusal.UnknownInteraction();
        if (interaction.IsAnswered) throw Refusal.AlreadyAcknowledged();
        if (interaction.IsTooLate) throw Refusal.UnknownInteraction();
        return interaction;
    }

    /// <summary>For follow-ups and edits: an answered interaction whose token is alive.</summary>
    public Interaction Open(ulong applicationId, string token)
    {
        if (!byToken.TryGetValue(token, out var interaction) || interaction.Bot.Id != applicationId) throw Refusal.UnknownWebhook();
        if (time.GetUtcNow() - interaction.Created >= TokenLife) throw Refusal.InvalidWebhookToken();
        if (!interaction.IsAnswered) throw Refusal.UnknownWebhook();
        return interaction;
    }

    public OpenForm OpenForm(Interaction interaction, JsonObject modal)
    {
        var form = new OpenForm(ids.Next().ToString(), interaction, modal);
        forms[form.Id] = form;
        return form;
    }

    /// <summary>A form is submitted once; afterwards it is closed.</summary>
    public OpenForm? Form(string id, Person person) =>
        forms.TryGetValue(id, out var form) && form.From.Person.Id == person.Id ? form : null;

    public void Close(OpenForm form) => forms.Remove(form.Id);

    /// <summary>Nothing came within <see cref="AnswerWithin"/>: the sender of the interaction keeps that time.</summary>
    public static void TimeOut(Interaction interaction)
    {
        if (interaction.IsAnswered) return;
        interaction.IsTooLate = true;
        interaction.Show(new SandboxAnswer { Outcome = Outcome.Failed, Error = NoResponse });
    }

    // Long after a token's death its late use still gets the honest 401; a day later it is unknown.
    private void Forget()
    {
        if (byId.Count < 5000) return;
        foreach (var old in byId.Values.Where(old => time.GetUtcNow() - old.Created > TimeSpan.FromDays(1)).ToList())
        {
            byId.Remove(old.Id);
            byToken.Remove(old.Token);
        }
    }
}
