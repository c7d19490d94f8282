using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>What it means that a run gave no alert: all is well only where everything could be judged.</summary>
internal static class NoAlerts
{
    public static string Of(RunHead run, Texts texts) => run.Counts switch
    {
        { Undetermined: > 0 } or { Faults: > 0 } => texts["alerts.noneButUndetermined", texts.Count("result", run.Counts.Undetermined + run.Counts.Faults)],
        _ => texts["alerts.allClear", texts.Date(run.AsOf), texts.Count("rule", run.Rules)],
    };
}
