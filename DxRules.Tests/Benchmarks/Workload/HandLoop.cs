using DxRules.Engine.Rules;

namespace DxRules.Benchmarks.Workload;

/// <summary>What a loop or an engine found.</summary>
internal readonly record struct HandAlert(string Rule, string Subject, Severity Severity);

/// <summary>The eight rules as a programmer writes them by hand, in decimals and with null checks: the limit that the engine is measured against.</summary>
internal static class HandLoop
{
    private const decimal Gap = 10;
    private const decimal Tolerance = 0.1m;
    private static readonly DateOnly ReportLimit = CityGenerator.AsOf.AddMonths(-6);
    private static readonly DateOnly ReviewLimit = CityGenerator.AsOf.AddMonths(-12);

    public static void Check(City[] cities, List<HandAlert> alerts)
    {
        foreach (var city in cities)
            Check(city, alerts);
    }

    public static void Check(City city, List<HandAlert> alerts)
    {
        foreach (var initiative in city.Initiatives)
        {
            Check(initiative, alerts);
            Check(initiative.Phases, alerts);
            foreach (var kpi in initiative.Kpis)
                Check(kpi, alerts);
        }
        Check(city.Controls, alerts);
    }

    /// <summary>The four rules that only compare what is stored.</summary>
    public static void CheckCheap(City[] cities, List<HandAlert> alerts)
    {
        foreach (var city in cities)
        {
            foreach (var initiative in city.Initiatives)
            {
                if (initiative.ReportedOn < ReportLimit)
                    alerts.Add(new("NO-REPORT", initiative.Id, Severity.Warning));
                Check(initiative.Phases, alerts);
            }
            Check(city.Controls, alerts);
        }
    }

    private static void Check(Phase[] phases, List<HandAlert> alerts)
    {
        foreach (var phase in phases)
        {
            if (phase.End < CityGenerator.AsOf && phase.IsComplete == false)
                alerts.Add(new("PHASE-OVERDUE", phase.Id, Severity.Warning));
        }
    }

    private static void Check(Control[] controls, List<HandAlert> alerts)
    {
        foreach (var control in controls)
        {
            if (control.IsRequired == true && control.IsImplemented == false)
                alerts.Add(new("CONTROL-GAP", control.Id, Severity.Critical));
            if (control.ReviewedOn < ReviewLimit)
                alerts.Add(new("CONTROL-REVIEW", control.Id, Severity.Warning));
        }
    }

    private static void Check(Initiative initiative, List<HandAlert> alerts)
    {
        if (initiative.ReportedOn < ReportLimit)
            alerts.Add(new("NO-REPORT", initiative.Id, Severity.Warning));
        if (initiative.Progress is not { } progress)
            return;
        foreach (var phase in initiative.Phases)
        {
            if (phase.Start is { } start && start <= CityGenerator.AsOf && phase.End is { } end && end >= CityGenerator.AsOf
                && phase.PlannedAtStart is { } atStart && phase.PlannedAtEnd is { } atEnd
                && atStart + ((atEnd - atStart) * (CityGenerator.AsOf.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber)) - progress >= Gap)
            {
                alerts.Add(new("BEHIND-SCHEDULE", initiative.Id, Severity.Critical));
                break;
            }
        }
    }

    private static void Check(Kpi kpi, List<HandAlert> alerts)
    {
        Actual? latest = null;
        var hasCurrent = false;
        foreach (var actual in kpi.Actuals)
        {
            if (latest is null || actual.FiscalYear > latest.FiscalYear)
                latest = actual;
            hasCurrent |= actual.FiscalYear == CityGenerator.AsOf.Year;
        }
        if (latest is { Value: { } value } && kpi.Baseline is { } baseline && kpi.Target is { } target)
        {
            if (kpi.BaselineYear is { } from && kpi.TargetYear is { } to)
            {
                var span = target - baseline;
                var expected = baseline + (span * (latest.FiscalYear - from) / (to - from));
                if ((span < 0 ? value - expected : expected - value) > Tolerance * Math.Abs(span))
                    alerts.Add(new("KPI-BEHIND", kpi.Id, Severity.Warning));
            }
            if (target > baseline ? value < baseline : value > baseline)
                alerts.Add(new("KPI-WORSE", kpi.Id, Severity.Critical));
        }
        if (!hasCurrent)
            alerts.Add(new("KPI-MISSING", kpi.Id, Severity.Info));
    }
}
