using DxRules.Admin.Audit;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DxRules.Admin.Data;

/// <summary>
/// What no rule reads: people, plans and their versions, cycles, runs with what they observed, alerts over the years, the audit log. What a rule can
/// read lives in the plan document and nowhere else. Every query sees only what the viewer may see.
/// </summary>
internal sealed class AdminDb : IdentityUserContext<UserRow, int>
{
    private readonly Viewer viewer;

    public AdminDb(DbContextOptions<AdminDb> options, Viewer viewer)
        : base(options) => (this.viewer, Duty) = (viewer, new AuditDuty(this));

    public DbSet<HeldDepartmentRow> HeldDepartments => Set<HeldDepartmentRow>();
    public DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<PlanVersionRow> PlanVersions => Set<PlanVersionRow>();
    public DbSet<PlanChangeRow> PlanChanges => Set<PlanChangeRow>();
    public DbSet<DepartmentSuccessionRow> DepartmentSuccessions => Set<DepartmentSuccessionRow>();
    public DbSet<CycleRow> Cycles => Set<CycleRow>();
    public DbSet<RunRow> Runs => Set<RunRow>();
    public DbSet<RunRuleRow> RunRules => Set<RunRuleRow>();
    public DbSet<RuleTextRow> RuleTexts => Set<RuleTextRow>();
    public DbSet<ObservationRow> Observations => Set<ObservationRow>();
    public DbSet<AlertRow> Alerts => Set<AlertRow>();
    public DbSet<CycleStepRow> CycleSteps => Set<CycleStepRow>();
    public DbSet<CycleIssueRow> CycleIssues => Set<CycleIssueRow>();
    public DbSet<RunSettingRow> RunSettings => Set<RunSettingRow>();
    public DbSet<SettingTextRow> SettingTexts => Set<SettingTextRow>();
    public DbSet<ProfileVersionRow> ProfileVersions => Set<ProfileVersionRow>();
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();
    public DbSet<AnswerStepRow> AnswerSteps => Set<AnswerStepRow>();
    public DbSet<QuestionRow> Questions => Set<QuestionRow>();
    public DbSet<SheetDraftRow> SheetDrafts => Set<SheetDraftRow>();
    public DbSet<MinutesRow> Minutes => Set<MinutesRow>();
    public DbSet<CarryOverRow> CarryOvers => Set<CarryOverRow>();
    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();
    public DbSet<SeenRow> Seen => Set<SeenRow>();
    public DbSet<RenumberingRow> Renumberings => Set<RenumberingRow>();
    public DbSet<ImportRow> Imports => Set<ImportRow>();
    public DbSet<ImportFileRow> ImportFiles => Set<ImportFileRow>();
    public DbSet<ColumnMappingRow> ColumnMappings => Set<ColumnMappingRow>();
    public DbSet<ProvenanceRow> Provenance => Set<ProvenanceRow>();
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();
    public DbSet<PeerDefinitionRow> PeerDefinitions => Set<PeerDefinitionRow>();
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<JobRow> Jobs => Set<JobRow>();

    /// <summary>For whom this context reads.</summary>
    public Viewer Viewer => viewer;

    /// <summary>What of this context's changes is not told in the audit log yet.</summary>
    public AuditDuty Duty { get; }

    // Asked by the query filters, anew for each query.
    private bool SeesSecrets => viewer.SeesSecrets;
    private bool SeesAll => viewer.SeesAll;
    private string Departments => Joined(viewer.Departments);
    private string Municipalities => Joined(viewer.Municipalities);
    private int? UserId => viewer.UserId;

    // One text in which the database looks for |id|, since EF Core 6 makes the SQL of a query with a list anew each time it is asked. No id holds a bar.
    private static string Joined(IReadOnlyList<string> ids) => ids.Count == 0 ? "" : $"|{string.Join('|', ids)}|";

