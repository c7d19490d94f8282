namespace DxRules.Benchmarks.Workload;

/// <summary>
/// The same cities on every machine, number by number those on which other engines were measured: 40 initiatives with 5 phases, 3 KPIs and
/// 15 actuals each, and 25 controls, so 385 subjects and 690 questions a city.
/// </summary>
internal sealed class CityGenerator
{
    public const int SubjectsPerCity = 40 + (40 * 5) + (40 * 3) + 25;
    public const int ChecksPerCity = (2 * 40) + (40 * 5) + (3 * 40 * 3) + (2 * 25);

    public static readonly DateOnly AsOf = new(2026, 11, 21);

    private const int Initiatives = 40;
    private const int Controls = 25;
    private const int FirstYear = 2023;
    private const int BaselineYear = 2021;
    private const int TargetYear = 2027;

    private readonly Xorshift random = new(20261121);
    private readonly Xorshift gaps = new(2);
    private readonly CityOptions options;

    private CityGenerator(CityOptions options) => this.options = options;

    public static City[] Make(int cities, CityOptions options = default)
    {
        var generator = new CityGenerator(options);
        var made = new City[cities];
        for (var i = 0; i < cities; i++)
            made[i] = generator.NextCity(i);
        return made;
    }

    private City NextCity(int number)
    {
        var city = new City($"M{number:D4}");
        city.Initiatives = new Initiative[Initiatives];
        for (var i = 0; i < Initiatives; i++)
            city.Initiatives[i] = NextInitiative(new Initiative($"{city.Id}-I{i:D2}", city));
        city.Controls = new Control[Controls];
        for (var i = 0; i < Controls; i++)
        {
            city.Controls[i] = new Control($"{city.Id}-C{i:D2}", city)
            {
                IsRequired = Known(random.Next(10) < 8),
                IsImplemented = Known(random.Next(100) < 85),
                ReviewedOn = Known(AsOf.AddDays(-random.Next(500))),
            };
        }
        return city;
    }

    private Initiative NextInitiative(Initiative initiative)
    {
        initiative.Progress = Known(20m + random.Next(60));
        initiative.ReportedOn = Known(AsOf.AddDays(-random.Next(240)));
        initiative.Phases = new Phase[5];
        for (var i = 0; i < initiative.Phases.Length; i++)
        {
            var year = FirstYear + i;
            initiative.Phases[i] = new Phase($"{initiative.Id}-P{year}", initiative)
            {
                Start = Known(new DateOnly(year, 4, 1)),
                End = Known(new DateOnly(year + 1, 3, 31)),
                PlannedAtStart = Known(i * 20m),
                PlannedAtEnd = Known((i + 1) * 20m),
                IsComplete = Known(year < AsOf.Year && random.Next(100) < 90),
            };
        }
        initiative.Kpis = new Kpi[3];
        for (var i = 0; i < initiative.Kpis.Length; i++)
            initiative.Kpis[i] = NextKpi(new Kpi($"{initiative.Id}-K{i}", initiative));
        return initiative;
    }

    private Kpi NextKpi(Kpi kpi)
    {
        var isUp = random.Next(3) > 0;
        var baseline = 100d + random.Next(400);
        var target = isUp ? baseline + 50 + random.Next(300) : baseline - 50 - random.Next(50);
        var lastYear = random.Next(100) < 90 ? AsOf.Year : AsOf.Year - 1;

        // Per cent of the planned way; some fall behind their baseline. The half keeps every KPI off the exact 10 % boundary, where doubles
        // and decimals differ.
        var pace = 40 + random.Next(90) - (random.Next(20) == 0 ? 90 : 0) + (options.OnBoundary ? 0 : 0.5);
        kpi.Baseline = Known((decimal)baseline);
        kpi.BaselineYear = Known(BaselineYear);
        kpi.Target = Known((decimal)target);
        kpi.TargetYear = Known(TargetYear);
        kpi.Actuals = new Actual[5];
        for (var i = 0; i < kpi.Actuals.Length; i++)
        {
            var year = lastYear - 4 + i;
            var value = Math.Round(baseline + ((target - baseline) * (year - BaselineYear) / 6.0 * pace / 100.0), 2);
            kpi.Actuals[i] = new Actual(year) { Value = Known((decimal)value) };
        }
        return kpi;
    }

    private T? Known<T>(T value)
        where T : struct => options.UnknownPercent > 0 && gaps.Next(100) < options.UnknownPercent ? null : value;

    private sealed class Xorshift(uint state)
    {
        public int Next(int bound)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)bound);
        }
    }
}

/// <param name="UnknownPercent">How many of a hundred facts nobody knows.</param>
/// <param name="OnBoundary">Puts some KPIs exactly on the 10 % boundary, where only exact numbers tell right.</param>
internal readonly record struct CityOptions(int UnknownPercent = 0, bool OnBoundary = false);
