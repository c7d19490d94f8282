using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What rows say of what they are about. A policy or initiative that stands above several rows once is theirs all.</summary>
internal sealed class RowLabels(MappedTable table)
{
    // From what holds others to what is held.
    private static readonly ImportField[][] Levels =
    [
        [ImportField.PolicyNumber, ImportField.PolicyTitle],
        [ImportField.InitiativeNumber, ImportField.InitiativeTitle],
        [ImportField.KpiTitle, ImportField.StepTitle],
        [ImportField.Segment],
    ];

    private readonly Dictionary<ImportField, RowLabel> before = [];

    /// <summary>What a row says, from top to bottom of the table.</summary>
    public IReadOnlyDictionary<ImportField, RowLabel> Of(int row)
    {
        var own = Levels.Select(level => level.Where(table.Has).Select(field => Read(row, field)).OfType<RowLabel>().ToList()).ToList();
        var deepest = own.FindLastIndex(labels => labels.Count > 0);
        var isOther = false;
        for (var i = 0; i < Levels.Length; i++)
        {
            // Below another policy nothing of the one before goes on; and what nothing stands below, is not carried down to it.
            isOther |= own[i].Any(label => before.GetValueOrDefault(label.Field)?.Text != label.Text);
            if (own[i].Count > 0 || isOther || i > deepest)
            {
                foreach (var field in Levels[i])
                    before.Remove(field);
            }
            foreach (var label in own[i])
                before[label.Field] = label;
        }
        return new Dictionary<ImportField, RowLabel>(before);
    }

    private RowLabel? Read(int row, ImportField field)
    {
        var column = table.First(field)!;
        if (table.Label(row, column) is not { } text || TextKeys.Key(text).Length == 0)
            return null;
        var at = table.Text(row, column) is null && table.Table.Grid.AreaAt(row, column.Place) is { } area
            ? new CellPlace(table.Table.Grid.Name, area.FirstRow, area.FirstColumn)
            : table.At(row, column);
        return new RowLabel(field, text, at);
    }
}

/// <param name="At">The cell in which it stands, of merged ones the first.</param>
internal sealed record RowLabel(ImportField Field, string Text, CellPlace At);
