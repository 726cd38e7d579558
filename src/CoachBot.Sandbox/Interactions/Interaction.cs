using System.Text.Json.Nodes;
using CoachBot.Sandbox.Bots;
using CoachBot.Sandbox.Chat;

namespace CoachBot.Sandbox.Interactions;

/// <summary>Discord: interactions/receiving-and-responding, "Interaction Type".</summary>
internal enum InteractionType
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    FormSubmit = 5,
}

/// <summary>
/// One interaction on its way: created by a person, sent to one bot, answered once within three seconds, then open for follow-ups and
/// edits for fifteen minutes.
/// </summary>
internal sealed class Interaction
{
    private readonly TaskCompletionSource<SandboxAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required ulong Id { get; init; }

    public required string Token { get; init; }

    public required InteractionType Type { get; init; }

    public required Bot Bot { get; init; }

    public required Person Person { get; init; }

    public required Channel Channel { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>What the bot is told, as the data of INTERACTION_CREATE.</summary>
    public required JsonObject Payload { get; init; }

    /// <summary>What a message that answers this says about it: Discord's interaction metadata.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>The message whose component was pressed, also behind a form that the press opened.</summary>
    public Message? Source { get; init; }

    /// <summary>The type of an autocomplete's option.</summary>
    public int FocusedType { get; init; }

    public bool IsAnswered { get; set; }

    /// <summary>No answer came in time; the token is dead.</summary>
    public bool IsTooLate { get; set; }

    /// <summary>What @original means.</summary>
    public Message? Original { get; set; }

    /// <summary>The person's wait for the first answer.</summary>
    public Task<SandboxAnswer> Answer => answer.Task;

    public ITimer? Deadline { get; set; }

    public void Show(SandboxAnswer result)
    {
        Deadline?.Dispose();
        answer.TrySetResult(result);
    }
}

/// <summary>A form that is open in front of a person.</summary>
internal sealed record OpenForm(string Id, Interaction From, JsonObject Modal);
