using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Since when something has been observed.</summary>
internal static class FirstSeen
{
    /// <param name="history">Newest first.</param>
    public static string Of(IReadOnlyList<HistoryEntry> history, Texts texts)
    {
        var first = history.LastOrDefault(entry => entry.Observed is not null) ?? history[^1];
        return texts["history.run", texts.FiscalYear(first.FiscalYear), first.Number];
    }
}
