using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>前回 42件 = 解消確認 9件 + 引き続き 33件: a number and what it is made of; what is 0 is left out.</summary>
internal sealed record LifecycleEquation(LifecycleTerm Whole, IReadOnlyList<LifecycleTerm> Parts)
{
    /// <summary>First the cycle before, then this check.</summary>
    public static IReadOnlyList<LifecycleEquation> Of(LifecycleSum sum)
    {
        var carried = new LifecycleTerm(AlertStateWords.Carried, sum.Carried);
        var told = carried with
        {
            Within = Present(Of(AlertState.Continuing, sum.Continuing), Of(AlertState.Worsened, sum.Worsened), Of(AlertState.Eased, sum.Eased)),
        };
        return
        [
            new(new(AlertStateWords.Previous, sum.Previous), Present(
                Of(AlertState.Cleared, sum.Cleared), carried, Of(AlertState.Undetermined, sum.Undetermined), Of(AlertState.Gone, sum.Gone),
                Of(AlertState.RuleChanged, sum.RuleChanged))),
            new(new(AlertStateWords.Now, sum.Now), Present(told, Of(AlertState.New, sum.New), Of(AlertState.Recurred, sum.Recurred))),
        ];
    }

    private static IReadOnlyList<LifecycleTerm> Present(params LifecycleTerm[] terms) => [.. terms.Where(term => term.Count > 0)];

    private static LifecycleTerm Of(AlertState state, int count) => new(AlertStateWords.Of(state), count);
}

/// <param name="Word">A state or several together, as addresses call them.</param>
internal sealed record LifecycleTerm(string Word, int Count)
{
    /// <summary>What the number is made of in its turn; empty where that is not told.</summary>
    public IReadOnlyList<LifecycleTerm> Within { get; init; } = [];
}

/// <summary>The cycle with which one is compared.</summary>
internal sealed record EarlierCycle(int Id, int FiscalYear)
{
    /// <summary>The last cycle of the plan before this one in which something was checked; null where there is none.</summary>
    public static Task<EarlierCycle?> Of(AdminDb db, CycleHead cycle, CancellationToken cancel) =>
        db.Cycles.AsNoTracking().Where(row => row.PlanId == cycle.Plan && row.FiscalYear < cycle.FiscalYear && row.Runs.Any())
            .OrderByDescending(row => row.FiscalYear).Select(row => new EarlierCycle(row.Id, row.FiscalYear)).FirstOrDefaultAsync(cancel);
}
