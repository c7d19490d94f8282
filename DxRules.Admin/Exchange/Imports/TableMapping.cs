namespace DxRules.Admin.Exchange.Imports;

/// <summary>What stands where in a table that was not made by this program.</summary>
internal sealed record TableMapping
{
    public required string Sheet { get; init; }

    /// <summary>The first row of the headings, counted from 1.</summary>
    public required int FirstHeadingRow { get; init; }

    /// <summary>The first row of data, counted from 1.</summary>
    public required int FirstRow { get; init; }

    /// <summary>The last row of data; null where the table goes on to the end.</summary>
    public int? LastRow { get; init; }

    /// <summary>What a row of the table is about.</summary>
    public required ImportRowKind Rows { get; init; }

    /// <summary>The fiscal year of what stands in columns that name none; null where nobody said.</summary>
    public int? FiscalYear { get; init; }

    /// <summary>Whether a row about something that the plan does not hold adds it; otherwise such a row is told and left out.</summary>
    public bool AddsRows { get; init; }

    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>The same for tables with the same headings in the same order, on whatever sheet; years do not count.</summary>
    public string Layout { get; init; } = "";
}

/// <summary>What stands in a column.</summary>
/// <param name="Place">The column, counted from 0.</param>
/// <param name="Heading">As it was when the mapping was made.</param>
/// <param name="FiscalYear">Of the figures in this column; null where the row or the table names it.</param>
/// <param name="Subject">The id of the series or KPI whose figures stand in this column; null where each row names its own.</param>
internal sealed record ColumnMapping(int Place, string Heading, ImportField Field, int? FiscalYear = null, string? Subject = null);

/// <summary>What a row of a table is about.</summary>
internal enum ImportRowKind
{
    /// <summary>An indicator, or one series of it.</summary>
    Kpi,

    /// <summary>An initiative, with its report, and maybe its indicators.</summary>
    Initiative,

    /// <summary>A phase or milestone of an initiative.</summary>
    Milestone,

    Department,

    /// <summary>A year; the columns are indicators.</summary>
    Year,

    /// <summary>A municipality: the city's own row holds its actual figures, the others those of its peers.</summary>
    Place,
}

/// <summary>What a column says about what its row is about.</summary>
internal enum ImportField
{
    Ignored,

    // What the row is about.
    Id,
    PolicyNumber,
    PolicyTitle,
    InitiativeNumber,
    InitiativeTitle,
    KpiTitle,
    Segment,

    /// <summary>Of a phase or milestone.</summary>
    StepTitle,
    DepartmentName,
    MunicipalityCode,
    MunicipalityName,

    /// <summary>The year of the figures in the row.</summary>
    Year,

    // Who is responsible.
    /// <summary>部・局, where it stands in a column of its own.</summary>
    Division,

    /// <summary>The one department.</summary>
    Department,
    LeadDepartment,
    SupportingDepartments,

    // Of an indicator.
    Definition,
    Unit,
    KpiKind,
    Aggregation,
    Direction,
    Baseline,
    BaselineYear,
    Target,
    TargetYear,
    AnnualTarget,
    Actual,
    ActualAsOf,
    ActualStatus,
    ActualNote,

    // Of an initiative and its report for the year.
    Description,
    Status,
    Progress,
    Planned,
    Done,
    DelayReason,
    Issues,
    NextYear,
    ReportedOn,
    Budget,
    Settled,

    // Of a phase or milestone.
    /// <summary>Start and end in one cell.</summary>
    Span,
    Start,
    End,
    StartedOn,
    CompletedOn,
    ForecastEnd,

    // Of a department.
    From,
    To,
}
