using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Joins the headings of a table to one for each column.</summary>
internal static partial class TableColumns
{
    private const int LongestHeading = 200;

    public static IReadOnlyList<TableColumn> Of(SheetView view, HeadingRows rows, IReadOnlySet<int> filled)
    {
        var groups = GroupsOf(view, rows);
        var columns = new List<TableColumn>();
        for (var place = view.First; place <= view.Last; place++)
        {
            var parts = PartsOf(view, rows, place, groups);
            if (parts.Count > 0 || filled.Contains(place))
                columns.Add(Joined(place, parts));
        }
        return WithYearsCountedOn(columns);
    }

    /// <summary>A heading with the unit and the year taken out of it.</summary>
    private static TableColumn Joined(int place, IReadOnlyList<HeadingPart> parts)
    {
        var (heading, unit, period, isProvisional) = (new StringBuilder(), (string?)null, (TablePeriod?)null, false);
        foreach (var part in parts)
        {
            var (year, withoutYear) = YearText.Find(part.Text);
            var (own, words) = UnitText.Find(withoutYear);
            own ??= parts.Count > 1 ? UnitText.Only(withoutYear) : null;
            words = own is not null && UnitText.Only(withoutYear) is not null ? "" : words;
            (unit, period) = (own ?? unit, year ?? period);
            isProvisional |= Provisional().IsMatch(words);

            // 令和６年度（見込）: a mark of the year, not a name of the column.
            words = ProvisionalMark().Replace(SignExplained().Replace(words, ""), "").Trim();
            if (year is not null && words.StartsWith('の'))
                words = words[1..];
            if (words.Length == 0 || LineWording.IsFormula(words))
                continue;
            if (heading.Length > 0 && part.IsOwnLine)
                heading.Append(' ');
            heading.Append(words);
        }
        var text = heading.ToString();
        return new TableColumn(place, text.Length <= LongestHeading ? text : text[..LongestHeading], unit, period, isProvisional);
    }

    /// <summary>What stands over a column, from the top; merged cells stand over each of their columns.</summary>
    private static List<HeadingPart> PartsOf(SheetView view, HeadingRows rows, int place, Dictionary<(int Row, int Column), int> groups)
    {
        var parts = new List<HeadingPart>();
        var wasGroup = false;
        for (var row = rows.First; row <= rows.Last; row++)
        {
            var area = view.Grid.AreaAt(row, place);
            var from = area?.FirstColumn ?? (view.Kind(row, place) == CellKind.Blank ? groups.GetValueOrDefault((row, place), place) : place);
            if (area is not null && (area.FirstRow < row && row > rows.First))
                continue;
            var cell = area is null ? view.Grid.At(row, from) : view.Grid.At(area.FirstRow, area.FirstColumn);
            var text = CellWording.Line(cell?.Text ?? "").TrimStart('#');
            if (text.Length == 0)
                continue;
            var isGroup = area is { } merged ? merged.LastColumn > merged.FirstColumn : from != place || groups.ContainsKey((row, place + 1)) && groups[(row, place + 1)] == place;
            parts.Add(new HeadingPart(text, wasGroup));
            wasGroup = isGroup;
        }
        return parts;
    }

    /// <summary>For blank cells beside a heading that stands, unmerged, over several columns: where it stands.</summary>
    private static Dictionary<(int Row, int Column), int> GroupsOf(SheetView view, HeadingRows rows)
    {
        var groups = new Dictionary<(int, int), int>();
        for (var row = rows.First; row < rows.Last; row++)
        {
            var filled = view.Filled(row).Where(column => view.Grid.AreaAt(row, column) is null && YearText.Find(view.Text(row, column)).Period is not null).ToList();
            for (var i = 0; i < filled.Count; i++)
            {
                // The last group is as wide as the one before it.
                var end = i + 1 < filled.Count ? filled[i + 1] - 1 : i > 0 ? filled[i] + (filled[i] - filled[i - 1]) - 1 : view.Last;
                for (var column = filled[i] + 1; column <= Math.Min(end, view.Last) && view.Kind(row, column) == CellKind.Blank && view.Grid.AreaAt(row, column) is null && view.Filled(rows.Last).Contains(column); column++)
                    groups[(row, column)] = filled[i];
            }
        }
        return groups;
    }

    /// <summary>令和５年度, ６年度, ７年度: years that go on with the era of the column before.</summary>
    private static List<TableColumn> WithYearsCountedOn(List<TableColumn> columns)
    {
        for (var i = 1; i < columns.Count; i++)
        {
            if (columns[i] is not { Period: null } column || columns[i - 1].Period is not { } before || BareYear().Match(CellWording.Folded(column.Heading)) is not { Success: true } bare)
                continue;
            var year = int.Parse(bare.Groups["year"].Value, CultureInfo.InvariantCulture);
            var western = new[] { new Wareki(Era.Reiwa, year), new Wareki(Era.Heisei, year) }.Select(wareki => wareki.WesternYear).FirstOrDefault(other => other == before.Year || other == before.Year + 1);
            if (western > 0)
                columns[i] = column with { Heading = column.Heading.Remove(bare.Index, bare.Length).Trim(), Period = new TablePeriod(western, false, column.Heading.Substring(bare.Index, bare.Length)) };
        }
        return columns;
    }

    private sealed record HeadingPart(string Text, bool IsOwnLine);

    // Not 確定・速報の別, which says it of each row, nor 完了見込, which is a day to come.
    [GeneratedRegex("(?<!完了|終了|確定.?)(見込|速報|暫定)(?!.*(別|区分))", RegexOptions.CultureInvariant)]
    private static partial Regex Provisional();

    [GeneratedRegex(@"[（(\[【]\s*(見込み?値?|速報値?|暫定値?)\s*[)）\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex ProvisionalMark();

    [GeneratedRegex(@"[（(]\s*[△▲－−\-]\s*は[^)）]*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex SignExplained();

    [GeneratedRegex("^(?<year>[0-9]{1,2})年度", RegexOptions.CultureInvariant)]
    private static partial Regex BareYear();
}
