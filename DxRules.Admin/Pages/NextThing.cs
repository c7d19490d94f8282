using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Cycles;
using DxRules.Admin.People;

namespace DxRules.Admin.Pages;

/// <summary>What somebody does next in a cycle (次にすること), by their roles: the most pressing of what is theirs.</summary>
/// <param name="Key">Of its words.</param>
/// <param name="Count">How much of it there is; null where that is not counted.</param>
/// <param name="Step">The step it is about; null where it is about none.</param>
internal sealed record NextThing(string Key, string Address, int? Count = null, StepLine? Step = null)
{
    /// <param name="steps">Of the cycle, in their order.</param>
    public static NextThing Of(Roles roles, CycleChoice cycle, bool isChecked, HomeCounts counts, IReadOnlyList<StepLine> steps)
    {
        var list = new NextThing("home.next.list", new AlertFilter().Address(cycle.Id));
        if (!cycle.IsOpen)
            return list;
        if (counts.Sheets > 0)
            return new("home.next.sheet", $"/cycles/{cycle.Id}/sheet");
        if (counts.Mine > 0)
            return new("home.next.answer", new AlertFilter { Department = AlertFilter.Mine, Work = WorkStateWords.ToAnswer }.Address(cycle.Id), counts.Mine);
        if (counts.Submitted > 0 && roles.Allows(Access.Approve))
            return new("home.next.approve", $"/cycles/{cycle.Id}/approvals", counts.Submitted);
        if (counts.ToPublish > 0)
            return new("home.next.publication", $"/cycles/{cycle.Id}/publication");
        if (counts.Security > 0)
            return new("home.next.security", new AlertFilter { Category = DxRules.Engine.Rules.RuleCategory.Security, Work = WorkStateWords.ToAnswer }.Address(cycle.Id), counts.Security);
        if (roles.Allows(Access.RunCycles) && steps.FirstOrDefault(step => step.DoneAt is null) is { } next)
            return new("home.next.step", next.Step == CycleStep.Publication ? $"/cycles/{cycle.Id}/publication" : $"/cycles/{cycle.Id}", Step: next);
        return isChecked ? list : new("home.next.cycle", $"/cycles/{cycle.Id}");
    }

    public string In(Texts texts) => this switch
    {
        { Count: { } count } => texts[Key, count],
        { Step: { } step } => texts[Key, texts[$"step.{step.Step}"]],
        _ => texts[Key],
    };
}
