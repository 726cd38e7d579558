using CoachBot.Language;

namespace CoachBot.Safety;

/// <summary>
/// What a person in trouble reads, written for a frightened 14-year-old: what to do now, whom to tell, whom to call. It never says what it is, never blames,
/// and never names the coach as the one to tell: a coach may be whom it is about.
/// </summary>
internal class SafetyWords
{
    private static readonly SafetyWords English = new();

    /// <summary>English is the only language for now; a second one is a subclass, named here.</summary>
    public static SafetyWords In(Locale locale) => English;

    public virtual string Title(Sign sign) => sign switch
    {
        Sign.Suicide => "🆘 I'm really glad you said this",
        Sign.Abuse => "🆘 This is not your fault",
        Sign.Emergency or Sign.Breathing or Sign.Bleeding or Sign.Heat or Sign.Fainting => "🚨 This can be an emergency. Get help now",
        Sign.Concussion => "🚨 A hit to the head or neck: stop now",
        Sign.SwollenCalf => "🚨 A swollen or hot calf: see a doctor today",
        Sign.Blood => "🚨 Blood or dark pee: see a doctor today",
        Sign.Injury => "🚨 That can be a real injury: stop now",
        Sign.SelfHarm => "You don't have to carry this alone",
        Sign.Eating => "You matter more than any number",
        Sign.Energy => "Your body may be asking for help",
        Sign.Condition => "Ask a doctor first",
        Sign.Illness => "Rest first",
        _ => "When something hurts",
    };

