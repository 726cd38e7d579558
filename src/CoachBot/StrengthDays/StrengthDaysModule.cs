using CoachBot.Chat;
using CoachBot.Chat.Asking;
using CoachBot.Language;
using CoachBot.Storage;
using CoachBot.Teams;
using Quartz;

namespace CoachBot.StrengthDays;

internal static class StrengthDaysModule
{
    private static readonly TimeSpan Net = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddStrengthDays(this IServiceCollection services) => services
        .AddSingleton(new CommandGroup("strength-day", StrengthDayWords.In(Locale.English).GroupCommand))
        .AddStore<StrengthDayStore>()
        .AddStore<DraftStore>()
        .AddStore<ReminderStore>()
        .AddSingleton<ReminderSender>()
        .AddSingleton<ReminderAlarm>()
        .AddSingleton<ICommand, AddStrengthDayCommand>()
        .AddSingleton<ListStrengthDaysCommand>()
        .AddSingleton<ICommand>(services => services.GetRequiredService<ListStrengthDaysCommand>())
        .AddSingleton<IButtonAction>(services => services.GetRequiredService<ListStrengthDaysCommand>())
        .AddSingleton<ICommand, RemoveStrengthDayCommand>()
        .AddSingleton<SettleStrengthDay>()
        .AddSingleton<ISelectAction, PickZone>()
        .AddSingleton<IButtonAction, PickTime>()
        .AddSingleton<IButtonAction, TakeZone>()
        .AddSingleton<IButtonAction, MoveZone>()
        .AddSingleton<IAfterSetup, AfterSetup>()
        .AddSingleton<IButtonAction, CheckPlace>()
        .AddSingleton<IButtonAction, ChangeWeekdays>()
        .AddSingleton<IButtonAction, RemoveStrengthDay>()
        .AddSingleton<IButtonAction, SwitchOnStrengthDay>()
        .AddSingleton<IAside, StrengthDayNews>();

    public static void AddReminderJobs(this IQuartzBuilder quartz) => quartz
        .AddJob<ReminderSweepJob>(job => job.WithIdentity(ReminderSweepJob.Key).StoreDurably())
        .AddJob<ReminderSendJob>(job => job.WithIdentity(ReminderSendJob.Key).StoreDurably())
        .AddTrigger(trigger => trigger.WithIdentity("reminder-net").ForJob(ReminderSweepJob.Key)
            .WithSimpleSchedule(every => every.WithInterval(Net).RepeatForever()));
}
