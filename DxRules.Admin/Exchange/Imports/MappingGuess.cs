using DxRules.Admin.Exchange.Tables;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Guesses what stands where in a table, from its headings and, where these say too little, from what stands below them.</summary>
internal sealed class MappingGuess
{
    private readonly Table table;
    private readonly PlanIndex index;
    private readonly ColumnSamples samples;
    private readonly Dictionary<int, ImportField> fields = [];
    private readonly Dictionary<int, string> subjects = [];

    private MappingGuess(Table table, PlanIndex index) => (this.table, this.index, samples) = (table, index, new ColumnSamples(table));

    /// <summary>The best guess; what is not recognised is <see cref="ImportField.Ignored"/>.</summary>
    public static TableMapping Of(Table table, PlanDocument plan) => Of(table, new PlanIndex(plan));

    /// <summary>The same for a plan that was indexed before.</summary>
    public static TableMapping Of(Table table, PlanIndex index) => new MappingGuess(table, index).Guess();

    /// <summary>A mapping that was made for an earlier table of the same layout, with the place and the year of this one; null where the layouts differ.</summary>
    public static TableMapping? Fit(TableMapping earlier, Table table)
    {
        if (earlier.Layout != LayoutOf(table))
            return null;
        return earlier with
        {
            Sheet = table.Grid.Name,
            FirstHeadingRow = table.FirstHeadingRow,
            FirstRow = table.FirstRow,
            LastRow = table.LastRow,
            FiscalYear = YearOf(table),
            Columns = [.. table.Columns.Zip(earlier.Columns, (column, before) => before with { Place = column.Place, Heading = column.Heading, FiscalYear = before.Field == ImportField.Ignored ? null : column.Period?.Year })],
        };
    }

    /// <summary>Whether a table is to be taken where nobody says: more of it is known than the odd heading, and it is no example of how to fill it in.</summary>
    public static bool IsKnown(Table table, TableMapping mapping) => mapping.Columns.Count(column => column.Field != ImportField.Ignored) > 1 && !table.IsExample;

    public static string LayoutOf(Table table) => HeadingWords.Hash(table.Columns.Select(column => column.Heading));

    /// <summary>The fiscal year that the title of a table names; the day of which it is (令和７年５月末現在) names none.</summary>
    public static int? YearOf(Table table) => table.Period is { } period && !period.Raw.Contains('月', StringComparison.Ordinal) ? period.Year : null;

    private TableMapping Guess()
    {
        var headings = table.Columns.Select(column => column.Heading).ToList();
        foreach (var column in table.Columns)
            fields[column.Place] = table.Grid.HiddenColumns.Contains(column.Place) ? ImportField.Ignored : HeadingWords.Find(column.Heading, headings);
        FindSubjects();
        FindTitlesByContent();
        var rows = RowKind();
        foreach (var column in table.Columns)
            fields[column.Place] = table.Grid.HiddenColumns.Contains(column.Place) ? ImportField.Ignored : FieldGuess.Of(column, fields[column.Place], rows, samples, fields.Values);
        LeaveOutSerialNumbers();
        SortTargets();
        LeaveOutTwins();
        if (!Names(rows))
            fields.Keys.ToList().ForEach(place => fields[place] = ImportField.Ignored);
        return new TableMapping
        {
            Sheet = table.Grid.Name,
            FirstHeadingRow = table.FirstHeadingRow,
            FirstRow = table.FirstRow,
            LastRow = table.LastRow,
            Rows = rows,
            FiscalYear = YearOf(table),
            Layout = LayoutOf(table),
            Columns = [.. table.Columns.Select(column => new ColumnMapping(column.Place, column.Heading, fields[column.Place], fields[column.Place] == ImportField.Ignored ? null : column.Period?.Year, subjects.GetValueOrDefault(column.Place)))],
        };
    }

    // A heading that is the title of an indicator holds its figures, whatever else the words might mean.
    private void FindSubjects()
    {
        foreach (var column in table.Columns)
        {
            var (kpis, segment) = index.KpisTitled(column.Heading);
            if (kpis is not [var kpi])
                continue;
            var series = SeriesOf.Find(kpi.Record, segment);
            if (segment is not null && series is null)
                continue;
            fields[column.Place] = ImportField.Actual;
            subjects[column.Place] = series?.Id ?? kpi.Record.Id;
        }
    }

    private void FindTitlesByContent()
    {
        if (subjects.Count > 0)
            FindPlaces();
        else if (Has(ImportField.InitiativeTitle) && fields.Values.Any(field => field is >= ImportField.Start and <= ImportField.ForecastEnd))
            FindSteps();
        if (fields.Values.Any(field => field is ImportField.KpiTitle or ImportField.InitiativeTitle or ImportField.StepTitle) || subjects.Count > 0)
            return;
        foreach (var column in table.Columns.Where(column => fields[column.Place] is ImportField.Ignored or ImportField.PolicyTitle))
        {
            if (samples.Share(column, text => index.KpisTitled(text).Kpis.Count > 0) >= 0.5m)
                fields[column.Place] = ImportField.KpiTitle;
            else if (samples.Share(column, text => index.Initiatives.Find(text).Count > 0) >= 0.5m)
                fields[column.Place] = ImportField.InitiativeTitle;
            else if (samples.Share(column, text => index.Steps.Find(text).Count > 0) >= 0.5m)
                fields[column.Place] = ImportField.StepTitle;
            else
                continue;
            return;
        }
    }

    // Columns of indicators beside a column of names without a heading, or with one of the country: 都道府県.
    private void FindPlaces()
    {
        if (Has(ImportField.MunicipalityCode) || Has(ImportField.MunicipalityName) || Has(ImportField.Year))
            return;
        if (table.Columns.FirstOrDefault(column => fields[column.Place] == ImportField.Ignored && samples.Texts(column).Count > 0 && !samples.AreFigures(column)) is { } names)
            fields[names.Place] = ImportField.MunicipalityName;
    }

