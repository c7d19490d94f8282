using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Plans;

/// <summary>A policy, an initiative or a milestone with all that is known of it and of what it holds.</summary>
/// <param name="Grades">By ids, as the city's rules are set now.</param>
/// <param name="Check">Null where the plan was never reviewed.</param>
/// <param name="Cycles">The reviews that are here, by fiscal year.</param>
internal sealed record PlanItem(
    int Plan, string Id, PlanSight Sight, IReadOnlyDictionary<string, SubjectGrade> Grades, CheckNow? Check, ItemAlerts Alerts, IReadOnlyList<ItemAction> Actions, IReadOnlyList<QuestionRow> Questions, IReadOnlyDictionary<int, int> Cycles)
{
    public string Title => Sight.TitleOf(Id);

    public PlanDocument Document => Sight.Document;

    /// <summary>What people and council said about it.</summary>
    public IReadOnlyList<Opinion> Opinions { get; private init; } = [];

    /// <summary>What it saved, the latest year first.</summary>
    public IReadOnlyList<Benefit> Benefits { get; private init; } = [];

    /// <summary>The grades that people gave it, the latest year first.</summary>
    public IReadOnlyList<(int FiscalYear, Judgement Judgement)> Judgements { get; private init; } = [];

    public string? AlertList => Check is { } check ? new AlertFilter { Under = Id, Folded = "show" }.Address(check.Cycle) : null;

    /// <summary>The grade of the plan, a policy, an initiative, a KPI or a series; null of all else.</summary>
    public SubjectGrade? GradeOf(string id) => Grades.GetValueOrDefault(id);

    /// <summary>The names of departments, with their roles where they have any.</summary>
    public IEnumerable<string> Departments(Texts texts) => Sight.Find<Policy>(Id) is { } policy
        ? (policy.Departments ?? []).Select(department => department.Role is { } role ? texts["plan.departmentRole", NameOf(department.Id), texts.Word(role)] : NameOf(department.Id))
        : Sight.DepartmentsOf(Id).Select(NameOf);

    public string NameOf(string department) => Sight.Find<Department>(department)?.Name ?? department;

    /// <summary>Null where the viewer sees no such plan or part of it.</summary>
    public static async Task<PlanItem?> Read<T>(AdminDb db, PlanDocuments documents, PlanSights sights, CityCheck city, int plan, string id, DateOnly today, CancellationToken cancel)
        where T : PlanObject
    {
        if (await documents.Newest(plan, cancel) is not { } seen)
            return null;
        var sight = sights.Of(seen.Document, today);
        if (sight.Find<T>(id) is null || !sight.Reaches(db.Viewer, id))
            return null;
        var ids = sight.WithBelow(id);
        var known = ids.ToList();
        var check = await CheckNow.Read(db, plan, cancel);
        var cycles = await db.Cycles.AsNoTracking().Where(cycle => cycle.PlanId == plan).ToDictionaryAsync(cycle => cycle.FiscalYear, cycle => cycle.Id, cancel);
        var reviews = (sight.Document.Governance?.Cycles ?? []).OrderByDescending(cycle => cycle.FiscalYear).ToList();
        return new PlanItem(
            plan, id, sight, sights.Grades(sight, await city.Rules(seen.Head.Municipality, cancel)), check,
            await ItemAlerts.Read(db, plan, check, ids, cancel),
            [.. reviews.SelectMany(cycle => cycle.Actions ?? [], (cycle, action) => new ItemAction(cycle.FiscalYear, action)).Where(action => ids.Contains(action.Action.Subject) && sight.Reaches(db.Viewer, action.Action.Id))],
            await db.Questions.AsNoTracking().Include(row => row.Cycle).Where(row => row.Cycle!.PlanId == plan && known.Contains(row.SubjectId))
                .OrderByDescending(row => row.Cycle!.FiscalYear).ThenBy(row => row.Id).ToListAsync(cancel),
            cycles)
        {
            Opinions = [.. sight.Document.Opinions.Where(opinion => opinion.Subjects.Any(ids.Contains))],
            Benefits = [.. sight.Document.Benefits.Where(benefit => ids.Contains(benefit.Subject)).OrderByDescending(benefit => benefit.FiscalYear)],
            Judgements = [.. reviews.SelectMany(cycle => cycle.Judgements ?? [], (cycle, judgement) => (cycle.FiscalYear, judgement)).Where(said => said.judgement.Subject == id)],
        };
    }
}

/// <param name="FiscalYear">Of the review that it belongs to.</param>
internal sealed record ItemAction(int FiscalYear, CorrectiveAction Action);
