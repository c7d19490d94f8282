using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Sheets;

/// <summary>What somebody typed into a sheet, read against what it showed.</summary>
internal sealed class SheetInput
{
    private readonly Sheet sheet;
    private readonly SheetValues values = new();
    private readonly List<SheetUnit> touched = [];
    private readonly List<EntryProblem> problems = [];

    /// <param name="typed">By the key of its field; what is not in it stays as the sheet shows it.</param>
    public SheetInput(Sheet sheet, IReadOnlyDictionary<string, string> typed)
    {
        this.sheet = sheet;
        foreach (var unit in sheet.Units)
            Read(unit, typed);
    }

    /// <summary>All that is wrong, in the order of the sheet.</summary>
    public IReadOnlyList<EntryProblem> Problems => problems;

    /// <summary>Whether anything differs from what the plan says.</summary>
    public bool IsTouched(SheetField field) => values.IsTouched(field.Key);

    /// <summary>The plan with what was typed. Only where there are no problems.</summary>
    public PlanDocument Apply()
    {
        var edits = new SheetEdits();
        foreach (var unit in touched)
            unit.Write(values, edits);
        return edits.Apply(sheet.Document);
    }

    /// <summary>The same as changes against what the sheet showed.</summary>
    public IReadOnlyList<PlanChange> Changes() => PlanDifference.Between(sheet.Document, Apply());

    private void Read(SheetUnit unit, IReadOnlyDictionary<string, string> typed)
    {
        var wrong = problems.Count;
        foreach (var field in unit.Fields)
        {
            var (value, problem) = !typed.TryGetValue(field.Key, out var text) || FieldText.IsTheSame(field, text) ? (field.Value, null) : FieldText.Read(field, text);
            values.Put(field, problem is null ? value : field.Value);
            if (problem is not null)
                problems.Add(problem);
        }
        var isTouched = unit.Fields.Any(field => values.IsTouched(field.Key));
        if (isTouched)
            touched.Add(unit);

        // What lies between the fields shows once each of them can be read.
        if (problems.Count == wrong && (isTouched || (unit.State == SheetUnitState.Open && !unit.IsSecret)))
            problems.AddRange(unit.Check(values));
    }
}
