using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>
/// The plans of the demonstration: the two that デモ市 had one after the other, reviewed in five years, and a real one. All years but the last
/// are closed. Every step is taken by the action that the site takes it with, on the day on which it was taken.
/// </summary>
internal sealed class Samples(AdminDb db, IServiceProvider parts)
{
    /// <summary>The last year under review, and the day of its check: what is in the samples is entered up to there.</summary>
    public const int FiscalYear = 2024;

    public static readonly DateOnly AsOf = FiscalYearReview.UsualAsOf(FiscalYear);

    /// <summary>In the order of their years, as the audit log tells them.</summary>
    private static readonly Sample[] All =
    [
        new("demo-city-2018.json", 2020, 2022),
        new("demo-city-2023.json", 2023, FiscalYear),
        new("yamagata-2022.json", FiscalYear, FiscalYear),
    ];

    private readonly DatedClock clock = new();

    /// <summary>Loads what is not there yet; a plan, cycle or run that is there stays as it is.</summary>
    public async Task Load(CancellationToken cancel)
    {
        var audit = Dated<AuditLog>();
        foreach (var sample in All)
        {
            var document = Read(sample.File);
            clock.Stand(sample.First, 4, 8);
            var plan = await PlanVersions.Find(db, document, cancel) ?? await Add(audit, document, cancel);
            for (var year = sample.First; year <= sample.Last; year++)
            {
                await Review(audit, plan.Id, year, cancel);

                // Else every later save would look for changes through all that was found in the years before.
                db.ChangeTracker.Clear();
            }
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

    private async Task<PlanRow> Add(AuditLog audit, PlanDocument document, CancellationToken cancel)
    {
        await PlanVersions.Add(db, audit, document, null, "見本の読み込み", clock.GetUtcNow(), cancel);
        return (await PlanVersions.Find(db, document, cancel))!;
    }

    private async Task Review(AuditLog audit, int plan, int fiscalYear, CancellationToken cancel)
    {
        clock.Stand(fiscalYear, 4, 15);
        var cycle = await db.Cycles.FirstOrDefaultAsync(row => row.PlanId == plan && row.FiscalYear == fiscalYear, cancel)
            ?? await Dated<CycleOpening>(audit).OpenAsDocumented(plan, fiscalYear, cancel);
        if (cycle is not { ClosedAt: null })
            return;
        clock.Stand(fiscalYear, 5, 31);
        if (!await db.Runs.AnyAsync(row => row.CycleId == cycle.Id, cancel))
            await Dated<CycleCheck>(audit).Run(cycle.Id, FiscalYearReview.UsualAsOf(fiscalYear), cancel);
        clock.Stand(fiscalYear, 10, 31);
        if (fiscalYear < FiscalYear)
            await Close(audit, cycle, cancel);
    }

    // Not by the class that closes cycles: what was carried over then, the sample tells itself.
    private async Task Close(AuditLog audit, CycleRow cycle, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        cycle.ClosedAt = clock.GetUtcNow();
        foreach (var step in await db.CycleSteps.Where(step => step.CycleId == cycle.Id).ToListAsync(cancel))
            step.DoneAt = cycle.ClosedAt;
        db.CycleIssues.Add(new CycleIssueRow
        {
            CycleId = cycle.Id,
            Number = 1,
            RunId = await db.Runs.Where(run => run.CycleId == cycle.Id).OrderBy(run => run.Number).Select(run => run.Id).LastAsync(cancel),
            At = clock.GetUtcNow(),
        });
        await audit.Add(
            new AuditEntry(AuditActions.CycleClosed) { Plan = cycle.PlanId, Cycle = cycle.Id, Details = [cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), "1", ""] },
            cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>A part of the site for which it is the day of the story.</summary>
    private T Dated<T>(params object[] others) => ActivatorUtilities.CreateInstance<T>(parts, [clock, .. others]);

    /// <param name="First">The first 対象年度 that is reviewed.</param>
    /// <param name="Last">The last one.</param>
    private sealed record Sample(string File, int First, int Last);

    /// <summary>Stands on a morning of the year in which a fiscal year is reviewed.</summary>
    private sealed class DatedClock : TimeProvider
    {
        private DateTimeOffset now;

        public void Stand(int fiscalYear, int month, int day) => now = new(fiscalYear + 1, month, day, 0, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;
    }
}
