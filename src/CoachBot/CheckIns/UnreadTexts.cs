using CoachBot.Runtime;
using NodaTime;

namespace CoachBot.CheckIns;

/// <summary>What an athlete typed and the reader did not understand, by the call and its athlete, until it is written again: for a day at most.</summary>
internal sealed class UnreadTexts(TimeProvider time) : ShortMemory<(CallId Call, UserId Athlete), string>(time, most: 1000, kept: Duration.FromHours(24));
