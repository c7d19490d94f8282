using DxRules.Admin.Data;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>What a municipality does for information security, as it stands on a day, with what the latest check found of it.</summary>
/// <param name="IsStated">Whether the plan says anything about security.</param>
/// <param name="Controls">Null where nobody knows the list; likewise the others.</param>
internal sealed record SecurityView(
    PlanHead Plan,
    DateOnly Today,
    PlanDocument Document,
    bool IsStated,
    IReadOnlyList<ControlLine>? Controls,
    IReadOnlyList<SystemLine>? Systems,
    TrainingMatrix? Training,
    IReadOnlyList<FindingLine>? Findings,
    IReadOnlyList<ContractLine>? Contracts,
    IReadOnlyList<IncidentLine>? Incidents,
    SecurityAlerts Alerts)
{
    private readonly IReadOnlyDictionary<string, string> departments =
        (Document.Departments ?? []).GroupBy(department => department.Id).ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);

    /// <summary>Null where the viewer sees no such plan.</summary>
    public static async Task<SecurityView?> Read(AdminDb db, PlanDocuments documents, int plan, DateOnly today, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } seen)
            return null;
        var alerts = await SecurityAlerts.Read(db, plan, cancel);
        var document = OnlySecurity(seen.Document).AsOf(today).Document;
        var node = PlanSubjects.Build(document, today);
        return new SecurityView(
            head, today, document, document.Security is not null,
            node.Controls?.Select(control => ControlLine.Of(control, today, alerts.On(control.Id))).ToList(),
            node.Systems?.Select(system => new SystemLine(system.Record, today, alerts.On(system.Id))).ToList(),
            node.DepartmentChecks is null || node.Departments is null ? null : TrainingMatrix.Of(node, today),
            node.Findings is null ? null : FindingLine.InOrder(node.Findings.Select(finding => FindingLine.Of(finding, today, alerts.On(finding.Id)))),
            node.Contracts?.Select(contract => ContractLine.Of(contract.Record, today, alerts.On(contract.Id))).OrderBy(contract => contract.Record.EndsOn?.Day ?? DateOnly.MaxValue).ToList(),
            node.Incidents?.Select(incident => new IncidentLine(incident.Record, today, alerts.On(incident.Id))).OrderByDescending(incident => incident.Record.DiscoveredOn.Day).ToList(),
            alerts);
    }

    // Nothing else of the plan is shown, and without the rest it is quickly brought to a day.
    private static PlanDocument OnlySecurity(PlanDocument plan) =>
        plan with { Policies = [], Opinions = [], Benefits = [], Governance = null, Plan = plan.Plan with { Kpis = [], Revisions = [] } };

    /// <summary>What has to be done, kind by kind, what has waited longest first.</summary>
    public IReadOnlyList<SecurityDuty> Duties =>
    [
        new(SecurityDuty.Incidents, [.. (Incidents ?? []).Where(line => line.IsDue).OrderBy(line => line.Record.DiscoveredOn.Day).Select(line => new DutyLine(line, line.Record.Title, line.Record.DiscoveredOn.Day))]),
        new(SecurityDuty.Findings, [.. (Findings ?? []).Where(line => line.IsDue).OrderBy(line => line.Record.DueOn!.Value.Day).Select(line => new DutyLine(line, null, line.Record.DueOn!.Value.Day))]),
        new(SecurityDuty.Systems, [.. (Systems ?? []).Where(line => line.IsDue).OrderBy(line => line.Record.SupportEndsOn!.Value.Day).Select(line => new DutyLine(line, line.Record.Name, line.Record.SupportEndsOn!.Value.Day))]),
        new(SecurityDuty.Controls, [.. (Controls ?? []).Where(line => line.IsDue).OrderBy(line => line.NextDueOn ?? DateOnly.MinValue).Select(line => new DutyLine(line, line.Record.Title, line.NextDueOn))]),
    ];

    /// <summary>The departments that answer for anything here, in the order of the plan.</summary>
    public IReadOnlyList<(string Id, string Name)> Owners
    {
        get
        {
            IEnumerable<SecurityLine> lines = [.. Controls ?? [], .. Systems ?? [], .. Findings ?? [], .. Contracts ?? []];
            var owners = lines.Select(line => line.Owner).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return [.. (Document.Departments ?? []).Where(department => owners.Contains(department.Id)).Select(department => (department.Id, department.Name))];
        }
    }

    public string? NameOf(string? department) => department is null ? null : departments.GetValueOrDefault(department, department);
}

/// <summary>What has to be done of one kind.</summary>
/// <param name="Kind">As texts and anchors call it.</param>
internal sealed record SecurityDuty(string Kind, IReadOnlyList<DutyLine> Lines)
{
    public const string Incidents = "incidents";
    public const string Findings = "findings";
    public const string Systems = "systems";
    public const string Controls = "controls";
}

/// <param name="Title">Null of a finding, which is known by its audit.</param>
/// <param name="Since">The day that has passed; null where there was none.</param>
internal sealed record DutyLine(SecurityLine Line, string? Title, DateOnly? Since);
