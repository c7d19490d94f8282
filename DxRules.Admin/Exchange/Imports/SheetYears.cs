using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>The years of what a table says, to see whether it is an old one.</summary>
internal sealed class SheetYears
{
    // A few figures may well be those of the year before.
    private const int FewestCopies = 3;

    private int? newest;
    private int? newestInPlan;
    private int fresh;
    private int copied;
    private int other;

    /// <summary>Takes note of an actual figure.</summary>
    public void Saw(Series series, int year, decimal value)
    {
        SawYear(year, series.Actuals?.Where(actual => actual.Value is not null).Max(actual => (int?)actual.FiscalYear));
        if (series.Actuals?.LastOrDefault(actual => actual.FiscalYear == year && actual.Value is not null) is { } known)
        {
            other += known.Value == value ? 0 : 1;
            return;
        }
        fresh++;
        if (series.Actuals?.Any(actual => actual.FiscalYear == year - 1 && actual.Value == value) == true)
            copied++;
    }

    /// <summary>Takes note of a text of a report.</summary>
    public void Saw(Initiative initiative, int year, string text, Func<InitiativeReport, string?> of)
    {
        SawYear(year, initiative.Reports?.Max(report => (int?)report.FiscalYear));
        if (initiative.Reports?.LastOrDefault(report => report.FiscalYear == year) is { } known)
        {
            other += of(known)?.Trim() == text ? 0 : 1;
            return;
        }
        fresh++;
        if (initiative.Reports?.Any(report => report.FiscalYear == year - 1 && of(report)?.Trim() == text) == true)
            copied++;
    }

    /// <summary>Tells what speaks for an old table, and begins anew for the next one.</summary>
    public void Tell(MappedTable table, ImportProblems problems)
    {
        var at = new CellPlace(table.Table.Grid.Name, table.Table.FirstHeadingRow, table.Table.Columns[0].Place);
        if (newest < newestInPlan && fresh + other == 0)
            problems.LastYears(at, new($"この表は{Wareki.FormatFiscalYear(newest!.Value)}までで、どれも計画にあり、計画には{Wareki.FormatFiscalYear(newestInPlan!.Value)}のものがもうあります。", $"The table goes to fiscal {newest}, all of it stands in the plan, and the plan holds fiscal {newestInPlan} already."));
        else if (copied >= FewestCopies && copied == fresh && other == 0)
            problems.LastYears(at, new($"新しい年度の値{copied}件が、どれも計画にある前の年度のものと同じです。", $"All {copied} entries of the new year are those of the year before."));
        else if (table.Mapping.FiscalYear is { } year && MappingGuess.YearOf(table.Table) is { } titled && titled != year)
            problems.LastYears(at, new($"表の題名は「{table.Table.Period!.Raw}」ですが、{Wareki.FormatFiscalYear(year)}の表として取り込みます。", $"The title says '{table.Table.Period!.Raw}', but the table is taken for fiscal {year}."));
        (newest, newestInPlan, fresh, copied, other) = (null, null, 0, 0, 0);
    }

    private void SawYear(int year, int? inPlan)
    {
        newest = newest is { } before ? Math.Max(before, year) : year;
        if (inPlan is { } known)
            newestInPlan = newestInPlan is { } most ? Math.Max(most, known) : known;
    }
}
