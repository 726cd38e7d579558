using System.Diagnostics.CodeAnalysis;

namespace CoachBot.Storage;

internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services, Database database) => services
        .AddSingleton(database)
        .AddStore<SeenCalls>();

    /// <summary>A store, which is asked too when a team is erased and when old things are pruned.</summary>
    public static IServiceCollection AddStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services) where T : class, ITeamData =>
        services.AddSingleton<T>().AddSingleton<ITeamData>(provider => provider.GetRequiredService<T>());
}
