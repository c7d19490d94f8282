using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Versions;

/// <summary>
/// What departments say of their own work stands in the cycle, which is nobody's own: a department may change there what departments said of subjects
/// that it answers for, and nothing else.
/// </summary>
internal sealed class OwnJudgements
{
    private readonly HashSet<string> cycles;

    private OwnJudgements(HashSet<string> cycles) => this.cycles = cycles;

    /// <summary>The cycles in which nothing but own judgements of the department changed among the judgements.</summary>
    public static OwnJudgements Changed(PlanDocument before, PlanDocument after, SubjectReach reach)
    {
        var earlier = (before.Governance?.Cycles ?? []).ToDictionary(cycle => cycle.Id, Said, StringComparer.Ordinal);
        return new OwnJudgements(
        [
            .. (after.Governance?.Cycles ?? [])
                .Where(cycle => earlier.TryGetValue(cycle.Id, out var said) && Differing(said, Said(cycle)).All(one => one.By == JudgedBy.Department && reach.Holds(one.Subject)))
                .Select(cycle => cycle.Id),
        ]);
    }

    public bool Covers(PlanChange change) =>
        cycles.Contains(change.Subject) && (change.Member == "judgements" || change.Member.StartsWith("judgements/", StringComparison.Ordinal));

    private static IEnumerable<SaidGrade> Differing(List<SaidGrade> before, List<SaidGrade> after) => before.Except(after).Concat(after.Except(before));

    private static List<SaidGrade> Said(Cycle cycle) =>
        [.. (cycle.Judgements ?? []).Select(judgement => new SaidGrade(judgement.Subject, judgement.By, judgement.Grade, judgement.On, judgement.Reason))];

    private sealed record SaidGrade(string Subject, JudgedBy By, string Grade, PlanDate On, string? Reason);
}
