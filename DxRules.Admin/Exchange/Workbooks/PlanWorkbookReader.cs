using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Marks;
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
        foreach (var problem in file.Problems.Where(problem => !IsHiddenByUs(problem)))
            problems.Add(AsToldOfAPlan(problem));
        return file.Grids is { } grids ? Read(name, [.. grids.Select(SheetTable.Of)], problems) : new WorkbookReading(null, problems.All);
    }

    /// <summary>The same of sheets that were read already.</summary>
    public static WorkbookReading Read(string name, IReadOnlyList<SheetTable> tables, CellProblems problems)
    {
        var plan = Build(tables, problems);
        var about = WorkbookAbout.Read(tables);
        if (plan is null || problems.AnyErrors)
            return new WorkbookReading(null, problems.All) { About = about };
        var (json, places) = PlanParts.Write(plan);
        var reading = PlanReader.Read(new SourceText(name, json));
        var all = problems.All.Concat(reading.Diagnostics.Select(found => new CellProblem(places.At(found.Span.Start), found)));
        return new WorkbookReading(reading.Document, [.. all]) { About = about, Parts = plan };
    }

    // Forms hide sheets and columns that nobody fills in; rows are hidden by people only.
    private static bool IsHiddenByUs(CellProblem problem) =>
        problem.At?.Sheet == WorkbookChoices.SheetName || problem.Problem.Code == "DX624" || problem is { Problem.Code: "DX625", At.Row: 1 };

    // On a sheet of somebody's own a formula may give an error where nothing is read; here every cell is of the plan.
    private static CellProblem AsToldOfAPlan(CellProblem problem) =>
        problem.Problem.Code == "DX608" ? problem with { Problem = problem.Problem with { Severity = DiagnosticSeverity.Error } } : problem;

    private static PlanParts.Object? Build(IReadOnlyList<SheetTable> tables, CellProblems problems)
    {
        var building = new PlanBuilding(problems);
        foreach (var table in tables.Where(table => table.Name is not (WorkbookAbout.SheetName or WorkbookChoices.SheetName or MarkedWorkbook.ListName) && WorkbookShape.Instance.Sheets.All(shape => shape.Name != table.Name)))
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
internal sealed record WorkbookReading(PlanDocument? Document, IReadOnlyList<CellProblem> Problems)
{
    /// <summary>What it says of itself; null where it has no such sheet.</summary>
    public WorkbookAbout? About { get; init; }

    /// <summary>The plan with the cells it came from; null where it cannot be read.</summary>
    public PlanParts.Object? Parts { get; init; }
}
