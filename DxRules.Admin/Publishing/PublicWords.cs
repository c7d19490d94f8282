using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Judgements;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing;

/// <summary>What is told of the parts of a plan, in the words of the plan and of the departments.</summary>
internal sealed class PublicWords
{
    private readonly Dictionary<string, string> departments;
    private readonly Dictionary<string, JudgementLine> judged;
    private readonly Dictionary<string, Initiative> initiatives;
    private readonly KpiBoard board;
    private readonly GradeScale scale;
    private readonly int fiscalYear;

    /// <param name="said">The plan with what people said since the check, without security.</param>
    /// <param name="board">The plan as it was judged, without security.</param>
    public PublicWords(PlanDocument said, KpiBoard board, GradeScale scale, int fiscalYear)
    {
        (this.board, this.scale, this.fiscalYear) = (board, scale, fiscalYear);
        departments = (said.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        judged = JudgementLine.Of(said, board.Grades, fiscalYear).ToDictionary(line => line.Subject, StringComparer.Ordinal);
        initiatives = (board.Document.Policies ?? []).SelectMany(policy => policy.Initiatives ?? []).ToDictionary(initiative => initiative.Id, StringComparer.Ordinal);
        Subjects = new PublicSubjects(said);
    }

    public PublicSubjects Subjects { get; }

    /// <summary>A text that says something; else null.</summary>
    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public string? NameOf(string? department) => department is null ? null : departments.GetValueOrDefault(department, department);

    public PublicPolicy PolicyOf(Policy policy) => new(
        policy.Id, policy.Number, policy.Title, policy.Category, Said(policy.Purpose),
        [.. (policy.Departments ?? []).OrderBy(department => department.Role != DepartmentRole.Lead).Select(department => NameOf(department.Id)!)],
        GradeOf(policy.Id), Said(judged.GetValueOrDefault(policy.Id)?.Headquarters?.Reason),
        [.. (policy.Initiatives ?? []).Select(initiative => InitiativeOf(initiative, policy))]);

    public PublicKpi KpiOf(KpiSheet kpi) => new(
        kpi.Id, kpi.Record.Title, kpi.Policy?.Id, kpi.Initiative?.Id, Said(kpi.Record.Definition), kpi.Record.Unit, kpi.Record.Kind, kpi.Record.Aggregation, kpi.Record.Direction,
        [.. (kpi.Series ?? []).Select(SeriesOf)]);

    public PublicResponse ResponseOf((ObservationRow Found, AnswerRow Answer) given) => new(
        Subjects.Of(given.Found.SubjectId), given.Found.Severity!.Value, new(given.Found.MessageJa, given.Found.MessageEn), given.Answer.Decision,
        Said(given.Answer.Cause), given.Answer.Text, NameOf(given.Answer.Owner), given.Answer.DueOn, given.Found.Key);

    private PublicInitiative InitiativeOf(Initiative initiative, Policy policy)
    {
        var report = initiative.Reports?.Where(report => report.FiscalYear == fiscalYear).MaxBy(report => report.On.Day);
        var then = initiatives.GetValueOrDefault(initiative.Id, initiative);
        var phases = (initiative.Lanes ?? []).SelectMany(lane => lane.Phases ?? []).ToList();
        var own = initiative.Departments is { Count: > 0 } named ? named : (policy.Departments ?? []).OrderBy(one => one.Role != DepartmentRole.Lead).Select(one => one.Id);
        return new PublicInitiative(
            initiative.Id, initiative.Number, initiative.Title, Said(initiative.Description), [.. own.Select(id => NameOf(id)!)], GradeOf(initiative.Id),
            report?.Status ?? then.Status, report?.Progress ?? then.Progress,
            phases.Min(phase => phase.Start?.Day), phases.Max(phase => phase.End?.Day),
            Said(report?.Done), Said(report?.DelayReason), Said(report?.Issues), Said(report?.NextYear));
    }

    private PublicSeries SeriesOf(SeriesSheet series) => new(
        series.Record.Id, PartOf(series),
        series.Record.Baseline is { } baseline ? new PublicFigure(baseline.FiscalYear, baseline.Value, baseline.AsOf?.Day) : null,
        series.Measures.TargetValue is { } target ? new PublicFigure(series.Measures.TargetYear, target) : null,
        [.. series.Record.AnnualTargets.OrderBy(year => year.FiscalYear).Select(year => new PublicFigure(year.FiscalYear, year.Value))],
        [
            .. series.Years.Select(year => year.Actual).OfType<ActualLine>().Where(actual => actual.Counts && actual.FiscalYear <= fiscalYear)
                .Select(actual => new PublicFigure(actual.FiscalYear, actual.Value!.Value, actual.Record.AsOf?.Day, actual.IsProvisional)),
        ],
        series.Measures.Progress, series.Measures.Expected, GradeOf(series.Record.Id));

    // The title of a series is that of its KPI with its part behind it.
    private static string? PartOf(SeriesSheet series) =>
        series.Title.Length > series.Kpi.Title.Length + 2 ? series.Title[(series.Kpi.Title.Length + 1)..^1] : null;

    private PublicGrade GradeOf(string subject)
    {
        if (judged.GetValueOrDefault(subject) is not { } line)
            return new PublicGrade(new("評価なし", "not graded"), null, GradeKind.NotAssessable);
        if ((line.Headquarters ?? line.Department)?.Grade is not { } word)
            return new PublicGrade(new(line.Rule.Label.Ja, line.Rule.Label.En), SymbolOf(line.Rule), line.Rule.Kind);
        var known = scale.For(line.Type).FirstOrDefault(grade => grade.Word == word);
        return new PublicGrade(new(word, known?.Label.En ?? word), known?.Symbol is "-" ? null : known?.Symbol, known?.Kind ?? GradeKind.NotAssessable);
    }

    private static string? SymbolOf(SubjectGrade grade) => grade.Symbol is "-" ? null : grade.Symbol;
}
