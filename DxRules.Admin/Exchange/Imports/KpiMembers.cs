using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What a row says of an indicator besides its figures.</summary>
internal sealed class KpiMembers(RowEntry row, Kpi kpi)
{
    public void Write()
    {
        if (row.Table.First(ImportField.Definition) is { } definition && row.Words(definition) is { } text)
            Set(definition, "definition", text, kpi.Definition is { } before && TextKeys.Key(before) == TextKeys.Key(text), now => now with { Definition = text });
        if (row.Table.First(ImportField.Unit) is { } unit && row.Words(unit) is { } named && kpi.Unit is null)
            Set(unit, "unit", named, false, now => now with { Unit = named });
        Word(ImportField.KpiKind, "kind", KpiWords.Kind, kpi.Kind, "活動指標・成果指標", (now, word) => now with { Kind = word });
        Word(ImportField.Aggregation, "aggregation", KpiWords.Aggregation, kpi.Aggregation, "年間・累計・時点", (now, word) => now with { Aggregation = word });
        Word(ImportField.Direction, "direction", KpiWords.Direction, kpi.Direction, "増加・減少・維持", (now, word) => now with { Direction = word });
    }

    private void Word<T>(ImportField field, string member, Func<string, T?> read, T? before, string words, Func<Kpi, T, Kpi> change) where T : struct
    {
        if (row.Table.First(field) is not { } column || row.Words(column) is not { } text)
            return;
        if (read(text) is { } word)
            Set(column, member, text, Equals(word, before), now => change(now, word));
        else
            row.Problems.NoWord(row.At(column), text, words);
    }

    private void Set(MappedColumn column, string member, string text, bool isSame, Func<Kpi, Kpi> change)
    {
        if (row.Says(kpi.Id, member, text, row.At(column), isSame))
            row.Work.Edits.Change(kpi.Id, change);
    }
}
