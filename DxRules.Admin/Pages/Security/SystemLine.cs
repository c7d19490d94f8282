using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>An information system with the end of its support.</summary>
internal sealed record SystemLine(InformationSystem Record, DateOnly Today, IReadOnlyList<AlertLine> Alerts) : SecurityLine(Record.Id, Record.Owner, Alerts)
{
    /// <summary>Whether its support has ended while it is, or may be, in use.</summary>
    public override bool IsDue => Record.InUse != false && Record.SupportEndsOn?.Day < Today;

    /// <summary>The systems of each network, those whose support ends first before the others; where the network is not known last.</summary>
    public static IReadOnlyList<(NetworkSegment? Segment, IReadOnlyList<SystemLine> Systems)> BySegment(IEnumerable<SystemLine> systems) =>
    [
        .. systems.GroupBy(system => system.Record.Segment).OrderBy(group => group.Key ?? (NetworkSegment)int.MaxValue)
            .Select(group => (group.Key, (IReadOnlyList<SystemLine>)[.. group.OrderBy(system => system.Record.InUse == false).ThenBy(system => system.Record.SupportEndsOn?.Day ?? DateOnly.MaxValue)])),
    ];
}
