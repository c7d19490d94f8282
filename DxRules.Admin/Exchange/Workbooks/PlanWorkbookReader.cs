using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>Reads a workbook as <see cref="PlanWorkbook"/> writes it. All that is wrong is told at once, each with its sheet and cell.</summary>
internal static class PlanWorkbookReader
{
    /// <param name="name">How messages name the file.</param>
    public static WorkbookReading Read(string name, ReadOnlyMemory<byte> content)
    {
        var problems = new CellProblems(name);
        var file = GridFile.Read(name, content);
        foreach (var problem in file.Problems)
            problems.Add(AsToldOfAPlan(problem));
        var plan = file.Grids is { } grids ? Build([.. grids.Select(SheetTable.Of)], problems) : null;
        if (plan is null || problems.AnyErrors)
            return new WorkbookReading(null, problems.All);
        var (json, places) = PlanParts.Write(plan);
        var reading = PlanReader.Read(new SourceText(name, json));
        return new WorkbookReading(reading.Document, [.. problems.All, .. reading.Diagnostics.Select(found => new CellProblem(places.At(found.Span.Start), found))]);
    }

    // On a sheet of somebody's own a formula may give an error where nothing is read; here every cell is of the plan.
    private static CellProblem AsToldOfAPlan(CellProblem problem) =>
        problem.Problem.Code == "DX608" ? problem with { Problem = problem.Problem with { Severity = DiagnosticSeverity.Error } } : problem;

    private static PlanParts.Part? Build(IReadOnlyList<SheetTable> tables, CellProblems problems)
    {
        var building = new PlanBuilding(problems);
        foreach (var table in tables.Where(table => WorkbookShape.Instance.Sheets.All(shape => shape.Name != table.Name)))
            problems.Sheet(table.Name, "DX605", "知らないシートです。シート名を変えていないか確かめてください。", "Unknown sheet. See whether its name was changed.");
        foreach (var shape in WorkbookShape.Instance.Sheets)
        {
            if (tables.FirstOrDefault(table => table.Name == shape.Name) is { } table)
                building.Add(shape, table);
            else if (shape.Member is null)
                problems.Sheet(shape.Name, "DX606", $"シート「{shape.Name}」がありません。", $"There is no sheet '{shape.Name}'.");
        }
        return building.Plan;
    }
}

/// <summary>What came of reading a workbook.</summary>
/// <param name="Document">The plan; null where anything is an error.</param>
/// <param name="Problems">Each with its cell; a cell is null where the file as a whole is meant.</param>
internal sealed record WorkbookReading(PlanDocument? Document, IReadOnlyList<CellProblem> Problems);
