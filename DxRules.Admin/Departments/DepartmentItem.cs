namespace DxRules.Admin.Departments;

/// <summary>Something in a plan that names a department as the one that answers for it.</summary>
/// <param name="Subject">The id of the object.</param>
/// <param name="Member">Its member that names the department.</param>
/// <param name="Kind">Its kind, by the name of its record: Policy, Initiative, Control …</param>
/// <param name="Named">The ids under which it names the department: the department's own, or those of departments that it succeeded.</param>
/// <param name="IsOver">Whether it belongs to the past, so that it stays with the department of its time: an audit held, a report handed in.</param>
internal sealed record DepartmentItem(string Subject, string Member, string Kind, string Title, IReadOnlyList<string> Named, bool IsOver)
{
    /// <summary>Tells it apart from the others of a plan.</summary>
    public string Key => $"{Subject}/{Member}";
}
