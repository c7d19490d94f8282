using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;

namespace DxRules.Admin.Pages.Cycles;

/// <summary>What somebody does next for a review, by their role.</summary>
/// <param name="Sentence">What there is to be done.</param>
/// <param name="Button">The words of the link that leads there.</param>
internal sealed record NextAction(string Sentence, string Button, string Address)
{
    /// <summary>Null where there is nothing to do for them.</summary>
    public static NextAction? Of(CyclePage page, Viewer viewer, Texts texts)
    {
        if (page.Next is not { } next)
            return null;
        if (viewer.May(Access.Enter) && page.OwnSheets.Count > 0)
            return new(texts["next.ownSheet", string.Join(texts["role.and"], page.OwnSheets.Select(sheet => sheet.Department))], texts["next.toSheet"], $"/cycles/{page.Cycle.Id}/sheet");
        var alerts = $"/cycles/{page.Cycle.Id}/alerts";
        if (!viewer.May(Access.RunCycles))
            return viewer.May(Access.Enter) && page.Open.Unanswered > 0 ? new(texts["next.answer", page.Open.Unanswered], texts["next.toAlerts"], alerts) : null;
        return next.Step switch
        {
            CycleStep.Entry when page.SheetsMissing > 0 => new(texts["next.sheets", page.SheetsMissing], texts["reminder.title"], $"/cycles/{page.Cycle.Id}/reminders"),
            CycleStep.Entry => new(texts["next.sheetsDone"], texts["next.toSteps"], "#steps"),
            CycleStep.Check when page.Runs.Count == 0 => new(texts["next.check"], texts["next.toCheck"], $"{alerts}#runs"),
            CycleStep.Check => new(texts["next.checked"], texts["next.toAlerts"], alerts),
            CycleStep.Approval when page.Open.Waiting > 0 => new(texts["next.approve", page.Open.Waiting], texts["next.toAlerts"], alerts),
            CycleStep.Approval => new(texts["next.approval", page.Open.Unanswered], texts["next.toAlerts"], alerts),
            CycleStep.Report => new(texts["next.report"], texts["next.toMeetings"], $"/plans/{page.Cycle.Plan}/governance"),
            CycleStep.Publication => new(texts["next.publish"], texts["next.toPublication"], $"/cycles/{page.Cycle.Id}/publication"),
            _ => new(texts["next.close"], texts["next.toClose"], $"/cycles/{page.Cycle.Id}/close"),
        };
    }
}
