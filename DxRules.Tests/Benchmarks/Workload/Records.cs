namespace DxRules.Benchmarks.Workload;

// A host's own records: plain classes with what may be unknown as null. The engine learns of them from CitySchema alone.

internal sealed class City(string id)
{
    public string Id { get; } = id;
    public Initiative[] Initiatives { get; internal set; } = [];
    public Control[] Controls { get; internal set; } = [];
}

internal sealed class Initiative(string id, City city)
{
    public string Id { get; } = id;
    public City City { get; } = city;

    /// <summary>How far it is, in per cent.</summary>
    public decimal? Progress { get; internal set; }

    public DateOnly? ReportedOn { get; internal set; }
    public Phase[] Phases { get; internal set; } = [];
    public Kpi[] Kpis { get; internal set; } = [];
}

internal sealed class Phase(string id, Initiative initiative)
{
    public string Id { get; } = id;
    public Initiative Initiative { get; } = initiative;
    public DateOnly? Start { get; internal set; }
    public DateOnly? End { get; internal set; }

    /// <summary>The progress planned for the first day, in per cent.</summary>
    public decimal? PlannedAtStart { get; internal set; }

    /// <summary>The progress planned for the last day, in per cent.</summary>
    public decimal? PlannedAtEnd { get; internal set; }

    public bool? IsComplete { get; internal set; }
}

internal sealed class Kpi(string id, Initiative initiative)
{
    public string Id { get; } = id;
    public Initiative Initiative { get; } = initiative;
    public decimal? Baseline { get; internal set; }
    public int? BaselineYear { get; internal set; }
    public decimal? Target { get; internal set; }
    public int? TargetYear { get; internal set; }
    public Actual[] Actuals { get; internal set; } = [];

    /// <summary>The actual of the latest year; null where there is none.</summary>
    public Actual? Latest
    {
        get
        {
            Actual? latest = null;
            foreach (var actual in Actuals)
            {
                if (latest is null || actual.FiscalYear > latest.FiscalYear)
                    latest = actual;
            }
            return latest;
        }
    }
}

internal sealed class Actual(int fiscalYear)
{
    public int FiscalYear { get; } = fiscalYear;
    public decimal? Value { get; internal set; }
}

internal sealed class Control(string id, City city)
{
    public string Id { get; } = id;
    public City City { get; } = city;
    public bool? IsRequired { get; internal set; }
    public bool? IsImplemented { get; internal set; }
    public DateOnly? ReviewedOn { get; internal set; }
}
