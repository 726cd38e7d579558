namespace CoachBot.Safety;

/// <summary>
/// What may not wait for an answer about training. The order is the order of urgency: of two signs in one sentence the first is answered.
/// Suicide and abuse stand before the emergencies of the body because their answers begin with the emergency number too.
/// </summary>
internal enum Sign
{
    /// <summary>Wanting to be dead, or having taken something to that end; somebody's own or a friend's.</summary>
    Suicide,

    /// <summary>A boundary crossed or violence by any person, a coach among them.</summary>
    Abuse,

    /// <summary>The heart, a fit, a stroke, choking, an allergic shock, poison: minutes count.</summary>
    Emergency,
    Breathing,
    Heat,

    Bleeding,

    /// <summary>Before the blows: a head banged on purpose belongs here.</summary>
    SelfHarm,

    /// <summary>A blow to the head, or to the neck or back with numbness. Before fainting: who is dizzy after a blow needs this answer.</summary>
    Concussion,
    Fainting,

    /// <summary>One calf swollen, hot or red.</summary>
    SwollenCalf,

    /// <summary>Blood, or a dark colour, where there should be none.</summary>
    Blood,

    /// <summary>Broken, torn, out of joint, or a limb that carries no weight.</summary>
    Injury,

    /// <summary>Eating and the body as a torment.</summary>
    Eating,

    /// <summary>Too little energy for the training: a period that stays away, tired and cold all the time.</summary>
    Energy,

    /// <summary>A condition that a doctor should know of before any plan.</summary>
    Condition,
    Illness,

    /// <summary>Anything that hurts: one answer, never what it is.</summary>
    Pain,
}
