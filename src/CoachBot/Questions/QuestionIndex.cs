using CoachBot.Language;
using FuzzySharp;

namespace CoachBot.Questions;

/// <param name="Score">0 to about 1.</param>
internal sealed record Match(Answer? Answer, double Score);

/// <summary>
/// Which answer a question asks for. Every known way to ask is a row; a question is held against the rows word by word, endings aside. A rare word tells more
/// than a common one, and one that nobody asked with tells against all. Made at the first question: few teams ask within the first minute, and a start is not
/// to wait for it. It never changes, so many threads may use it.
/// </summary>
internal sealed class QuestionIndex
{
    /// <summary>From here on the best answer is sure enough to be given.</summary>
    private const double Sure = 0.45;

    /// <summary>From here on it is, when it leads the next one clearly.</summary>
    private const double SureWhenAlone = 0.36;

    private const double Lead = 1.25;

    // How much each look counts: like one way to ask, contained in it, contained in all that belongs to the answer.
    private const double AlikeShare = 0.5;
    private const double WithinShare = 0.3;
    private const double AnywhereShare = 0.2;

    /// <summary>How many telling words a question of several must share with a way to ask.</summary>
    private const int LeastSharedWords = 2;

    private const double InAnswerText = 0.5;
    /// <summary>How much more a word counts that stands in no way to ask: it tells against all of them.</summary>
    private const double UnknownWordWeight = 1.5;
    private const int Misspelt = 86;
    private const int ShortestForFuzzy = 5;

    /// <summary>The rows that a word stands in, by its stem.</summary>
    private readonly Dictionary<string, HashSet<int>> byStem = new(StringComparer.Ordinal);
    private readonly QuestionText text;
    private readonly IReadOnlyList<Answer> answers;
    private readonly List<Row> rows = [];
    private readonly Dictionary<string, HashSet<int>> known = new(StringComparer.Ordinal);

    public QuestionIndex(Knowledge knowledge)
    {
        answers = knowledge.Answers;
        text = new QuestionText(knowledge.SameWords);
        for (var i = 0; i < answers.Count; i++)
        {
            foreach (var way in answers[i].Asked.Prepend(answers[i].Question)) rows.Add(new(i, false, text.Words(way)));
            rows.Add(new(i, true, text.Words(answers[i].Text)));
        }
        foreach (var way in knowledge.Beyond) rows.Add(new(answers.Count, false, text.Words(way)));

        foreach (var (place, row) in rows.Index())
            foreach (var stem in row.Words.Select(Stem.Of)) (byStem.TryGetValue(stem, out var there) ? there : byStem[stem] = []).Add(place);
        foreach (var row in rows)
        {
            foreach (var part in row.Words) if (!known.ContainsKey(part)) known[part] = Find(part);
            row.Weight = row.Words.Sum(part => Weight(part, known[part]));
        }
    }

    /// <summary>The answer that is asked for; null when it is none of ours or not sure.</summary>
    public Answer? Ask(string question)
    {
        var best = Best(question, 2);
        if (best is not [{ Answer: { } answer } first, ..]) return null;
        var next = best.Count > 1 ? best[1].Score : 0;
        return first.Score >= Sure || (first.Score >= SureWhenAlone && first.Score >= Lead * next) ? answer : null;
    }

    /// <summary>The likeliest answers, the best first; null stands for all that is none of ours.</summary>
    public IReadOnlyList<Match> Best(string question, int count)
    {
        var words = text.Words(question).Select(part => (Word: part, Rows: Hear(part))).ToList();
        var weights = words.Select(part =>
            Weight(part.Word, part.Rows) * (part.Rows.Count == 0 && !QuestionText.IsLight(part.Word) ? UnknownWordWeight : 1)).ToArray();
        var all = weights.Sum();
        if (all == 0) return [];

        // One telling word stands in many ways to ask; it says enough only where it is nearly all there is.
        var more = words.Count(part => !QuestionText.IsLight(part.Word)) > 1 ? 1 : 0;

        var shared = new double[rows.Count];
        var telling = new int[rows.Count];
        var within = new double[answers.Count + 1];
        foreach (var (place, (_, heard)) in words.Index())
        {
            var counted = new Dictionary<int, double>();
            foreach (var row in heard)
            {
                shared[row] += weights[place];
                if (more > 0 && !QuestionText.IsLight(words[place].Word)) telling[row]++;
                var share = rows[row].IsText ? InAnswerText : 1;
                counted[rows[row].Answer] = Math.Max(counted.GetValueOrDefault(rows[row].Answer), share);
            }
            foreach (var (answer, share) in counted) within[answer] += weights[place] * share;
        }

        var best = new double[answers.Count + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            if (shared[i] == 0 || rows[i].IsText) continue;
            // One word shared ("body", "took") is a chance, not a likeness.
            if (more > 0 && telling[i] < LeastSharedWords) continue;
            var score = (AlikeShare * shared[i] / Math.Sqrt(all * rows[i].Weight)) + (more * WithinShare * shared[i] / all);
            best[rows[i].Answer] = Math.Max(best[rows[i].Answer], score);
        }
        return
        [
            .. best.Select((score, i) => new Match(i < answers.Count ? answers[i] : null, score + (more * AnywhereShare * within[i] / all)))
                .Where(match => match.Score > 0)
                .OrderByDescending(match => match.Score)
                .Take(count),
        ];
    }

    /// <summary>The rows that a typed word stands in, or when it stands in none the word it is a misspelling of.</summary>
    private HashSet<int> Hear(string typed)
    {
        if (known.TryGetValue(typed, out var exact)) return exact;
        var rows = Find(typed);
        if (rows.Count > 0 || typed.Length < ShortestForFuzzy) return rows;
        var nearest = known.Keys.Where(candidate => candidate.Length >= ShortestForFuzzy && candidate[0] == typed[0])
            .MaxBy(candidate => Fuzz.Ratio(typed, candidate));
        return nearest is not null && Fuzz.Ratio(typed, nearest) >= Misspelt ? known[nearest] : rows;
    }

    private HashSet<int> Find(string part) => byStem.GetValueOrDefault(Stem.Of(part), []);

    private double Weight(string part, HashSet<int> found)
    {
        var asking = found.Select(row => rows[row].Answer).Distinct().Count();
        return Math.Log(1 + ((double)answers.Count / Math.Max(asking, 1))) * (QuestionText.IsLight(part) ? QuestionText.LightWeight : 1);
    }

    private sealed record Row(int Answer, bool IsText, IReadOnlyList<string> Words)
    {
        public double Weight { get; set; }
    }
}
