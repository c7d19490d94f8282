using DxRules.Admin.Pages.Alerts;

namespace DxRules.Admin.Pages.Security;

/// <summary>A row of the security page.</summary>
/// <param name="Owner">Id of the department that answers for it; null where none is named.</param>
/// <param name="Alerts">What the latest check found of it, gravest first.</param>
internal abstract record SecurityLine(string Id, string? Owner, IReadOnlyList<AlertLine> Alerts)
{
    /// <summary>Whether its own facts say that something is to be done today: a day has passed, a report was not made.</summary>
    public abstract bool IsDue { get; }

    /// <summary>Whether somebody has to do something: its own facts say so, or the check found something.</summary>
    public bool NeedsWork => IsDue || Alerts.Count > 0;
}

/// <summary>What of a page is shown.</summary>
/// <param name="Department">Id of the department whose rows alone are shown; null for all.</param>
/// <param name="OnlyDue">Whether only what needs work is shown.</param>
internal sealed record SecurityFilter(string? Department, bool OnlyDue)
{
    public const string Due = "due";

    public bool Holds(SecurityLine line) => (Department is null || line.Owner == Department) && (!OnlyDue || line.NeedsWork);

    public IReadOnlyList<T> Of<T>(IEnumerable<T> lines)
        where T : SecurityLine => [.. lines.Where(Holds)];

    public string Address(int plan)
    {
        var query = new[] { OnlyDue ? $"show={Due}" : null, Department is { } department ? $"department={Uri.EscapeDataString(department)}" : null }.OfType<string>().ToList();
        return $"/plans/{plan}/security{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }
}
