using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>A row about an initiative, and maybe one of its indicators.</summary>
internal sealed class InitiativeRow(ImportWork work, SubjectFinder finder) : IRowReading
{
    private readonly KpiRow kpis = new(work, finder);
    private readonly Dictionary<string, Initiative> added = new(StringComparer.Ordinal);

    public RowFinding Read(RowEntry row)
    {
        var policy = finder.Policy(row.Labels);
        var title = (row.Labels.GetValueOrDefault(ImportField.InitiativeTitle) ?? row.Labels.GetValueOrDefault(ImportField.InitiativeNumber))?.Text ?? "";
        var isBlocked = false;
        var found = row.Table.Text(row.Row, ImportField.Id) is { } id && work.Index.ById(id) is IndexedInitiative byId ? byId : finder.Initiative(row.Labels, policy, out isBlocked);
        if (found is not null)
            return Found(row, found.Record, found.Policy, title.Length > 0 ? title : found.Record.Title, isNew: false);
        if (isBlocked)
            row.Block();
        else if (Add(row, policy) is { } made)
            return Found(row, made, policy!, title, isNew: true);
        else if (row.Labels.ContainsKey(ImportField.KpiTitle) && title.Length == 0)
            return kpis.Read(row, policy, null);
        else if (row.IsTotal)
            return RowFinding.Total;
        else
            TellUnknown(row, title);
        return new RowFinding(null, title);
    }

    private RowFinding Found(RowEntry row, Initiative initiative, Policy policy, string title, bool isNew)
    {
        if (row.Table.Text(row.Row, ImportField.KpiTitle) is null && row.Table.Text(row.Row, ImportField.Segment) is null)
            return new RowFinding(initiative.Id, title, initiative.Id, isNew, new InitiativeEntry(row, initiative, policy).Write);
        var kpi = kpis.Read(row, policy, initiative);
        return new RowFinding(initiative.Id, kpi.Title.Length > 0 ? $"{title} › {kpi.Title}" : title, kpi.Key is null ? null : $"{initiative.Id} {kpi.Key}", isNew || kpi.IsNew, () =>
        {
            new InitiativeEntry(row, initiative, policy).Write();
            kpi.Write?.Invoke();
        });
    }

    private Initiative? Add(RowEntry row, Policy? policy)
    {
        if (!row.Table.Mapping.AddsRows || policy is null || row.Labels.GetValueOrDefault(ImportField.InitiativeTitle) is not { } label || row.IsTotal)
            return null;
        var key = $"{policy.Id} {TextKeys.Key(label.Text)}";
        if (!added.TryGetValue(key, out var initiative))
        {
            var split = SubjectFinder.SplitNumber(label.Text);
            var number = row.Labels.GetValueOrDefault(ImportField.InitiativeNumber)?.Text ?? split?.Number;
            var title = (row.Labels.ContainsKey(ImportField.InitiativeNumber) ? label.Text : split?.Title ?? label.Text).Replace("\n", "", StringComparison.Ordinal);
            added.Add(key, initiative = new Initiative { Id = work.Ids.Initiative(policy, number, title), Number = number, Title = title });
            work.Edits.Add(policy.Id, initiative, label.At);
        }
        return initiative;
    }

    private void TellUnknown(RowEntry row, string title)
    {
        if (title.Length == 0)
            work.Problems.NoName(row.Head);
        else
            work.Problems.NotFound(row.Head, "取組", "initiative", title, finder.NearestInitiative(title), row.Table.Mapping.AddsRows);
    }
}