    public virtual string Body(Sign sign) => sign switch
    {
        Sign.Suicide =>
            "You matter, and this feeling can pass, even if it doesn't feel like that now.\n"
            + "**In danger now, or took something?** Call the emergency number below, now.\n"
            + "**Right now:** go to another person and stay with them. Move away from anything you could use to hurt yourself.\n"
            + "**Tell a trusted adult today:** a parent, relative, school nurse or school counselor. You can just show them this message.\n"
            + "**Worried about a friend?** Stay with them if you can and tell an adult now, even if you promised to keep it secret.",
        Sign.Abuse =>
            "I believe you. Nobody may touch, hurt, threaten or frighten you, or ask you to keep such secrets. Nobody: no adult, no teammate, no family.\n"
            + "**In danger or hurt now?** Get away to other people and call the emergency number below.\n"
            + "**Tell an adult you trust outside the team:** a parent, relative, school counselor, nurse or doctor. "
            + "If it is about home, tell somebody outside home. "
            + "If the first one does not listen, tell another.\n"
            + "**You decide how much you say**, and you can talk to the people below without giving your name. Worried about a friend? The same helps them.",
        Sign.SelfHarm =>
            "Many people feel this, and it can get better with help. You are not in trouble.\n"
            + "**Bleeding badly, or took something?** Call the emergency number below, now.\n"
            + "**Right now:** go where other people are, and put away what you could use to hurt yourself.\n"
            + "**Tell an adult you trust today:** a parent, relative, school nurse, school counselor or doctor. You can just show them this message.\n"
            + "**Worried about a friend?** Tell an adult, even if you promised not to.",
        Sign.Emergency =>
            "**Stop. Call the emergency number below now**, or shout for the nearest adult to call.\n"
            + "Sit or lie down and stay with somebody. If a person does not wake up or does not breathe normally: "
            + "call, start pressing hard and fast on the middle of the chest, "
            + "and send somebody for a defibrillator (AED).\nNo training until a doctor says yes.",
        Sign.Breathing =>
            "**Stop and sit up. Shout for an adult.** If you have an inhaler, use it as your doctor told you.\n"
            + "**Call the emergency number below now** if breathing is not back to normal in a few minutes, if lips or fingers turn blue, "
            + "if talking is hard, or if the chest hurts.\n"
            + "If somebody is not breathing: call now and start pressing hard and fast on the middle of the chest. No training until a doctor says yes.",
        Sign.Fainting =>
            "**Stop and lie down, legs up. Tell an adult who is near you now.** Don't stay alone and don't drive.\n"
            + "**Call the emergency number below** if it happened during exercise, if the person does not wake up at once, or with chest pain, "
            + "a racing heart or trouble breathing.\n"
            + "No training until a doctor says yes, even if you feel fine again.",
        Sign.Bleeding =>
            "**Press hard on the place with a clean cloth and keep pressing.** Shout for an adult.\n"
            + "**Call the emergency number below now** if it spurts, soaks through, won't stop after 10 minutes, or something sticks in it (leave it in).\n"
            + "A nosebleed: lean forward and pinch the soft part of the nose for 10 minutes. A deep cut needs a doctor today. "
            + "If you did it to yourself, you can say so to the people below. You are not in trouble.",
        Sign.Heat =>
            "**Stop. Get out of the sun and cool down fast:** cold water all over, ice or wet towels on neck, armpits and groin, a fan. "
            + "Tell an adult now; don't stay alone.\n"
            + "**Confused, fainting, vomiting, or very hot: call the emergency number below now and keep cooling** while you wait.\n"
            + "Sips of water only if the person is fully awake. No more training today; see a doctor before the next.",
        Sign.Concussion =>
            "**Stop for today, even if you feel fine.** Tell an adult who is near you and don't stay alone.\n"
            + "**Call the emergency number below now** if anyone was knocked out, is confused, throws up, has a bad or growing headache, a fit, "
            + "weak or numb arms or legs, or neck pain. "
            + "With neck pain, don't move.\nSee a doctor before any sport or screen-heavy day. Tell a parent or guardian today.",
        Sign.SwollenCalf =>
            "One calf that is swollen, hot, red or hurts at rest should be seen by a doctor **today**. Don't rub it, stretch it or train on it.\n"
            + "**Call the emergency number below now** if you are short of breath, your chest hurts or you cough blood.\n"
            + "Tell a parent or another adult you trust now. I can't tell what it is; a doctor can.",
        Sign.Blood =>
            "**Stop training and see a doctor today.** Tell a parent or another adult you trust now.\n"
            + "**Call the emergency number below** if it is a lot, if you cough or throw up blood, if your muscles are very swollen or weak, "
            + "or if you feel faint.\n"
            + "Drink water. I can't tell what it is; a doctor can.",
        Sign.Injury =>
            "**Stop and don't put weight on it.** Keep it still; cold in a cloth for 15 minutes helps. Tell an adult who is near you.\n"
            + "**Call the emergency number below** if it looks crooked, a bone shows, it bleeds a lot, or the part is numb or cold.\n"
            + "If you can't put weight on it, can't move it, heard a pop, or it swells: see a doctor today. Tell a parent or guardian. "
            + "I can't tell what it is.",
        Sign.Eating =>
            "Food, weight and bodies can become very heavy thoughts, for boys and girls. You are not alone, it is not your fault, and people can help.\n"
            + "**Tell an adult you trust this week:** a parent, relative, doctor, school nurse or counselor. You can just show them this message. "
            + "Worried about a friend? Do the same.\n"
            + "**See a doctor now** if you faint, your heart feels odd, or you throw up often. I never give weight or diet targets, and nobody here should.",
        Sign.Energy =>
            "You don't have to explain it here. Being tired or cold all the time, or a period that is late or stops, "
            + "can mean that the body gets too little energy for all it does.\n"
            + "**Talk to a parent or another adult you trust, and see a doctor or school nurse** in the next days. "
            + "It is common in runners, and it can be helped. I never give weight or diet targets.",
        Sign.Condition => "Please get a doctor's OK before you start or change strength work, and show them the plan. Tell a parent or guardian too. "
            + "If you feel chest pain, faint or can't breathe: stop and call the emergency number below.",
        Sign.Illness =>
            "Skip strength until you have had no fever for at least 24 hours and feel normal when you move easily. Drink, rest, and tell a parent or guardian. "
            + "See a doctor if it is bad, lasts, or you are unsure. Chest pain, trouble breathing, a stiff neck or confusion: call the emergency number below.",
        _ =>
            "I can't see it, and I can't tell what it is. **Stop what makes it hurt for today.**\n"
            + "Muscles that are a bit sore on both sides a day or two after something new usually settle in a few days. Easy moving is fine.\n"
            + "**See a doctor, physical therapist or athletic trainer** if it swells, clicks with pain, locks, gives way, is numb or tingles, "
            + "makes you limp, hurts at night or in one spot on a bone, "
            + "gets worse, or is still there after 48 hours.\n"
            + "**Today, and call if it is bad:** you can't put weight on it, it looks crooked, or both legs feel numb or weak. "
            + "Under 18: tell a parent or another adult you trust.",
    };

    public virtual string CallTitle => "📞 Call";

    /// <summary>Where the country is not known. Numbers stand plain, without stars around them: phones make such digits tappable.</summary>
    public virtual string EmergencyAnywhere =>
        "Your local emergency number (911 in the US and Canada, 112 in the European Union, 999 in the UK, 000 in Australia, 111 in New Zealand)";

    public virtual string Emergency(string? number) => number is null ? "Your local emergency number" : $"Emergency: {number} (or your local emergency number)";

    public virtual string Line(string name, string call, string text) =>
        $"{name}: {string.Join(" or ", new[] { call.Length == 0 ? "" : $"call {call}", text }.Where(way => way.Length > 0))}";

    public virtual string NoLine => "A free helpline in your country: <https://findahelpline.com>";

    public virtual string Kept => "Only you see this. What you typed is kept nowhere.";
}
