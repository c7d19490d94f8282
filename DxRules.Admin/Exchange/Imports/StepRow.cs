namespace DxRules.Admin.Exchange.Imports;

/// <summary>A row about a phase or milestone.</summary>
internal sealed class StepRow(ImportWork work, SubjectFinder finder) : IRowReading
{
    public RowFinding Read(RowEntry row)
    {
        if (row.Table.Text(row.Row, ImportField.Id) is { } id && work.Index.ById(id) is IndexedStep byId)
            return Found(row, byId, byId.Title);
        if (row.Labels.GetValueOrDefault(ImportField.StepTitle) is not { } title)
        {
            work.Problems.NoName(row.Head);
            return new RowFinding(null, "");
        }
        IndexedInitiative? initiative = null;
        if (row.Labels.ContainsKey(ImportField.InitiativeTitle) || row.Labels.ContainsKey(ImportField.InitiativeNumber))
        {
            initiative = finder.Initiative(row.Labels, finder.Policy(row.Labels), out var isUnclear);
            if (isUnclear)
            {
                row.Block();
                return new RowFinding(null, title.Text);
            }
        }
        if (finder.Step(title, initiative, out var isBlocked) is { } step)
            return Found(row, step, title.Text);
        if (isBlocked)
            row.Block();
        else
            work.Problems.NotFound(title.At, "工程・期日", "phase or milestone", title.Text, finder.NearestStep(title.Text), addsRows: false);
        return new RowFinding(null, title.Text);
    }

    private static RowFinding Found(RowEntry row, IndexedStep step, string title) => new(step.Id, title, step.Id, Write: new StepEntry(row, step).Write);
}
