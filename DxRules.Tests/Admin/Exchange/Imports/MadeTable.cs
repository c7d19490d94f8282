using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Exchange.Imports;

/// <summary>Tables as they are found on sheets, made by hand: a heading in row 1, data below.</summary>
internal static class MadeTable
{
    public static readonly DateOnly Today = new(2025, 6, 2);

    public static PlanDocument Plan(string name = "demo-city") =>
        PlanReader.Read(name, File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", name + ".json"))).Document!;

    /// <param name="headings">Each with the fiscal year behind a @ and the unit behind a #, as a table's column has them: 実績値@2024#%.</param>
    public static Table Of(string headings, params object?[][] rows)
    {
        var columns = headings.Split('|').Select((heading, place) => Column(heading, place)).ToList();
        GridCell?[][] all = [[.. columns.Select(column => new GridCell(column.Heading, column.Heading))], .. rows.Select(row => row.Select(Cell).ToArray())];
        return new Table(new Grid("シート1", all), 1, 2, all.Length, columns) { Rows = [.. Enumerable.Range(2, rows.Length)] };
    }

    public static ImportProposal Propose(PlanDocument plan, Table table, Func<TableMapping, TableMapping>? changed = null)
    {
        var guess = MappingGuess.Of(table, plan);
        return TableImport.Propose(plan, [(table, changed?.Invoke(guess) ?? guess)], Today, null, default);
    }

    private static TableColumn Column(string heading, int place)
    {
        var unit = heading.Split('#') is [_, var named] ? named : null;
        var year = heading.Split('#')[0].Split('@') is [_, var number] ? int.Parse(number) : (int?)null;
        return new TableColumn(place, heading.Split('#')[0].Split('@')[0], unit, year is { } known ? new TablePeriod(known, false, $"{known}年度") : null, false);
    }

    private static GridCell? Cell(object? value) => value switch
    {
        null or "" => null,
        int number => new GridCell((double)number, number.ToString()),
        double number => new GridCell(number, number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        DateTime day => new GridCell(day, day.ToString("yyyy/M/d")),
        _ => new GridCell(value, value.ToString()!),
    };
}
