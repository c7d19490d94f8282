using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Judgements;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Kpis;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Papers;

/// <summary>Makes the papers of cycles, from what was frozen or, as a draft, from the latest check.</summary>
internal sealed class CouncilPapers(AdminDb db, PlanDocuments documents, CityCheck city, KpiBoards boards)
{
    /// <summary>
    /// The same to the letter each time an issue is asked for. Null where there is no such cycle or issue, or nothing was checked.
    /// </summary>
    /// <param name="issue">The number of a frozen issue; null for the newest, or a draft where nothing is frozen.</param>
    public async Task<CouncilPaper?> Read(int cycle, int? issue, CancellationToken cancel)
    {
        if (await PaperSource.Read(db, cycle, issue, cancel) is not { } source)
            return null;
        var rules = await city.RulesOf(source.Run, source.Municipality, cancel);
        var (judged, said) = (await documents.Open(source.Version, cancel), await documents.Open(source.LastVersion, cancel));
        var board = boards.Of(judged, source.AsOf, rules);
        var lines = await AlertLines.Read(db, source.Run, db.Observations.Where(row => row.RunId == source.Run && !row.Secret), cancel);
        var names = (said.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        var words = new PaperWords(names, source.Municipality, source.FiscalYear);
        return new CouncilPaper(
            source.Head(judged, lines),
            [.. Policies(said, new GradeScale(rules).Judge(judged, source.AsOf), lines, source.FiscalYear)],
            [.. Results(said, board, words)],
            [.. board.Kpis.SelectMany(kpi => Kpi(kpi, source.FiscalYear))],
            [.. Alerts(lines, await Answers(source, cancel), words)],
            Comparison(await Before(source, cancel), lines),
            [.. Actions(said, source, words)]);
    }

    private static IEnumerable<PaperPolicy> Policies(PlanDocument said, IReadOnlyList<SubjectGrade> grades, IReadOnlyList<AlertLine> lines, int fiscalYear)
    {
        var alerts = lines.Where(line => line.Outcome == Outcome.Alert).ToLookup(line => (line.Group.Id, line.Severity));
        return JudgementLine.Of(said, grades, fiscalYear).Where(line => line.Type == "policy").Select(line => new PaperPolicy(
            line.Subject, line.Policy?.Title ?? line.Title, GradeOf(line.Rule), line.Department?.Grade, line.Headquarters?.Grade, line.Headquarters?.Reason,
            alerts[(line.Subject, Severity.Critical)].Count(), alerts[(line.Subject, Severity.Warning)].Count()));
    }

    private static IEnumerable<PaperResult> Results(PlanDocument said, KpiBoard board, PaperWords words)
    {
        var grades = board.Grades.Where(grade => grade.Subject.Type == "initiative").ToDictionary(grade => grade.Subject.Id, StringComparer.Ordinal);
        foreach (var policy in said.Policies ?? [])
        {
            foreach (var initiative in policy.Initiatives ?? [])
            {
                if (initiative.Reports?.Where(report => report.FiscalYear == words.FiscalYear).MaxBy(report => report.On.Day) is not { } report)
                    continue;
                var departments = board.Places.Of(initiative.Id)?.Departments ?? [];
                yield return new PaperResult(
                    PaperWords.Numbered(policy.Number, policy.Title), PaperWords.Numbered(initiative.Number, initiative.Title), words.NamesOf(departments),
                    grades.GetValueOrDefault(initiative.Id) is { } grade ? GradeOf(grade) : null,
                    report.Status ?? initiative.Status, report.Progress, report.Done, report.DelayReason, report.Issues, report.NextYear);
            }
        }
    }

    private static IEnumerable<PaperKpi> Kpi(KpiSheet kpi, int fiscalYear) => (kpi.Series ?? []).Select(series =>
    {
        var values = series.Years.Select(year => year.Actual).OfType<ActualLine>().Where(actual => actual.Counts && actual.FiscalYear <= fiscalYear)
            .Select(actual => new PaperFigure(actual.FiscalYear, actual.Value!.Value, actual.IsProvisional)).ToList();
        var baseline = series.Record.Baseline is { } known ? new PaperFigure(known.FiscalYear, known.Value) : null;
        return new PaperKpi(
            kpi.Policy?.Title, series.Title, series.Unit, baseline,
            values.LastOrDefault(value => value.FiscalYear == fiscalYear - 1),
            values.LastOrDefault(),
            series.Measures.TargetValue is { } target ? new PaperFigure(series.Measures.TargetYear, target) : null,
            series.Measures.Progress, GradeOf(series.Grade),
            baseline is not null && (values.Count == 0 || baseline.FiscalYear < values[0].FiscalYear) ? [baseline, .. values] : values);
    });

    // The gravest alone are read out; all are counted in the head.
    private static IEnumerable<PaperAlert> Alerts(IReadOnlyList<AlertLine> lines, ILookup<string, AnswerRow> answers, PaperWords words)
    {
        // What stands under something that is not on the paper stands for itself.
        var keys = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var folded = lines.Where(line => line.Outcome == Outcome.Alert && IsFolded(line)).CountBy(line => line.FoldedUnder!).ToDictionary(StringComparer.Ordinal);
        return lines.Where(line => line is { Outcome: Outcome.Alert, Severity: Severity.Critical or Severity.Warning } && !IsFolded(line)).Select(line => new PaperAlert(
            line.Key, line.Severity!.Value, line.Message, line.Group.Title, words.NamesOf(line.Departments.Select(words.IdOf)), line.Life.State, line.Life.Nth,
            folded.GetValueOrDefault(line.Key), answers[line.Key].Select(words.AnswerOf).FirstOrDefault()));

        bool IsFolded(AlertLine line) => line.FoldedUnder is { } cause && keys.Contains(cause);
    }

    private async Task<ILookup<string, AnswerRow>> Answers(PaperSource source, CancellationToken cancel)
    {
        var ids = await RenumberedIds.Of(db, source.Plan, cancel);
        var rows = await db.Answers.AsNoTracking().Where(row => row.CycleId == source.Cycle && row.State == AnswerState.Approved && !row.Secret)
            .Select(row => new { row.Alert!.Key, Answer = row }).ToListAsync(cancel);
        return rows.SelectMany(row => ids.KeysOf(row.Key), (row, key) => (key, row.Answer)).ToLookup(row => row.key, row => row.Answer, StringComparer.Ordinal);
    }

    private Task<int?> Before(PaperSource source, CancellationToken cancel) => db.Cycles.AsNoTracking()
        .Where(row => row.PlanId == source.Plan && row.FiscalYear < source.FiscalYear && row.Runs.Any())
        .OrderByDescending(row => row.FiscalYear).Select(row => (int?)row.FiscalYear).FirstOrDefaultAsync(cancel);

    private static PaperComparison? Comparison(int? before, IReadOnlyList<AlertLine> lines) => before is not { } year ? null : new PaperComparison(
        year, LifecycleSum.Of(lines.Select(line => line.Life.State).OfType<AlertState>()),
        [.. lines.Where(line => line.Life.State is AlertState.Worsened or AlertState.Recurred).Select(line => line.Message)],
        [.. lines.Where(line => line.Life.State is AlertState.Cleared).Select(line => line.Message)]);

    private static IEnumerable<PaperAction> Actions(PlanDocument said, PaperSource source, PaperWords words)
    {
        var titles = PlanSubjects.Build(said, source.AsOf).SubjectsById;
        return CarriedActions.Of(said, source.FiscalYear).Where(found => !CarriedActions.IsSettled(found.Action)).Select(found => new PaperAction(
            titles.GetValueOrDefault(found.Action.Subject)?.Title ?? found.Action.Subject, found.Action.Action, words.NameOf(found.Action.Owner),
            found.Action.DueOn?.Day, found.Action.DueOn is { IsMonth: true }, found.Action.Status, found.FiscalYear == source.FiscalYear ? null : found.FiscalYear));
    }

    private static PaperGrade GradeOf(SubjectGrade grade) => new(new(grade.Label.Ja, grade.Label.En), grade.Symbol is "-" ? null : grade.Symbol, grade.Kind);
}

/// <summary>Ids as the paper names them.</summary>
internal sealed record PaperWords(IReadOnlyDictionary<string, string> Departments, string Municipality, int FiscalYear)
{
    public static string Numbered(string? number, string title) => string.IsNullOrEmpty(number) ? title : $"{number} {title}";

    public string? NameOf(string? department) => department is null ? null : Departments.GetValueOrDefault(department, department);

    public string NamesOf(IEnumerable<string> departments) => string.Join('、', departments.Select(NameOf));

    /// <summary>The id without its municipality.</summary>
    public string IdOf(string department) => department.StartsWith(Municipality + "/", StringComparison.Ordinal) ? department[(Municipality.Length + 1)..] : department;

    public PaperAnswer AnswerOf(AnswerRow answer) => new(answer.Decision, answer.Cause, answer.Text, NameOf(answer.Owner), answer.DueOn, answer.AcceptedUntil);
}
