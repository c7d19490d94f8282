using DxRules.Admin.Data;

namespace DxRules.Admin.Cycles;

/// <summary>When the steps of a review usually are done, from how cities work through the year after the one under review.</summary>
internal static class CycleCalendar
{
    /// <summary>The steps in their order, each with its usual last day.</summary>
    public static IReadOnlyList<(CycleStep Step, DateOnly DueOn)> Usual(int fiscalYear)
    {
        var work = fiscalYear + 1;
        return
        [
            // Accounts close on 31 May; the departments then have a month.
            (CycleStep.Entry, new(work, 6, 30)),
            (CycleStep.Check, new(work, 7, 15)),
            (CycleStep.Approval, new(work, 7, 31)),
            (CycleStep.Report, new(work, 8, 31)),

            // Before the budget is asked for.
            (CycleStep.Publication, new(work, 10, 31)),
            (CycleStep.Close, new(work + 1, 3, 31)),
        ];
    }
}
