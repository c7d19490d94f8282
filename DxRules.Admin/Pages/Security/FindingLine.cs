using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>What an audit found.</summary>
/// <param name="Departments">Ids of the departments that were audited.</param>
internal sealed record FindingLine(AuditFinding Record, Engine.Plans.Audit Audit, IReadOnlyList<string> Departments, DateOnly Today, IReadOnlyList<AlertLine> Alerts)
    : SecurityLine(Record.Id, Departments.Count == 1 ? Departments[0] : null, Alerts)
{
    public bool IsOpen => Record.ClosedOn is null;

    public override bool IsDue => IsOpen && Record.DueOn?.Day < Today;

    /// <summary>What is open first, by the day by which it is to be put right; then what was put right last.</summary>
    public static IReadOnlyList<FindingLine> InOrder(IEnumerable<FindingLine> findings) =>
    [
        .. findings.OrderBy(finding => !finding.IsOpen).ThenBy(finding => finding.IsOpen ? finding.Record.DueOn?.Day ?? DateOnly.MaxValue : DateOnly.MinValue)
            .ThenByDescending(finding => finding.Record.ClosedOn?.Day ?? finding.Record.RaisedOn.Day),
    ];

    public static FindingLine Of(FindingNode finding, DateOnly today, IReadOnlyList<AlertLine> alerts) =>
        new(finding.Record, finding.Audit.Record, finding.Audit.Record.Departments ?? [], today, alerts);
}
