using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Grading;

/// <summary>Reads the grades of a plan's subjects, from the plan downwards.</summary>
internal sealed class GradeReader(RatingScales scales)
{
    private static readonly LocalizedText OfPace = new(
        "ペース = 進捗率 ÷ 期待進捗率。進捗率 = (判定実績 − 起点の値) ÷ (目標値 − 起点の値)。期待進捗率は、起点から目標年度までの按分か、年度別目標による",
        "pace = progress ratio ÷ expected ratio; progress = (judged actual − origin) ÷ (target − origin); expected by even steps from the origin to the target year, or by annual targets");

    private static readonly LocalizedText OfTolerance = new(
        "維持する値なので、目標値との差が許容差の内なら1、外なら0とする",
        "a figure to be maintained: 1 while it lies within the tolerance of its target, else 0");

    private static readonly LocalizedText OfSchedule = new(
        "ペース = 期限の来た区間のうち完了した数 ÷ 期限の来た区間の数。状態で決まる段階は、状態で決まる",
        "pace = phases done of those due ÷ phases due; a grade by status is settled by the status");

    private static readonly LocalizedText WorstSeries = new("系列の評価のうち最も悪いもの（判定外を除く）", "the worst grade of its series, not assessable ones aside");

    private static readonly LocalizedText WorstBelow = new(
        "指標と取組の評価のうち最も悪いもの（判定外を除く）と、その件数",
        "the worst grade of its KPIs and initiatives, not assessable ones aside, and how many have which");

    private static readonly LocalizedText NothingBelow = new("判定できる指標も取組もない", "no KPI and no initiative can be judged");

    private readonly List<SubjectGrade> grades = [];

    public IReadOnlyList<SubjectGrade> Read(PlanNode plan)
    {
        grades.Add(Summary("plan", plan, plan.Kpis, plan.Initiatives));
        foreach (var policy in plan.Policies ?? [])
        {
            grades.Add(Summary("policy", policy, policy.Kpis, policy.Initiatives));
            foreach (var initiative in policy.Initiatives ?? [])
            {
                grades.Add(Of(initiative));
                AddKpis(initiative.Kpis);
            }
            AddKpis(policy.OwnKpis);
        }
        AddKpis(plan.OwnKpis);
        return grades;
    }

    private void AddKpis(KpiNode[]? kpis)
    {
        foreach (var kpi in kpis ?? [])
        {
            grades.Add(Graded("kpi", kpi, kpi.Grade, scales.Kpi, WorstSeries, null, [], null));
            grades.AddRange((kpi.Series ?? []).Select(Of));
        }
    }

    private SubjectGrade Of(SeriesNode series) => Graded(
        "series", series, series.Grade, scales.Kpi, series.IsToBeKept ? OfTolerance : OfPace, GradeFigures.OriginOf(series), GradeFigures.Of(series), series.GradedPace.Missing);

    private SubjectGrade Of(InitiativeNode initiative) => Graded(
        "initiative", initiative, initiative.Grade, scales.Initiative, OfSchedule, null, GradeFigures.Of(initiative), initiative.Pace.Missing);

    private static SubjectGrade Graded(
        string type, Node subject, Maybe<Grade> found, RatingScale scale, LocalizedText formula, LocalizedText? origin, IReadOnlyList<Evidence> figures, FactSet? whyNot)
    {
        var grade = found.IsKnown ? found.Value : scale.NotAssessable;
        var missing = (found.Missing?.Facts ?? []).Select(fact => new LocalizedText(fact.Ja, fact.En)).ToList();
        var reason = grade.Kind != GradeKind.NotAssessable ? null : missing.Count > 0 ? Unknown(missing) : found.Missing?.Reason ?? whyNot?.Reason ?? grade.Label;
        return new SubjectGrade(About(type, subject), grade.Label, grade.Symbol, grade.Kind, formula, origin, figures, missing, reason, []);
    }

    private SubjectGrade Summary(string type, Node subject, KpiNode[]? kpis, InitiativeNode[]? initiatives)
    {
        List<LocalizedText> missing = [];
        if (kpis is null)
            missing.Add(new("指標", "kpis"));
        if (initiatives is null)
            missing.Add(new("取組", "initiatives"));
        var ofKpis = (kpis ?? []).Select(kpi => GradeOf(kpi.Grade, scales.Kpi)).ToList();
        var ofInitiatives = (initiatives ?? []).Select(initiative => GradeOf(initiative.Grade, scales.Initiative)).ToList();
        var worst = WorstOf(ofKpis.Select(grade => (grade, scales.Kpi)).Concat(ofInitiatives.Select(grade => (grade, scales.Initiative))));
        var shown = worst ?? scales.Kpi.NotAssessable;
        var reason = worst is not null ? null : missing.Count > 0 ? Unknown(missing) : NothingBelow;
        List<GradeCount> counts = [.. Counts("kpi", ofKpis), .. Counts("initiative", ofInitiatives)];
        return new SubjectGrade(About(type, subject), shown.Label, shown.Symbol, shown.Kind, WorstBelow, null, [], missing, reason, counts);
    }

    private static Grade GradeOf(Maybe<Grade> grade, RatingScale scale) => grade.IsKnown ? grade.Value : scale.NotAssessable;

    // Two scales may have different numbers of grades: kinds are compared first, then how far down its own scale each stands.
    private static Grade? WorstOf(IEnumerable<(Grade Grade, RatingScale Scale)> found) => found
        .Where(g => g.Grade.Kind != GradeKind.NotAssessable)
        .OrderByDescending(g => g.Grade.Kind)
        .ThenByDescending(g => (decimal)g.Grade.Rank / g.Scale.Steps.Count)
        .Select(g => g.Grade)
        .FirstOrDefault();

    private static IEnumerable<GradeCount> Counts(string type, IEnumerable<Grade> found) => found
        .GroupBy(grade => grade)
        .OrderBy(group => group.Key.Rank)
        .Select(group => new GradeCount(type, group.Key.Label, group.Key.Symbol, group.Key.Kind, group.Count()));

    private static LocalizedText Unknown(IEnumerable<LocalizedText> missing) => new(
        $"{string.Join("、", missing.Select(fact => fact.Ja))}が分からない",
        $"unknown: {string.Join(", ", missing.Select(fact => fact.En))}");

    private static AlertSubject About(string type, Node subject) => new(type, subject.Id, subject.Title, subject.Path);
}
