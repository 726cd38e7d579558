using CoachBot.Chat;
using CoachBot.Exercises;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Exercises;

public sealed class ExercisesModuleTests
{
    [Fact]
    public void BringsOneCommandAndTwoButtons()
    {
        using var services = new ServiceCollection()
            .AddExercises()
            .AddSingleton<CardsForEveryone>((_, _) => Task.FromResult(false))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });

        Assert.Equal("exercise", Assert.Single(services.GetServices<ICommand>()).Spec.Name);
        Assert.Equal(["ex", "show"], services.GetServices<IButtonAction>().Select(a => a.Action));
        Assert.Same(services.GetRequiredService<ExerciseCommand>(), services.GetServices<ICommand>().Single());
        Assert.IsAssignableFrom<ISuggests>(services.GetRequiredService<ExerciseCommand>());
    }

    [Fact]
    public void TheCommandsWordsFitDiscord()
    {
        var spec = new ExerciseCommand(new ExerciseSearch(new Catalogue()), new ExerciseReplies(new Catalogue(), new ExercisePictures()), (_, _) => Task.FromResult(false)).Spec;
        Assert.InRange(spec.Description.Length, 1, 100);
        Assert.All(spec.Options, o => Assert.InRange(o.Description.Length, 1, 100));
        Assert.Equal(["name", "share"], spec.Options.Select(o => o.Name));
        Assert.Equal(["me", "everyone"], spec.Options[1].Choices.Select(c => c.Value));
    }
}
