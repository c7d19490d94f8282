using DxRules.Admin.People;
using System.Runtime.InteropServices;
using DxRules.Admin.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DxRules.Tests.Admin.Data;

public sealed class AdminDbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Migrations_make_the_schema_that_the_code_expects()
    {
        using var db = Open();
        var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot.ShouldNotBeNull().Model;
        var migrated = db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)snapshot).FinalizeModel(), designTime: true);
        var expected = db.GetService<IDesignTimeModel>().Model;

        var differences = db.GetService<IMigrationsModelDiffer>().GetDifferences(migrated.GetRelationalModel(), expected.GetRelationalModel());

        differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_writes_ahead_waits_for_others_and_keeps_references_whole()
    {
        using var db = Open();
        db.Database.Migrate();

        Ask(db, "PRAGMA journal_mode").ShouldBe("wal");
        Ask(db, "PRAGMA busy_timeout").ShouldBe("10000");
        Ask(db, "PRAGMA foreign_keys").ShouldBe("1");
    }

    [Fact]
    public void The_SQLite_of_the_operating_system_is_preferred()
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libsqlite3.so.0", out _), "This system has no libsqlite3.so.0; the bundled one is used.");
        using var db = Open();

        Version.Parse(Ask(db, "SELECT sqlite_version()")).ShouldBeGreaterThan(new Version(3, 35, 5), "3.35.5 is the bundled one");
    }

    [Fact]
    public async Task A_plan_has_one_open_cycle_at_most()
    {
        using var db = Open();
        db.Database.Migrate();
        var plan = new PlanRow { Municipality = "062014", PlanId = "plan" };
        plan.Cycles.Add(new CycleRow { FiscalYear = 2023, ClosedAt = DateTimeOffset.UnixEpoch });
        plan.Cycles.Add(new CycleRow { FiscalYear = 2024 });
        db.Plans.Add(plan);
        await db.SaveByHand();

        plan.Cycles.Add(new CycleRow { FiscalYear = 2025 });

        var refused = await Should.ThrowAsync<DbUpdateException>(db.SaveByHand);
        refused.InnerException.ShouldBeOfType<SqliteException>().SqliteExtendedErrorCode.ShouldBe(2067);
    }

    [Fact]
    public async Task Times_are_kept_as_UTC_text_that_sorts()
    {
        using var db = Open();
        db.Database.Migrate();
        var evening = new DateTimeOffset(2025, 6, 1, 23, 30, 0, TimeSpan.FromHours(9));
        var plan = new PlanRow { Municipality = "062014", PlanId = "plan" };
        plan.Cycles.Add(new CycleRow { FiscalYear = 2024, OpenedAt = evening });
        db.Plans.Add(plan);
        await db.SaveByHand();

        Ask(db, "SELECT OpenedAt FROM Cycles").ShouldBe("2025-06-01T14:30:00.000Z");
        db.Cycles.AsNoTracking().Single(cycle => cycle.OpenedAt <= evening).OpenedAt.ShouldBe(evening);
    }

    private AdminDb Open()
    {
        var options = new DbContextOptionsBuilder<AdminDb>();
        AdminDb.Use(options, Path.Combine(folder.Path, "test.db"));
        return new AdminDb(options.Options, Viewer.System);
    }

    private static string Ask(AdminDb db, string sql)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!.ToString()!;
    }
}
