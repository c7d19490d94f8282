using DxRules.Engine.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DxRules.Admin.Data;

/// <summary>
/// What no rule reads: plans and their versions, cycles, runs with what they observed, alerts over the years. What a rule can read lives in the
/// plan document and nowhere else.
/// </summary>
internal sealed class AdminDb(DbContextOptions<AdminDb> options) : DbContext(options)
{
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<PlanVersionRow> PlanVersions => Set<PlanVersionRow>();
    public DbSet<CycleRow> Cycles => Set<CycleRow>();
    public DbSet<RunRow> Runs => Set<RunRow>();
    public DbSet<RunRuleRow> RunRules => Set<RunRuleRow>();
    public DbSet<RuleTextRow> RuleTexts => Set<RuleTextRow>();
    public DbSet<ObservationRow> Observations => Set<ObservationRow>();
    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    /// <summary>Sets a context up for a SQLite file.</summary>
    public static void Use(DbContextOptionsBuilder options, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true };
        options.UseSqlite(connection.ToString()).AddInterceptors(new SqliteSettings());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        conventions.Properties<Outcome>().HaveConversion<string>();
        conventions.Properties<Severity>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<PlanRow>().HasIndex(plan => new { plan.Municipality, plan.PlanId }).IsUnique();
        model.Entity<PlanVersionRow>().HasIndex(version => new { version.PlanId, version.Number }).IsUnique();
        model.Entity<CycleRow>().HasIndex(cycle => new { cycle.PlanId, cycle.FiscalYear }).IsUnique();
        model.Entity<CycleRow>().HasIndex(cycle => cycle.PlanId, "IX_Cycles_OneOpen").IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        model.Entity<AlertRow>().HasIndex(alert => new { alert.PlanId, alert.Key }).IsUnique();
        MapRuns(model);
        MapObservations(model.Entity<ObservationRow>());
    }

    private static void MapRuns(ModelBuilder model)
    {
        model.Entity<RunRow>().HasIndex(run => new { run.CycleId, run.Number }).IsUnique();

        // A version that a run judged stays, so that the run can be done again.
        model.Entity<RunRow>().HasOne(run => run.PlanVersion).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<RuleTextRow>().HasKey(rule => rule.Hash);
        model.Entity<RunRuleRow>().HasKey(rule => new { rule.RunId, rule.RuleHash });
        model.Entity<RunRow>().HasMany(run => run.Rules).WithOne().HasForeignKey(rule => rule.RunId);
        model.Entity<RunRuleRow>().HasOne(rule => rule.Rule).WithMany().HasForeignKey(rule => rule.RuleHash).OnDelete(DeleteBehavior.Restrict);
        model.Entity<AlertRow>().HasOne(alert => alert.FirstRun).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<AlertRow>().HasOne(alert => alert.LastRun).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapObservations(EntityTypeBuilder<ObservationRow> observation)
    {
        observation.HasIndex(row => new { row.RunId, row.Position }).IsUnique();
        observation.HasIndex(row => new { row.Key, row.RunId });
        observation.HasOne(row => row.Rule).WithMany().HasForeignKey(row => row.RuleHash).OnDelete(DeleteBehavior.Restrict);
        AsJson(observation.Property(row => row.SubjectPath));
        AsJson(observation.Property(row => row.Missing));
        AsJson(observation.Property(row => row.Detail));
    }

    private static void AsJson<T>(PropertyBuilder<T> property) => property.HasConversion(new JsonText<T>(), JsonText<T>.Comparer);
}
