using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Who may bring and take over which spreadsheets.</summary>
internal static class ImportAccess
{
    /// <summary>Whether the person may bring figures of a department, or of the whole plan.</summary>
    /// <param name="department">Municipality and id; null for the whole plan, which the office brings, and of which an officer of security brings security alone.</param>
    public static bool MayBring(this Viewer viewer, string? department) =>
        department is null ? viewer.May(Access.RunCycles) || (viewer.May(Access.Enter) && viewer.SeesSecrets) : viewer.EntersOpen(department);

    /// <summary>Whether the person may go on with an import: who brought it, who holds its department, or the office.</summary>
    public static bool MayHandle(this Viewer viewer, ImportRow import) =>
        viewer.May(Access.Enter)
        && (viewer.May(Access.RunCycles) || (import.ById is { } by && by == viewer.UserId) || (import.Department is { } department && viewer.Departments.Contains(department)));

    /// <summary>
    /// Whether only who sees secrets may see a file: that of an officer of security, whatever is in it, and our own workbook of anybody who sees secrets,
    /// as it holds what its maker saw.
    /// </summary>
    public static bool KeepsSecret(this Viewer viewer, bool isOwn) => viewer.UserId is not null && viewer.SeesSecrets && (isOwn || !viewer.May(Access.RunCycles));
}
