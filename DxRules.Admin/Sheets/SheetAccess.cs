using DxRules.Admin.People;

namespace DxRules.Admin.Sheets;

/// <summary>Whose sheets a person may fill in.</summary>
internal static class SheetAccess
{
    /// <param name="department">Municipality and id: 062014/kikaku.</param>
    public static bool MayOpen(this Viewer viewer, string department) => viewer.May(Access.Approve) || viewer.Departments.Contains(department);

    /// <summary>Whether the person enters what everybody may see: for the department itself or, from the DX office, in its place.</summary>
    public static bool EntersOpen(this Viewer viewer, string department) => viewer.May(Access.RunCycles) || viewer.Departments.Contains(department);

    /// <summary>
    /// The id of the department in whose place the person enters (代理入力); null where it is their own to enter, as security is for its officer.
    /// </summary>
    public static string? InPlaceOf(this Viewer viewer, string department) =>
        viewer.UserId is null || viewer.Departments.Contains(department) || !viewer.EntersOpen(department) ? null : department.Split('/')[1];
}
