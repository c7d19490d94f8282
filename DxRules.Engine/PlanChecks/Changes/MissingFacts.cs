using DxRules.Engine.Evaluation;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>What an undetermined rule would say if a fact it lacks were known. Words and truths are tried one by one, days by the spans that lead to the same.</summary>
internal sealed class MissingFacts(AlteredPlan plan, RuleProbe probe, Rule rule)
{
    private const int MostDays = 3652;

    /// <summary>Whether the fact is the one that is missing: the last step of its path.</summary>
    public static bool IsAmong(Feel.Values.Fact missing, PlanFact fact) =>
        fact is { Rank: FactRank.Direct, Value: null, Member: { Presence: MemberPresence.Fact } member } && missing.En.Split('.')[^1] == member.Name;

    /// <summary>The results by value, in the order of the words or days; empty where no value can be tried without knowing the city.</summary>
    public IReadOnlyList<OutcomeOf> Outcomes(PlanFact fact) => fact.Member!.ValueKind switch
    {
        PlanValueKind.Word => [.. PlanWords.Of(fact.Member.ValueType).Values.Select(word => Ask(fact, word, Reach.Exactly)).OfType<OutcomeOf>()],
        PlanValueKind.Boolean => [.. new object[] { true, false }.Select(truth => Ask(fact, truth, Reach.Exactly)).OfType<OutcomeOf>()],
        PlanValueKind.Date => Spans(fact),
        _ => [],
    };

    /// <summary>One result for each span of days, with its last day; the last span with its first. A single span says nothing about days.</summary>
    private List<OutcomeOf> Spans(PlanFact fact)
    {
        var ends = new List<OutcomeOf>();
        var (first, last) = (probe.AsOf.AddDays(-MostDays), probe.AsOf.AddDays(MostDays));
        if (At(first) is not { } start || At(last) is not { } end || IsSame(start, end))
            return [];
        Split(start, end);
        ends.Add(At(((PlanDate)ends[^1].Value).Day.AddDays(1))! with { Reach = Reach.OrMore });
        return ends;

        OutcomeOf? At(DateOnly day) => Ask(fact, new PlanDate(day), Reach.OrLess);

        void Split(OutcomeOf low, OutcomeOf high)
        {
            if (IsSame(low, high))
                return;
            var (from, to) = (((PlanDate)low.Value).Day.DayNumber, ((PlanDate)high.Value).Day.DayNumber);
            if (to - from == 1)
                ends.Add(low);
            else if (At(DateOnly.FromDayNumber(from + ((to - from) / 2))) is { } middle)
            {
                Split(low, middle);
                Split(middle, high);
            }
        }
    }

    private static bool IsSame(OutcomeOf one, OutcomeOf other) => (one.Outcome, one.Severity) == (other.Outcome, other.Severity);

    private OutcomeOf? Ask(PlanFact fact, object value, Reach reach) => probe.Judge(plan.With(fact, value)) is { } judgement
        ? new OutcomeOf(value, reach, judgement.Outcome, judgement.Outcome == Outcome.Alert ? rule.Levels[judgement.Level].Severity : null)
        : null;
}

/// <summary>What a value would lead to.</summary>
internal sealed record OutcomeOf(object Value, Reach Reach, Outcome Outcome, Severity? Severity);
