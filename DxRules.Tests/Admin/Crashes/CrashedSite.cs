using System.Globalization;
using System.Net;
using System.Text.Json;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Keeping;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Tests.Admin.Exchange.Workbooks;
using DxRules.Tests.Admin.Pages.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Crashes;

/// <summary>A site that is killed and started again, and what of it has to be true each time.</summary>
internal sealed class CrashedSite : IAsyncDisposable
{
    private static readonly string[] Actions =
    [
        AuditActions.QuestionAsked, AuditActions.RunStored, AuditActions.ImportTaken, AuditActions.BackupMade,
        AuditActions.CycleClosed, AuditActions.CycleCorrected, AuditActions.PublicationRequested, AuditActions.PublicationApproved,
    ];

    private readonly TemporaryFolder folder = new();
    private readonly CrashCounts counts;
    private readonly Random random;
    private Dictionary<string, int> known = [];
    private Cookie office = null!;
    private Cookie officer = null!;
    private string officerId = "";
    private byte[] form = [];

    private CrashedSite(CrashCounts counts, Random random) => (this.counts, this.random) = (counts, random);

    public bool IsClosed { get; private set; }

    private string Database => Path.Combine(folder.Path, "dxrules.db");

    /// <summary>A site with a checked review of one plan.</summary>
    public static async Task<CrashedSite> Begin(CrashCounts counts, Random random)
    {
        var story = new CrashedSite(counts, random);
        await using (var site = await story.Open())
        {
            await site.In(async services =>
            {
                await PlanVersions.Add(services.GetRequiredService<AdminDb>(), services.GetRequiredService<AuditLog>(), Samples.Read("demo-city.json"), null, "test", DateTimeOffset.UtcNow, default);
                var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
                await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, Samples.AsOf, default);
            });
            await story.SignIn(site);
            await story.Remember(site);
        }
        SqliteConnection.ClearAllPools();
        return story;
    }

    /// <summary>Starts the site as a process, lets people work on it, and kills it at some moment.</summary>
    public async Task WorkUntilKilled(int round)
    {
        using var process = await SiteProcess.Start(folder.Path);
        using var killed = new CancellationTokenSource();
        var workers = new Workers(process.Browser(office), process.Browser(officer), officerId, Workbook, counts.Kills + 1, new Random(random.Next()));
        await workers.Arrive();
        Task[] work = [workers.Enter(killed.Token), workers.RunJobs(killed.Token), workers.Govern(closes: random.Next(6) == 0 || round == 12, killed.Token)];

        // Not before people really work: the first pages of a process take a while.
        await Task.WhenAny(workers.Began, Task.WhenAll(work), Task.Delay(TimeSpan.FromSeconds(60)));
        await Task.Delay(random.Next(counts.Longest));
        process.Kill();
        await killed.CancelAsync();
        foreach (var one in work)
            await Ended(one, killed.Token);
        counts.Kills++;
        Expect(workers.Began.IsCompleted, "nothing was done in a minute");
        Look(workers);
    }

    /// <summary>Starts the site again, and sees that what was interrupted says so and can be done.</summary>
    public async Task LookAndGoOn()
    {
        await using (var site = await Open())
        {
            var jobs = await site.Read(db => db.Jobs.AsNoTracking().ToListAsync());
            Expect(jobs.TrueForAll(job => job.State is not (JobState.Waiting or JobState.Running)), "a job is still said to be under way");
            var interrupted = jobs.Where(job => job.State == JobState.Interrupted).ToList();
            var anew = interrupted.Count - known.GetValueOrDefault("interrupted");
            counts.Interrupted += anew;
            if (anew > 0)
                await Repeat(site, interrupted[^1]);
            await site.In(async services => await LookInside(services.GetRequiredService<AdminDb>(), services));
            await SignIn(site);
            await Remember(site);
            known["interrupted"] = interrupted.Count;
        }
        SqliteConnection.ClearAllPools();
    }

    private async Task Repeat(RunningSite site, JobRow job)
    {
        Expect((await site.Open($"/jobs/{job.Id}")).Main.Contains("途中までの結果は保存していません", StringComparison.Ordinal), "an interrupted job does not say so");
        var (address, button, done) = job.Kind == BackupJob.Kind ? ("/operations", "今すぐバックアップを作る", "バックアップを作りました") : ("/cycles/1/alerts", "もう一度点検する", "点検しました（第");
        if (IsClosed && job.Kind != BackupJob.Kind)
            return;
        var refusal = await Workers.Refusal(site.Client, address, button, done);
        Expect(refusal is null, $"{job.Kind} cannot be done again: {refusal}");
        counts.Repeated++;
    }

    // As the disk has it, before any program touches it again.
    private void Look(Workers workers)
    {
        var damage = DatabaseFile.FirstDamage(Database);
        Expect(damage is null, $"damaged: {damage}");
        var verdict = AuditVerification.Verify(DatabaseFile.ConnectionString(Database, SqliteOpenMode.ReadWrite), null, default);
        Expect(verdict.Tampering is null, $"the audit log is broken: {verdict.Tampering}");
        using var connection = DatabaseFile.Open(Database, SqliteOpenMode.ReadWrite);
        foreach (var action in Actions)
        {
            var (said, found) = (workers.Done.Count(one => one == action), Entries(connection, action) - known.GetValueOrDefault(action));
            Expect(found == said || found == said + 1, $"{action}: said {said}, found {found}");
            var before = counts.Actions.GetValueOrDefault(action);
            counts.Actions[action] = (before.Said + said, before.Unsaid + found - said);
        }
        foreach (var text in workers.Saved)
            Expect(Number(connection, "SELECT (SELECT count(*) FROM Questions WHERE Text = @value) + (SELECT count(*) FROM PlanChanges WHERE New = '\"' || @value || '\"')", text) == 1, $"'{text}' was lost");
        foreach (var backup in Directory.Exists(Backup.FolderIn(folder.Path)) ? Directory.EnumerateFiles(Backup.FolderIn(folder.Path), "*.dxbackup") : [])
            Expect(BackupFile.Verify(backup, backup, default) is null, $"{backup} is no whole backup");
        IsClosed = Entries(connection, AuditActions.CycleClosed) > 0;
    }

    // What belongs together is there together.
    private async Task LookInside(AdminDb db, IServiceProvider services)
    {
        async Task<int> Told(string action) => await db.Audit.CountAsync(entry => entry.Action == action);
        var cycle = await db.Cycles.Include(row => row.Steps).AsNoTracking().SingleAsync();
        Expect(await db.Questions.CountAsync() == await Told(AuditActions.QuestionAsked), "questions and their entries");
        Expect(await db.Runs.CountAsync() == await Told(AuditActions.RunStored), "runs and their entries");
        Expect(await db.CycleIssues.CountAsync() == await Told(AuditActions.CycleClosed) + await Told(AuditActions.CycleCorrected), "issues and their entries");
        Expect(cycle.ClosedAt is not null == IsClosed && cycle.Steps.Exists(step => step.Step == CycleStep.Close && step.DoneAt is not null) == IsClosed, "a cycle is closed by half");
        Expect(await db.Publications.CountAsync() == await Told(AuditActions.PublicationRequested), "requests and their entries");
        var approved = await db.Publications.CountAsync(row => row.State == PublicationState.Approved);
        Expect(approved == await Told(AuditActions.PublicationApproved), "approvals and their entries");
        var document = (await services.GetRequiredService<PlanDocuments>().Newest(1, default))!.Document;
        Expect(GovernedCycle.Of(document, 2024)?.PublishedOn is not null == approved > 0, "published, and the plan does not say so");
        foreach (var import in await db.Imports.AsNoTracking().Where(row => row.State == ImportState.Taken).ToListAsync())
        {
            Expect(await db.PlanVersions.AnyAsync(version => version.Number == import.Version) && await db.Provenance.AnyAsync(row => row.ImportId == import.Id), $"import {import.Id} was taken by half");
        }
        Expect(await db.Imports.CountAsync(row => row.State == ImportState.Taken) == await Told(AuditActions.ImportTaken), "imports and their entries");
        var last = await db.Runs.AsNoTracking().OrderByDescending(run => run.Id).FirstAsync();
        var found = JsonDocument.Parse(Compressed.Unpack(last.Report)).RootElement.GetProperty("plans")[0];
        Expect(await db.Observations.CountAsync(row => row.RunId == last.Id) == found.GetProperty("alerts").GetArrayLength() + found.GetProperty("undetermined").GetArrayLength(), $"run {last.Number} has not all it observed");
    }

    private async Task Remember(RunningSite site) =>
        known = (await site.Read(db => db.Audit.Select(entry => entry.Action).ToListAsync())).CountBy(action => action).ToDictionary(pair => pair.Key, pair => pair.Value);

    private async Task SignIn(RunningSite site)
    {
        (office, officer) = (await site.Session(RunningSite.Everything), await site.Session(Roles.SecurityOfficer));
        officerId = (await site.Read(db => db.Users.Where(user => user.UserName == nameof(Roles.SecurityOfficer)).Select(user => user.Id).SingleAsync())).ToString(CultureInfo.InvariantCulture);
        form = await site.Workbook("d-shimin");
    }

    private byte[] Workbook(string text)
    {
        var plan = Samples.Read("demo-city.json");
        var theirs = plan.Policies!.SelectMany(policy => policy.Initiatives ?? []).First(initiative => initiative.Departments.SequenceEqual(["d-shimin"]));
        return EditedWorkbook.Change(form, book => book.Put(DepartmentSlice.Of(plan, "d-shimin").Document, "取組", theirs.Id, "説明", text));
    }

    private Task<RunningSite> Open() => RunningSite.Start(EngineCheck.Check, folder.Path, clock: TimeProvider.System);

    private static async Task Ended(Task work, CancellationToken killed)
    {
        try
        {
            await work;
        }
        catch (Exception failure) when (killed.IsCancellationRequested && failure is HttpRequestException or OperationCanceledException or IOException)
        {
            // Nobody answers any more.
        }
    }

    private void Expect(bool isSo, string otherwise)
    {
        if (!isSo)
            counts.Wrong.Add($"kill {counts.Kills}: {otherwise}");
    }

    private static int Entries(SqliteConnection connection, string action) => (int)Number(connection, "SELECT count(*) FROM Audit WHERE Action = @value", action);

    private static long Number(SqliteConnection connection, string query, string value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("@value", value);
        return (long)command.ExecuteScalar()!;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
