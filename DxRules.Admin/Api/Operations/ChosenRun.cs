using DxRules.Admin.Pages.Alerts;

namespace DxRules.Admin.Api.Operations;

/// <summary>The check of a cycle that is asked for: that from which a list was begun, that of a number, the latest as of a day, or the latest.</summary>
internal static class ChosenRun
{
    /// <param name="runs">Newest first.</param>
    /// <returns>Null where there is none.</returns>
    public static RunHead? Of(IReadOnlyList<RunHead> runs, ApiCall call)
    {
        if (call.After is { } after)
            return runs.FirstOrDefault(run => run.Id == after.List);
        var (number, day) = (call.NumberOrNull("run"), call.Date("asOf"));
        return runs.FirstOrDefault(run => (number is null || run.Number == number) && (day is null || run.AsOf <= day));
    }

    public static bool IsAsked(ApiCall call) => call.After is not null || call.NumberOrNull("run") is not null || call.Date("asOf") is not null;
}
