using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Audit;

public sealed class AuditDutyTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public Task A_change_outside_a_transaction_is_refused() => With(async (db, _) =>
    {
        db.Cycles.Add(new CycleRow { PlanId = 1, FiscalYear = 2024 });

        (await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync())).Message.ShouldStartWith("CycleRow was changed and the audit log says nothing");
        Should.Throw<InvalidOperationException>(() => db.SaveChanges());
    });

    [Fact]
    public async Task A_transaction_that_says_nothing_of_its_change_cannot_be_committed()
    {
        await With(async (db, _) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Cycles.Add(new CycleRow { PlanId = 1, FiscalYear = 2024 });
            await db.SaveChangesAsync();

            await Should.ThrowAsync<InvalidOperationException>(() => transaction.CommitAsync());
        });
        await With(async (db, _) => (await db.Cycles.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public Task An_entry_of_an_earlier_transaction_does_not_count_for_a_later_one() => With(async (db, log) =>
    {
        await using (var told = await db.Database.BeginTransactionAsync())
        {
            await log.Add(new AuditEntry("test"), default);
            await db.SaveChangesAsync();
            await told.CommitAsync();
        }
        await using var untold = await db.Database.BeginTransactionAsync();
        (await db.Plans.SingleAsync()).PlanId = "other";
        await db.SaveChangesAsync();

        Should.Throw<InvalidOperationException>(() => untold.Commit());
    });

    [Fact]
    public Task An_entry_that_was_rolled_back_takes_no_number_with_it() => With(async (db, log) =>
    {
        await using (await db.Database.BeginTransactionAsync())
            await log.Add(new AuditEntry("test"), default);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await log.Add(new AuditEntry("test"), default);
        await log.Add(new AuditEntry("test"), default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();

        var numbers = await db.Audit.Select(row => row.Id).OrderBy(id => id).ToListAsync();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    });

    [Fact]
    public Task How_far_work_is_and_when_somebody_came_need_not_be_told() => With(async (db, _) =>
    {
        db.Jobs.Add(new JobRow { Kind = "check" });
        await db.SaveChangesAsync();
    });

    [Fact]
    public Task An_entry_is_written_within_a_transaction_only() => With(async (_, log) =>
        await Should.ThrowAsync<InvalidOperationException>(() => log.Add(new AuditEntry("test"), default)));

    [Fact]
    public void No_statement_goes_by_the_duty()
    {
        var culprits = Directory.EnumerateFiles(Repository.File("DxRules.Admin"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations") && Path.GetFileName(file) is not ("AdminDb.cs" or "SqliteSettings.cs"))
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("ExecuteSql") || text.Contains("ExecuteNonQuery")));

        culprits.ShouldBeEmpty("rows are changed through AdminDb, which sees to it that the audit log tells");
    }

    [Fact]
    public async Task What_exists_tells_of_itself()
    {
        await site.In(services => services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default));
        await site.In(services => services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default));

        await With(async (db, _) => (await db.Audit.Where(row => row.PlanId == 1).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync())
            .ShouldBe([AuditActions.PlanAdded, AuditActions.CycleOpened, AuditActions.RunStored]));
    }

    private Task With(Func<AdminDb, AuditLog, Task> work) =>
        site.In(services => work(services.GetRequiredService<AdminDb>(), services.GetRequiredService<AuditLog>()));
}
