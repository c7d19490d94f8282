using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>An incident, and whether it was reported where it has to be.</summary>
internal sealed record IncidentLine(Incident Record, DateOnly Today, IReadOnlyList<AlertLine> Alerts) : SecurityLine(Record.Id, null, Alerts)
{
    /// <summary>Whether a report that the law asks for is still to be made; when it is late is for the rules to say.</summary>
    public bool IsUnreported => Record.Reportable == true && Record.FinalReportedOn is null;

    public override bool IsDue => IsUnreported;

    public bool IsOpen => Record.ClosedOn is null;

    public int Days => Today.DayNumber - Record.DiscoveredOn.Day.DayNumber;
}
