using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>The two plans of the demonstration: a real one, and one of a fictional city in which every rule has something to say.</summary>
internal sealed class Samples(AdminDb db, AuditLog audit, CycleOpening opening, CycleCheck check, TimeProvider clock)
{
    /// <summary>The year under review, and the day of its check: what is in the samples is entered up to there.</summary>
    public const int FiscalYear = 2024;

    public static readonly DateOnly AsOf = FiscalYearReview.UsualAsOf(FiscalYear);

    private static readonly string[] Files = ["yamagata-2022.json", "demo-city.json"];

    /// <summary>Loads what is not there yet; a plan, cycle or run that is there stays as it is.</summary>
    public async Task Load(CancellationToken cancel)
    {
        foreach (var file in Files)
        {
            var document = Read(file);
            var plan = await PlanVersions.Find(db, document, cancel)
                ?? await Add(document, cancel);
            var cycle = await db.Cycles.FirstOrDefaultAsync(row => row.PlanId == plan.Id && row.FiscalYear == FiscalYear, cancel)
                ?? await opening.Open(plan.Id, FiscalYear, cancel);
            if (cycle is { ClosedAt: null } && !await db.Runs.AnyAsync(row => row.CycleId == cycle.Id, cancel))
                await check.Run(cycle.Id, AsOf, cancel);
        }
    }

    /// <summary>A sample as it is shipped.</summary>
    public static PlanDocument Read(string file)
    {
        using var resource = typeof(Samples).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"The sample {file} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return PlanReader.Read(file, content.ToArray()).Document ?? throw new InvalidDataException($"The sample {file} has errors; see plan validate.");
    }

    private async Task<PlanRow> Add(PlanDocument document, CancellationToken cancel)
    {
        await PlanVersions.Add(db, audit, document, null, "見本の読み込み", clock.GetUtcNow(), cancel);
        return (await PlanVersions.Find(db, document, cancel))!;
    }
}
