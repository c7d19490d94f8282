using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>Which corrective actions a review has to look at, and which it hands on.</summary>
internal static class CarriedActions
{
    /// <summary>The actions of the review of a year, and those of earlier years that were carried into it, the latest year first.</summary>
    public static IEnumerable<(int FiscalYear, CorrectiveAction Action)> Of(PlanDocument plan, int fiscalYear) =>
        (plan.Governance?.Cycles ?? []).Where(cycle => cycle.FiscalYear <= fiscalYear).OrderByDescending(cycle => cycle.FiscalYear)
            .SelectMany(cycle => (cycle.Actions ?? []).Where(action => cycle.FiscalYear == fiscalYear || action.CarriedTo == fiscalYear), (cycle, action) => (cycle.FiscalYear, action));

    /// <summary>What goes on into the year after when the review of a year ends: all that is not settled and has no year of its own yet.</summary>
    public static IEnumerable<(int FiscalYear, CorrectiveAction Action)> HandedOn(PlanDocument plan, int fiscalYear) =>
        Of(plan, fiscalYear).Where(found => !IsSettled(found.Action) && (found.Action.CarriedTo is null || found.Action.CarriedTo == fiscalYear));

    /// <summary>The plan with these carried into the year after.</summary>
    public static PlanDocument HandOn(PlanDocument plan, int fiscalYear)
    {
        var ids = HandedOn(plan, fiscalYear).Select(found => found.Action.Id).ToHashSet(StringComparer.Ordinal);
        return ids.Count == 0 ? plan : plan with { Governance = plan.Governance! with { Cycles = [.. plan.Governance.Cycles!.Select(cycle => Handed(cycle, ids, fiscalYear))] } };
    }

    public static bool IsSettled(CorrectiveAction action) => action.Status is ActionStatus.Done or ActionStatus.Dropped;

    private static Cycle Handed(Cycle cycle, HashSet<string> ids, int fiscalYear) => cycle.Actions?.Any(action => ids.Contains(action.Id)) == true
        ? cycle with { Actions = [.. cycle.Actions.Select(action => ids.Contains(action.Id) ? action with { CarriedTo = fiscalYear + 1 } : action)] }
        : cycle;
}
