namespace CoachBot.Storage;

/// <summary>The platform delivered a call a second time. It had its effect; nothing is to be answered.</summary>
internal sealed class RepeatedCall : Exception;
