using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>What is completed has a day, and what has a day is completed.</summary>
internal static class Completion
{
    public static IEnumerable<EntryProblem> Check(WorkStatus? status, PlanDate? completed, string statusField, string dayField)
    {
        if (status == WorkStatus.Completed && completed is null)
            yield return new EntryProblem(dayField, "sheet.wrong.completedOn");
        if (status is not (null or WorkStatus.Completed) && completed is not null)
            yield return new EntryProblem(statusField, "sheet.wrong.notCompleted");
    }
}
