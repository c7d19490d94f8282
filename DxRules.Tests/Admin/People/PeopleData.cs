using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.People;

/// <summary>A database with デモ市 and the classes that change people, on a day that can be moved on.</summary>
internal sealed class PeopleData : IDisposable
{
    public const string City = "992011";

    private readonly TemporaryFolder folder = new();

    public PeopleData(Viewer? viewer = null)
    {
        Viewer = viewer ?? Viewer.System;
        Db = Open();
        Db.Database.Migrate();
        Audit = new(Db, Viewer, Clock) { Unattended = AuditOrigin.CommandLine };
    }

    public Viewer Viewer { get; }
    public AdminDb Db { get; }
    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 1, 0, 0, TimeSpan.Zero));
    public DepartmentHolding Holding => new(Db, Clock);
    public AuditLog Audit { get; }
    public PersonEditing Editing => new(Db, Holding, new SignInLinks(Db, Audit, Clock), Audit, Clock);
    public PersonAccess Access => new(Db, Holding, new SignInLinks(Db, Audit, Clock), Audit, Viewer, Clock);
    public DocumentCache Cache { get; } = new();
    public PlanDocuments Documents => new(Db, Cache);
    public HandOverSaving HandingOver => new(Db, Documents, new PlanAmendments(Db, Documents, Cache, Audit, Clock), Holding, Audit);
    public HeldDepartments Held => new(Db, Clock);
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().AddHours(9).Date);

    public static async Task<PeopleData> WithDemoCity(Viewer? viewer = null)
    {
        var data = new PeopleData(viewer);
        await PlanVersions.Add(data.Db, data.Audit, Samples.Read("demo-city.json"), null, "test", data.Clock.GetUtcNow(), default);
        return data;
    }

    /// <summary>The database as somebody else opens it.</summary>
    public AdminDb Open(Viewer? viewer = null)
    {
        var options = new DbContextOptionsBuilder<AdminDb>();
        AdminDb.Use(options, Path.Combine(folder.Path, "dxrules.db"));
        return new AdminDb(options.Options, viewer ?? Viewer);
    }

    public PersonEntry Entry(string userName, Roles roles, params string[] departments) =>
        new(userName, $"{userName}さん", roles, [.. departments.Select(id => $"{City}/{id}")], Today);

    /// <summary>Adds a person, who has set a password.</summary>
    public async Task<int> Add(string userName, Roles roles, params string[] departments)
    {
        var (person, problems) = await Editing.Add(Entry(userName, roles, departments), default);
        problems.ShouldBeEmpty();
        await Db.Database.ExecuteSqlInterpolatedAsync($"UPDATE Users SET PasswordHash = 'set' WHERE Id = {person!.Id}");
        Db.ChangeTracker.Clear();
        return person!.Id;
    }

    public void Dispose()
    {
        Db.Dispose();
        folder.Dispose();
    }
}

internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateOnly day) => now = new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero);
}
