namespace DxRules.Admin.Pages.Alerts;

/// <summary>A line of the list and what stands under it.</summary>
/// <param name="Folded">As many as stand on the page.</param>
/// <param name="FoldedCount">How many there are.</param>
internal sealed record ShownLine(IndexModel Page, AlertLine Line, IReadOnlyList<AlertLine> Folded, int FoldedCount);
