using System.Globalization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>The review of a year as the plan document tells it: when it was opened, reported and published, what was handed in and decided.</summary>
internal static class GovernedCycle
{
    /// <summary>The cycle of a year; null where the document tells nothing of it.</summary>
    public static Cycle? Of(PlanDocument plan, int fiscalYear) => plan.Governance?.Cycles?.FirstOrDefault(cycle => cycle.FiscalYear == fiscalYear);

    /// <summary>The plan with its cycle of a year changed; a year that the document does not know yet is added behind the others.</summary>
    public static PlanDocument Change(PlanDocument plan, int fiscalYear, Func<Cycle, Cycle> change)
    {
        var governance = plan.Governance ?? new Engine.Plans.Governance();
        var cycles = governance.Cycles ?? [];
        IReadOnlyList<Cycle> changed = Of(plan, fiscalYear) is { } known
            ? [.. cycles.Select(cycle => cycle == known ? change(cycle) : cycle)]
            : [.. cycles, change(new Cycle { Id = NewId(plan, string.Create(CultureInfo.InvariantCulture, $"cycle-{fiscalYear}")), FiscalYear = fiscalYear })];
        return plan with { Governance = governance with { Cycles = changed } };
    }

    /// <summary>Opens the review: departments that answer for something and are in force owe a sheet by a day.</summary>
    public static PlanDocument Open(PlanDocument plan, int fiscalYear, DateOnly today, DateOnly sheetsDueOn)
    {
        var owing = Owing(plan, today).ToList();
        return Change(plan, fiscalYear, cycle => cycle with
        {
            OpenedOn = cycle.OpenedOn ?? today,
            Submissions = [.. cycle.Submissions ?? [], .. owing.Where(id => cycle.Submissions?.Any(sheet => sheet.Department == id) != true).Select(id => Sheet(plan, fiscalYear, id, sheetsDueOn))],
        });
    }

    /// <summary>Ids of the departments in force on a day that answer for something in the plan, in the plan's order.</summary>
    public static IEnumerable<string> Owing(PlanDocument plan, DateOnly day)
    {
        var answering = new SubjectIndex(plan.WithoutSecurity()).Places.Where(place => place.Key != place.Value.Departments.FirstOrDefault())
            .SelectMany(place => place.Value.Departments).ToHashSet(StringComparer.Ordinal);
        return (plan.Departments ?? []).Where(department => answering.Contains(department.Id) && IsInForce(department, day)).Select(department => department.Id);
    }

    public static bool IsInForce(Department department, DateOnly day) =>
        !(department.From is { } from && from.Day > day) && !(department.To is { } to && to.Day < day);

    private static Submission Sheet(PlanDocument plan, int fiscalYear, string department, DateOnly dueOn) => new()
    {
        Id = NewId(plan, string.Create(CultureInfo.InvariantCulture, $"sheet-{fiscalYear}-{department}")),
        Department = department,
        DueOn = dueOn,
    };

    /// <summary>An id that nothing in the plan has yet.</summary>
    public static string NewId(PlanDocument plan, string wanted)
    {
        var known = new SubjectIndex(plan).Places;
        var id = wanted;
        for (var i = 2; known.ContainsKey(id); i++)
            id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{i}");
        return id;
    }
}
