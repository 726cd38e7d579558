using CoachBot.Runtime;

namespace CoachBot.Exercises.Shelves;

/// <summary>The exercises that a team's coaches added. The room that keeps them implements it; without that room, a shelf is the catalogue.</summary>
internal interface ITeamExercises
{
    /// <summary>All of a team's, retired ones too, in the order they were added.</summary>
    Task<IReadOnlyList<Exercise>> ListAsync(TeamId team, CancellationToken ct);
}