    private void FindSteps()
    {
        if (!Has(ImportField.StepTitle) && table.Columns.FirstOrDefault(column => fields[column.Place] == ImportField.Ignored && samples.Share(column, text => index.Steps.Find(text).Count > 0) >= 0.5m) is { } steps)
            fields[steps.Place] = ImportField.StepTitle;
    }

    // ①②③ of which the plan knows nothing count the rows.
    private void LeaveOutSerialNumbers()
    {
        var headings = table.Columns.Select(column => column.Heading).ToList();
        foreach (var column in table.Columns.Where(column => fields[column.Place] == ImportField.InitiativeNumber && HeadingWords.Find(column.Heading, headings) == ImportField.Ignored && (Has(ImportField.InitiativeTitle) || Has(ImportField.StepTitle))))
        {
            if (samples.Share(column, number => index.InitiativeNumbers.Find(number).Count > 0) < 0.5m)
                fields[column.Place] = ImportField.Ignored;
        }
    }

    // Without a column that says what a row is about there is nothing to take.
    private bool Names(ImportRowKind rows) => rows switch
    {
        ImportRowKind.Place or ImportRowKind.Year => subjects.Count > 0 || Has(ImportField.Year) || Has(ImportField.MunicipalityCode),
        _ => fields.Any(field => field.Value is >= ImportField.PolicyNumber and <= ImportField.DepartmentName and not ImportField.Segment)
            || table.Columns.Any(column => fields[column.Place] == ImportField.Id && samples.Share(column, id => index.ById(id) is not null) > 0),
    };

    private ImportRowKind RowKind()
    {
        if (Has(ImportField.StepTitle))
            return ImportRowKind.Milestone;
        if (Has(ImportField.MunicipalityCode) || (Has(ImportField.MunicipalityName) && subjects.Count > 0))
            return ImportRowKind.Place;
        if (Has(ImportField.Year) && !Has(ImportField.KpiTitle) && !Has(ImportField.InitiativeTitle))
            return ImportRowKind.Year;
        if (Has(ImportField.InitiativeTitle) || Has(ImportField.InitiativeNumber))
            return !Has(ImportField.KpiTitle) || fields.Values.Any(IsOfReport) ? ImportRowKind.Initiative : ImportRowKind.Kpi;
        if (Has(ImportField.KpiTitle))
            return ImportRowKind.Kpi;
        if (Has(ImportField.DepartmentName) || (Has(ImportField.Division) && !Has(ImportField.PolicyTitle)))
            return ImportRowKind.Department;
        return fields.Values.Any(field => field is ImportField.Actual or ImportField.Target or ImportField.Baseline) ? ImportRowKind.Kpi : ImportRowKind.Initiative;
    }

    private bool Has(ImportField field) => fields.ContainsValue(field);

    private static bool IsOfReport(ImportField field) =>
        field is >= ImportField.Status and <= ImportField.Settled;

    // Targets in several years are those of the years, but for the one in which the plan wants to be there.
    private void SortTargets()
    {
        var targets = table.Columns.Where(column => fields[column.Place] == ImportField.Target && column.Period is not null).ToList();
        if (targets.Count == 0)
            return;
        var final = index.FinalYears;
        foreach (var column in targets.Where(column => final.Count > 0 ? !final.Contains(column.Period!.Year) : targets.Count > 1 && column != targets.MaxBy(other => other.Period!.Year)))
            fields[column.Place] = ImportField.AnnualTarget;
    }

    // Two columns cannot say the same for the same year; whoever knows which one counts says so.
    private void LeaveOutTwins()
    {
        // 局, 部, 課, 所属名称: the last name is the whole one. Of budgets the one after amendments counts.
        foreach (var column in table.Columns.Where(column => fields[column.Place] == ImportField.DepartmentName).SkipLast(1))
            fields[column.Place] = ImportField.Ignored;
        foreach (var budgets in table.Columns.Where(column => fields[column.Place] == ImportField.Budget).GroupBy(column => column.Period?.Year).Where(same => same.Count() > 1))
        {
            var counts = budgets.FirstOrDefault(column => column.Heading.Contains("現額", StringComparison.Ordinal) || column.Heading.Contains("最終", StringComparison.Ordinal)) ?? budgets.First();
            foreach (var column in budgets.Where(column => column != counts))
                fields[column.Place] = ImportField.Ignored;
        }
        var hasBlocks = HasBlocks();
        var taken = new HashSet<(ImportField, int?, string?)>();
        foreach (var column in table.Columns)
        {
            var field = fields[column.Place];
            if (!taken.Add((field, column.Period?.Year, subjects.GetValueOrDefault(column.Place))) && !(hasBlocks && field is ImportField.AnnualTarget or ImportField.Actual))
                fields[column.Place] = ImportField.Ignored;
            if (fields[column.Place] == ImportField.Ignored)
                subjects.Remove(column.Place);
        }
    }

    // 目標・実績 three times and more without a year: a block for each year, which a person has to name.
    private bool HasBlocks()
    {
        var targets = table.Columns.Where(column => fields[column.Place] is ImportField.Target or ImportField.AnnualTarget && column.Period is null).ToList();
        var actuals = table.Columns.Count(column => fields[column.Place] == ImportField.Actual && column.Period is null && !subjects.ContainsKey(column.Place));
        if (targets.Count < 3 || targets.Count != actuals)
            return false;
        targets.ForEach(column => fields[column.Place] = ImportField.AnnualTarget);
        return true;
    }
}
