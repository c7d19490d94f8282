using System.Globalization;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Publishing.OpenData;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>Reads kpis.csv of another municipality.</summary>
internal sealed class PeerTable(string name, Grid grid, IReadOnlyList<CellProblem> found)
{
    private const int MostTold = 20;

    // What is longer is no title or definition and is passed over.
    private const int LongestText = 4000;

    private static readonly LocalizedText Day = new("日付（2026-03-31 の形）", "a date such as 2026-03-31");
    private static readonly LocalizedText Year = new("年度（西暦の4桁）", "a fiscal year of four digits");
    private static readonly LocalizedText Number = new("数", "a number");

    private readonly List<CellProblem> problems = [.. found];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Whether the headings are those of one of our tables of published data.</summary>
    public static bool Is(Grid grid) =>
        grid.Rows is [var heads, ..] && KpiTable.Table.Columns.Take(7).Index().All(column => heads.ElementAtOrDefault(column.Index)?.Text == column.Item.Name.Ja);

    public PeerReading Read()
    {
        foreach (var (place, cell) in grid.Rows[0].Index().Where(head => head.Item is not null))
            places.TryAdd(cell!.Text, place);
        foreach (var column in KpiTable.Table.Columns.Where(column => !places.ContainsKey(column.Name.Ja)).Take(MostTold))
            problems.Add(new CellProblem(new CellPlace(grid.Name, 1, 0), PeerProblems.NoColumn(name, column.Name.Ja)));
        if (problems.Exists(problem => problem.IsError))
            return new PeerReading(null, problems);
        var rows = Enumerable.Range(2, Math.Max(0, grid.Rows.Count - 1)).Where(row => grid.Rows[row - 1].Any(cell => cell is not null)).ToList();
        var file = Head(rows) is { } head ? head with { Series = Series(rows) } : null;
        return file is null || problems.Exists(problem => problem.IsError) ? new PeerReading(null, problems) : PeerFiles.Checked(name, file, problems);
    }

    private PeerFile? Head(List<int> rows)
    {
        if (rows is not [var first, ..])
            return new PeerFile("", "", "", default, []);
        if (rows.Select(row => (Text(row, "localGovernmentCode"), Text(row, "planId"), Text(row, "asOf"))).Distinct().Count() > 1)
        {
            Tell(first, "localGovernmentCode", PeerProblems.SeveralPlaces(name));
            return null;
        }
        var code = Text(first, "localGovernmentCode") ?? "";
        if (!LocalGovernmentCode.TryParse(code, out _))
            Tell(first, "localGovernmentCode", PeerProblems.WrongCode(name, code, code.Length == 6 && LocalGovernmentCode.ExpectedCheckDigit(code) is { } digit ? code[..5] + digit : null));
        return new PeerFile(code, Needed(first, "municipality"), Text(first, "plan") ?? "", DayOf(first, "asOf") ?? default, []);
    }

    private List<PeerSeries> Series(List<int> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !seen.Add(Needed(row, "id"))))
            Tell(row, "id", PeerProblems.Twice(name, Needed(row, "id")));
        return [.. rows.Where(row => Text(row, "actual") is not null).GroupBy(row => Needed(row, "seriesId"), StringComparer.Ordinal).Select(Series)];
    }

    private PeerSeries Series(IGrouping<string, int> rows)
    {
        var first = rows.First();
        var figures = rows.Select(FigureOf).OfType<PeerFigure>().ToList();
        foreach (var twice in figures.GroupBy(figure => figure.FiscalYear).SelectMany(year => year.Skip(1)))
            Tell(twice.Row, "fiscalYear", PeerProblems.Twice(name, string.Create(CultureInfo.InvariantCulture, $"{rows.Key}:{twice.FiscalYear}")));
        return new PeerSeries(rows.Key, Needed(first, "name"), Text(first, "segment"), Text(first, "definition"), Text(first, "unit"),
            WordOf<Aggregation>(first, "aggregation"), WordOf<Direction>(first, "direction"), [.. figures.OrderBy(figure => figure.FiscalYear)]);
    }

    private PeerFigure? FigureOf(int row)
    {
        var isYear = int.TryParse(Text(row, "fiscalYear"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= PlanLimits.FirstYear and <= PlanLimits.LastYear;
        if (!isYear)
            Wrong(row, "fiscalYear", Year);
        var isValue = decimal.TryParse(Text(row, "actual"), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        if (!isValue)
            Wrong(row, "actual", Number);
        var asOf = DayOf(row, "actualAsOf");
        return isYear && isValue ? new PeerFigure(year, value, asOf, WordOf<ActualStatus>(row, "actualStatus") == ActualStatus.Provisional, row) : null;
    }

    private DateOnly? DayOf(int row, string column)
    {
        if (Text(row, column) is not { } text)
        {
            if (column == "asOf")
                Wrong(row, column, Day);
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= PlanLimits.FirstYear and <= PlanLimits.LastYear)
            return day;
        Wrong(row, column, Day);
        return null;
    }

    private T? WordOf<T>(int row, string column) where T : struct, Enum
    {
        if (Text(row, column) is not { } text)
            return null;
        if (CellWords.Read(typeof(T), text) is { } word)
            return (T)PlanWords.Of(typeof(T))[word];
        Wrong(row, column, new($"{string.Join("、", CellWords.All(typeof(T)))}のどれか", $"one of {string.Join(", ", PlanWords.Of(typeof(T)).Keys)}"));
        return null;
    }

    private string Needed(int row, string column)
    {
        if (Text(row, column) is { } text)
            return text;
        Wrong(row, column, new("文字列", "a text"));
        return "";
    }

    private string? Text(int row, string column) =>
        grid.At(row, places[HeadingOf(column)])?.Text is { Length: <= LongestText } written && CsvCell.TextOf(written).Trim() is { Length: > 0 } text ? text : null;

    private void Wrong(int row, string column, LocalizedText expected) =>
        Tell(row, column, PeerProblems.NotReadable(name, HeadingOf(column), Engine.Plans.Reading.Expected.Short(Text(row, column) ?? ""), expected));

    private void Tell(int row, string column, Diagnostic problem)
    {
        if (problems.Count < MostTold)
            problems.Add(new CellProblem(new CellPlace(grid.Name, row, places[HeadingOf(column)]), problem));
    }

    private static string HeadingOf(string column) => KpiTable.Table.Columns[KpiTable.Table.PlaceOf(column)].Name.Ja;
}