    /// <summary>Sets a context up for a SQLite file.</summary>
    public static void Use(DbContextOptionsBuilder options, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true };
        options.UseSqlite(connection.ToString()).AddInterceptors(new SqliteSettings(), new AuditDuty.AtCommit());
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var looked = Duty.Look();
        var rows = base.SaveChanges(acceptAllChangesOnSuccess);
        if (looked.LastEntry is { } number)
            Database.ExecuteSqlRaw(AuditHead.Statement(number));
        Duty.Saved(looked);
        return rows;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var looked = Duty.Look();
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (looked.LastEntry is { } number)
            await Database.ExecuteSqlRawAsync(AuditHead.Statement(number), cancellationToken);
        Duty.Saved(looked);
        return rows;
    }

    /// <summary>Begins to write, and keeps other writers away until it is committed or disposed of; joins what is being written already.</summary>
    public async Task<Writing> Write(CancellationToken cancel) =>
        new(Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        conventions.Properties<Outcome>().HaveConversion<string>();
        conventions.Properties<Severity>().HaveConversion<string>();
        conventions.Properties<Roles>().HaveConversion<string>();
        conventions.Properties<AlertState>().HaveConversion<string>();
        conventions.Properties<CycleStep>().HaveConversion<string>();
        conventions.Properties<AnswerState>().HaveConversion<string>();
        conventions.Properties<AnswerDecision>().HaveConversion<string>();
        conventions.Properties<CarryOver>().HaveConversion<string>();
        conventions.Properties<ImportState>().HaveConversion<string>();
        conventions.Properties<PublicationState>().HaveConversion<string>();
        conventions.Properties<JobState>().HaveConversion<string>();
        conventions.Properties<AuditOrigin>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        MapPeople(model);
        MapPlans(model);
        MapRuns(model);
        MapObservations(model.Entity<ObservationRow>());
        MapCycles(model);
        MapImports(model);
        MapPublishing(model);
        MapAudit(model.Entity<AuditRow>());
        AsJson(model.Entity<JobRow>().Property(job => job.Message));
        Filter(model);
    }

    // The one place that says which rows a viewer may see.
    private void Filter(ModelBuilder model)
    {
        model.Entity<PlanRow>().HasQueryFilter(plan => SeesAll || Municipalities.Contains("|" + plan.Municipality + "|"));
        model.Entity<PlanVersionRow>().HasQueryFilter(version => SeesAll || Municipalities.Contains("|" + version.Plan!.Municipality + "|"));
        model.Entity<PlanChangeRow>().HasQueryFilter(change => (SeesSecrets || !change.Secret) && (SeesAll || Municipalities.Contains("|" + change.Version!.Plan!.Municipality + "|")));
        model.Entity<DepartmentSuccessionRow>().HasQueryFilter(row => SeesAll || Municipalities.Contains("|" + row.Plan!.Municipality + "|"));
        model.Entity<CycleRow>().HasQueryFilter(cycle => SeesAll || Municipalities.Contains("|" + cycle.Plan!.Municipality + "|"));
        model.Entity<RunRow>().HasQueryFilter(run => SeesAll || Municipalities.Contains("|" + run.Cycle!.Plan!.Municipality + "|"));
        model.Entity<ObservationRow>().HasQueryFilter(row =>
            (SeesSecrets || !row.Secret) && (SeesAll || row.Departments.Any(department => Departments.Contains("|" + department.Department + "|"))));
        model.Entity<AlertRow>().HasQueryFilter(alert => (SeesSecrets || !alert.Secret) && (SeesAll || Municipalities.Contains("|" + alert.Plan!.Municipality + "|")));
        model.Entity<CycleStepRow>().HasQueryFilter(step => SeesAll || Municipalities.Contains("|" + step.Cycle!.Plan!.Municipality + "|"));
        model.Entity<CycleIssueRow>().HasQueryFilter(issue => SeesAll || Municipalities.Contains("|" + issue.Cycle!.Plan!.Municipality + "|"));
        model.Entity<AnswerRow>().HasQueryFilter(answer =>
            (SeesSecrets || !answer.Secret)
            && (SeesAll || answer.Alert!.LastRun!.Observations.Any(row => row.Key == answer.Alert.Key && row.Departments.Any(department => Departments.Contains("|" + department.Department + "|")))));
        model.Entity<AnswerStepRow>().HasQueryFilter(step =>
            (SeesSecrets || !step.Answer!.Secret)
            && (SeesAll || step.Answer!.Alert!.LastRun!.Observations.Any(row => row.Key == step.Answer.Alert.Key && row.Departments.Any(department => Departments.Contains("|" + department.Department + "|")))));
        model.Entity<QuestionRow>().HasQueryFilter(question => (SeesSecrets || !question.Secret) && (SeesAll || Departments.Contains("|" + question.Department + "|")));
        model.Entity<SheetDraftRow>().HasQueryFilter(draft => (SeesSecrets || !draft.Secret) && (SeesAll || Departments.Contains("|" + draft.Department + "|")));
        model.Entity<MinutesRow>().HasQueryFilter(row => SeesAll || Municipalities.Contains("|" + row.Plan!.Municipality + "|"));
        model.Entity<CarryOverRow>().HasQueryFilter(row => SeesAll || Municipalities.Contains("|" + row.Plan!.Municipality + "|"));
        model.Entity<SavedViewRow>().HasQueryFilter(view => view.UserId == UserId);
        model.Entity<SeenRow>().HasQueryFilter(seen => seen.UserId == UserId);
        model.Entity<RenumberingRow>().HasQueryFilter(row => SeesAll || Municipalities.Contains("|" + row.Plan!.Municipality + "|"));
        model.Entity<ImportRow>().HasQueryFilter(import =>
            (SeesSecrets || !import.Secret) && (SeesAll || (import.ById != null && import.ById == UserId) || (import.Department != null && Departments.Contains("|" + import.Department + "|"))));
        model.Entity<ImportFileRow>().HasQueryFilter(file =>
            (SeesSecrets || !file.Import!.Secret)
            && (SeesAll || (file.Import!.ById != null && file.Import.ById == UserId) || (file.Import.Department != null && Departments.Contains("|" + file.Import.Department + "|"))));
        model.Entity<ColumnMappingRow>().HasQueryFilter(mapping => SeesAll || Departments.Contains("|" + mapping.Department + "|"));
        model.Entity<ProvenanceRow>().HasQueryFilter(row => (SeesSecrets || !row.Secret) && (SeesAll || Municipalities.Contains("|" + row.Plan!.Municipality + "|")));

        // What was approved is for everybody, also for who is not signed in.
        model.Entity<PublicationRow>().HasQueryFilter(row => row.State == PublicationState.Approved || SeesAll || Municipalities.Contains("|" + row.Municipality + "|"));
        model.Entity<PeerDefinitionRow>().HasQueryFilter(row => SeesAll || Municipalities.Contains("|" + row.Plan!.Municipality + "|"));
        model.Entity<ProfileVersionRow>().HasQueryFilter(version => (SeesSecrets || !version.Secret) && (SeesAll || Municipalities.Contains("|" + version.Municipality + "|")));
        model.Entity<AuditRow>().HasQueryFilter(entry => SeesSecrets || !entry.Secret);
        model.Entity<JobRow>().HasQueryFilter(job => SeesAll || (job.RequestedById != null && job.RequestedById == UserId));
    }

    private static void MapPeople(ModelBuilder model)
    {
        model.Entity<UserRow>().ToTable("Users");
        model.Entity<IdentityUserToken<int>>().ToTable("UserTokens");
        model.Entity<IdentityUserClaim<int>>().ToTable("UserClaims");
        model.Entity<IdentityUserLogin<int>>().ToTable("UserLogins");
        model.Entity<UserRow>().HasMany(user => user.Departments).WithOne(held => held.User!).HasForeignKey(held => held.UserId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<HeldDepartmentRow>().HasIndex(held => new { held.Municipality, held.DepartmentId });
        model.Entity<SignInLinkRow>().HasIndex(link => link.SecretHash).IsUnique();
    }

    private static void MapPlans(ModelBuilder model)
    {
        model.Entity<PlanRow>().HasIndex(plan => new { plan.Municipality, plan.PlanId }).IsUnique();
        model.Entity<PlanVersionRow>().HasIndex(version => new { version.PlanId, version.Number }).IsUnique();
        model.Entity<PlanVersionRow>().HasOne(version => version.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<PlanChangeRow>().HasIndex(change => new { change.VersionId, change.Position }).IsUnique();
        model.Entity<PlanChangeRow>().HasIndex(change => change.SubjectId);
        model.Entity<DepartmentSuccessionRow>().HasKey(row => new { row.PlanId, row.DepartmentId });
        model.Entity<CycleRow>().HasIndex(cycle => new { cycle.PlanId, cycle.FiscalYear }).IsUnique();
        model.Entity<CycleRow>().HasIndex(cycle => cycle.PlanId, "IX_Cycles_OneOpen").IsUnique().HasFilter("\"ClosedAt\" IS NULL");
        model.Entity<AlertRow>().HasIndex(alert => new { alert.PlanId, alert.Key }).IsUnique();
    }

    private static void MapCycles(ModelBuilder model)
    {
        model.Entity<CycleStepRow>().HasKey(step => new { step.CycleId, step.Step });
        model.Entity<CycleIssueRow>().HasIndex(issue => new { issue.CycleId, issue.Number }).IsUnique();
        model.Entity<CycleIssueRow>().HasOne(issue => issue.Run).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<AnswerRow>().HasIndex(answer => new { answer.AlertId, answer.CycleId }).IsUnique();
        model.Entity<AnswerRow>().Property(answer => answer.Revision).IsConcurrencyToken();
        model.Entity<QuestionRow>().HasIndex(question => new { question.CycleId, question.SubjectId });
        model.Entity<SheetDraftRow>().HasKey(draft => new { draft.CycleId, draft.Department, draft.Field });
        model.Entity<MinutesRow>().HasKey(row => new { row.PlanId, row.MeetingId });
        model.Entity<CarryOverRow>().HasKey(row => new { row.PlanId, row.SubjectId });
        model.Entity<SavedViewRow>().HasIndex(view => new { view.UserId, view.Name }).IsUnique();
        model.Entity<SeenRow>().HasKey(seen => new { seen.UserId, seen.Item });
        model.Entity<RenumberingRow>().HasKey(row => new { row.PlanId, row.OldId });
    }

    private static void MapImports(ModelBuilder model)
    {
        model.Entity<ImportRow>().HasOne(import => import.By).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<ImportRow>().HasOne(import => import.File).WithOne(file => file.Import!).HasForeignKey<ImportFileRow>(file => file.ImportId);
        model.Entity<ImportRow>().Property(import => import.Revision).IsConcurrencyToken();
        AsJson(model.Entity<ImportRow>().Property(import => import.LeftOut));
        AsJson(model.Entity<ImportRow>().Property(import => import.Counts));
        model.Entity<ImportFileRow>().HasKey(file => file.ImportId);
        model.Entity<ColumnMappingRow>().HasIndex(mapping => new { mapping.PlanId, mapping.Department, mapping.Layout }).IsUnique();
        model.Entity<ProvenanceRow>().HasIndex(row => new { row.PlanId, row.SubjectId });
        model.Entity<ProvenanceRow>().HasOne(row => row.Import).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<ProvenanceRow>().HasOne(row => row.By).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapPublishing(ModelBuilder model)
    {
        model.Entity<PublicationRow>().HasIndex(row => new { row.CycleId, row.Number }).IsUnique();
        model.Entity<PublicationRow>().HasIndex(row => row.CycleId, "IX_Publications_OneRequested").IsUnique().HasFilter("\"State\" = 'Requested'");
        model.Entity<PublicationRow>().HasOne(row => row.Cycle).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<PublicationRow>().HasOne(row => row.RequestedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<PublicationRow>().HasOne(row => row.Approver).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<PublicationRow>().Property(row => row.Revision).IsConcurrencyToken();
        model.Entity<PeerDefinitionRow>().HasKey(row => new { row.PlanId, row.SeriesId, row.Code });
        model.Entity<PeerDefinitionRow>().HasOne(row => row.Import).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<ApiTokenRow>().HasIndex(token => token.SecretHash).IsUnique();
        model.Entity<ApiTokenRow>().HasOne(token => token.CreatedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
        AsJson(model.Entity<ApiTokenRow>().Property(token => token.Scopes));
    }

    private static void MapRuns(ModelBuilder model)
    {
        model.Entity<RunRow>().HasIndex(run => new { run.CycleId, run.Number }).IsUnique();
        model.Entity<RunRow>().HasOne(run => run.By).WithMany().OnDelete(DeleteBehavior.Restrict);

        // A version that a run judged stays, so that the run can be done again.
        model.Entity<RunRow>().HasOne(run => run.PlanVersion).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<RuleTextRow>().HasKey(rule => rule.Hash);
        model.Entity<RunRuleRow>().HasKey(rule => new { rule.RunId, rule.RuleHash });
        model.Entity<RunRow>().HasMany(run => run.Rules).WithOne().HasForeignKey(rule => rule.RunId);
        model.Entity<RunRuleRow>().HasOne(rule => rule.Rule).WithMany().HasForeignKey(rule => rule.RuleHash).OnDelete(DeleteBehavior.Restrict);
        model.Entity<SettingTextRow>().HasKey(setting => setting.Hash);
        model.Entity<RunSettingRow>().HasKey(setting => new { setting.RunId, setting.SettingHash });
        model.Entity<RunRow>().HasMany(run => run.Settings).WithOne().HasForeignKey(setting => setting.RunId);
        model.Entity<RunSettingRow>().HasOne(setting => setting.Setting).WithMany().HasForeignKey(setting => setting.SettingHash).OnDelete(DeleteBehavior.Restrict);
        model.Entity<ProfileVersionRow>().HasIndex(version => new { version.Municipality, version.Number }).IsUnique();
        model.Entity<ProfileVersionRow>().HasOne(version => version.By).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<AlertRow>().HasOne(alert => alert.FirstRun).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<AlertRow>().HasOne(alert => alert.LastRun).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapObservations(EntityTypeBuilder<ObservationRow> observation)
    {
        observation.HasIndex(row => new { row.RunId, row.Position }).IsUnique();
        observation.HasIndex(row => new { row.Key, row.RunId });
        observation.HasOne(row => row.Rule).WithMany().HasForeignKey(row => row.RuleHash).OnDelete(DeleteBehavior.Restrict);
        observation.OwnsMany(row => row.Departments, department =>
        {
            department.ToTable("ObservationDepartments");
            department.WithOwner().HasForeignKey(row => row.ObservationId);
            department.HasKey(row => new { row.ObservationId, row.Department });
        });
        AsJson(observation.Property(row => row.SubjectPath));
        AsJson(observation.Property(row => row.Missing));
        AsJson(observation.Property(row => row.Detail));
    }

    private static void MapAudit(EntityTypeBuilder<AuditRow> entry)
    {
        entry.ToTable("Audit");

        // Numbered by the log itself: a gap is a sign of tampering.
        entry.Property(row => row.Id).ValueGeneratedNever();
        entry.HasIndex(row => row.At);
        AsJson(entry.Property(row => row.Details));
        AsJson(entry.Property(row => row.Changes));
    }

    private static void AsJson<T>(PropertyBuilder<T> property) => property.HasConversion(new JsonText<T>(), JsonText<T>.Comparer);
}
