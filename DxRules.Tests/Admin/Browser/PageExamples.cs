using System.Linq.Expressions;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Exchange.Tables;
using DxRules.Admin.People;
using DxRules.Engine.Rules;
using DxRules.Tests.Admin.Exchange.Peers;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Browser;

/// <summary>
/// The addresses that cannot be read off a route. Add a line for a new page with parameters, and one for each state of a page that looks different.
/// </summary>
internal sealed class PageExamples(AdminDb db, SignInLinks links)
{
    private static readonly string Alerts = $"/cycles/{DemoSite.DemoCity}/alerts";

    /// <returns>What is opened instead of the route itself; nothing for a route that only leads to another page.</returns>
    public async Task<Dictionary<string, SitePage[]>> ByRoute() => new(StringComparer.Ordinal)
    {
            ["/cycles/{cycle:int}"] = [new("cycle", $"/cycles/{DemoSite.DemoCity}"), new("cycle-closed", $"/cycles/{DemoSite.FirstOfDemoCity}")],
        ["/cycles/{cycle:int}/alerts"] =
        [
            new("alerts", Alerts),
            new("alerts-yamagata", $"/cycles/{DemoSite.Yamagata}/alerts"),
            new("alerts-by-rule", $"{Alerts}?order=rule&severity=warning"),
            new("alerts-no-match", $"{Alerts}?q=どこにもない言葉"),
            new("alerts-left", $"{Alerts}?state=previous"),
            new("alerts-second-page", $"{Alerts}?page=2&order=department"),
            new("alerts-to-answer", $"{Alerts}?work=toAnswer&severity=critical&order=due"),
            new("alerts-missing", $"{Alerts}?severity=undetermined"),
        ],
        ["/cycles/{cycle:int}/alerts/{**key}"] =
        [
            new("alert-kpi", await Alert("KPI-02")),
            new("alert-governance", await Alert("GOV-03")),
            new("alert-schedule", await Alert("SCH-02")),
            new("undetermined", await First(row => row.Outcome == Outcome.Undetermined)),
        ],
        ["/cycles/{cycle:int}/comparison"] =
        [
            new("comparison", $"/cycles/{DemoSite.DemoCity}/comparison"),
            new("comparison-items", $"/cycles/{DemoSite.DemoCity}/comparison?show=items"),
            new("comparison-plans", $"/cycles/{DemoSite.FirstOfDemoCity}/comparison?show=subjects"),
            new("comparison-none", $"/cycles/{DemoSite.Yamagata}/comparison"),
        ],
        ["/cycles/{cycle:int}/heatmap"] =
        [
            new("heatmap", $"/cycles/{DemoSite.DemoCity}/heatmap"),
            new("heatmap-undetermined", $"/cycles/{DemoSite.DemoCity}/heatmap?severity=undetermined"),
        ],
        ["/cycles/{cycle:int}/paper"] = [new("paper", $"/cycles/{DemoSite.FirstOfDemoCity}/paper"), new("paper-draft", $"/cycles/{DemoSite.DemoCity}/paper?part=Alerts&part=Actions&number=資料1")],
        ["/cycles/{cycle:int}/publication"] = [new("publication", $"/cycles/{DemoSite.FirstOfDemoCity}/publication"), new("publication-draft", $"/cycles/{DemoSite.DemoCity}/publication")],
        // A page of the public site, whose language is that of its address.
        ["/cycles/{cycle:int}/publication/preview/{**path}"] = [new("publication-preview", $"/cycles/{DemoSite.DemoCity}/publication/preview/index.html") { IsVariant = true }],
        ["/cycles/{cycle:int}/approvals"] = [new("approvals", $"/cycles/{DemoSite.DemoCity}/approvals"), new("approvals-none", $"/cycles/{DemoSite.Yamagata}/approvals")],
        ["/cycles/{cycle:int}/judgements"] =
        [
            new("judgements", $"/cycles/{DemoSite.DemoCity}/judgements"),
            new("judgements-policy", $"/cycles/{DemoSite.DemoCity}/judgements?show=all&policy=p1"),
            new("judgements-closed", $"/cycles/{DemoSite.FirstOfDemoCity}/judgements?show=different"),
        ],
        ["/error/{code:int}"] = [new("error-not-found", "/error/404"), new("error-forbidden", "/error/403"), new("error-failed", "/error/500"), new("error-misfit", "/error/409")],
        ["/people/{id:int}"] = [new("person", $"/people/{await Person("shimin")}"), new("person-admin", $"/people/{await Person("admin")}")],
        ["/people/{id:int}/edit"] = [new("person-edit", $"/people/{await Person("shimin")}/edit")],
        ["/jobs/{id:int}"] =
        [
            new("job-running", await Job(JobState.Running)),
            new("job-done", await Job(JobState.Succeeded)),
            new("job-interrupted", await Job(JobState.Interrupted)),
        ],
        ["/plans/{plan:int}"] =
        [
            new("plan", "/plans/2"), new("plan-phases", "/plans/2?level=phases&category=c-service"), new("plan-policies", "/plans/2?level=policies"),
            new("plan-yamagata", "/plans/3"), new("plan-no-match", "/plans/2?department=nobody"),
        ],
        ["/plans/{plan:int}/policies/{id}"] = [new("policy", "/plans/2/policies/p1"), new("policy-yamagata", "/plans/3/policies/p1")],
        ["/plans/{plan:int}/initiatives/{id}"] = [new("initiative", "/plans/2/initiatives/p1-i1")],
        ["/plans/{plan:int}/milestones/{id}"] = [new("milestone", "/plans/2/milestones/p2-i3-m1")],
        ["/search"] = [new("search", "/search"), new("search-found", "/search?q=窓口"), new("search-alerts", "/search?q=窓口&kind=alert"), new("search-none", "/search?q=どこにもない言葉")],
        ["/plans/{plan:int}/versions"] = [new("versions", $"/plans/2/versions"), new("versions-none", $"/plans/3/versions")],
        ["/plans/{plan:int}/subjects/{id}/history"] =
        [
            new("history", $"/plans/2/subjects/p1-i1/history"),
            new("history-none", $"/plans/2/subjects/p2/history"),
            new("history-security", $"/plans/2/subjects/security-policy/history"),
        ],
        ["/plans/{plan:int}/departments"] = [new("departments", $"/plans/2/departments"), new("departments-before", $"/plans/2/departments?on=2020-04-01")],
        ["/plans/{plan:int}/departments/{department}/hand-over"] = [new("hand-over", $"/plans/2/departments/d-dx/hand-over")],
        ["/cycles/{cycle:int}/sheet"] = [new("sheets", $"/cycles/{DemoSite.DemoCity}/sheet")],
        ["/cycles/{cycle:int}/sheets/{department}"] =
        [
            new("sheet", $"/cycles/{DemoSite.DemoCity}/sheets/d-shimin"),
            new("sheet-large", $"/cycles/{DemoSite.DemoCity}/sheets/d-somu"),
            new("sheet-closed", $"/cycles/{DemoSite.FirstOfDemoCity}/sheets/d-shimin"),
        ],
        ["/cycles/{cycle:int}/reminders"] = [new("reminders", $"/cycles/{DemoSite.DemoCity}/reminders"), new("reminder", $"/cycles/{DemoSite.DemoCity}/reminders?department=d-suido")],
        ["/cycles/{cycle:int}/questions"] = [new("questions", $"/cycles/{DemoSite.DemoCity}/questions?subject=p1-i1")],
        ["/plans/{plan:int}/renumbering"] = [new("renumbering", $"/plans/2/renumbering")],
        ["/plans/{plan:int}/trend"] = [new("trend", $"/plans/2/trend"), new("trend-category", $"/plans/3/trend?category=kpi")],
        ["/plans/{plan:int}/export"] = [new("export", $"/plans/2/export"), new("export-yamagata", $"/plans/3/export")],
        ["/plans/{plan:int}/generations"] =
        [
            new("generations", $"/plans/2/generations"),
            new("generations-added", $"/plans/2/generations?show=added&page=2"),
            new("generations-none", $"/plans/3/generations"),
        ],
        ["/plans/{plan:int}/security"] =
        [
            new("security", $"/plans/2/security"),
            new("security-due", $"/plans/2/security?show=due&department=d-dx"),
            new("security-none", $"/plans/3/security"),
        ],
        ["/plans/{plan:int}/security/summary"] = [new("security-summary", $"/plans/2/security/summary")],
        ["/plans/{plan:int}/governance"] = [new("governance", $"/plans/2/governance"), new("governance-none", $"/plans/3/governance")],
        ["/plans/{plan:int}/governance/bodies/{body}"] = [new("members", $"/plans/2/governance/bodies/b-forum")],
        ["/plans/{plan:int}/governance/bodies/{body}/meeting"] = [new("meeting-new", $"/plans/2/governance/bodies/b-forum/meeting")],
        ["/plans/{plan:int}/governance/meetings/{meeting}"] = [new("meeting", $"/plans/2/governance/meetings/mt-forum-2024-2")],
        ["/cycles/{cycle:int}/actions"] = [new("actions", $"/cycles/{DemoSite.DemoCity}/actions"), new("actions-carried", $"/cycles/{DemoSite.FirstOfPlanBefore + 2}/actions")],
        ["/cycles/{cycle:int}/comments"] = [new("comments", $"/cycles/{DemoSite.DemoCity}/comments")],
        ["/cycles/{cycle:int}/close"] = [new("cycle-close", $"/cycles/{DemoSite.DemoCity}/close")],
        ["/plans/{plan:int}/closing"] = [new("closing", $"/plans/1/closing"), new("closing-all", $"/plans/1/closing?show=all")],
        ["/plans/{plan:int}/closing/{subject}"] = [new("closing-item", $"/plans/1/closing/q1-i2"), new("closing-kpi", $"/plans/1/closing/q2-k1")],
        ["/plans/{plan:int}/carry-over"] = [new("carry-over", $"/plans/1/carry-over")],
        ["/plans/{plan:int}/kpis"] = [new("kpis", "/plans/2/kpis"), new("kpis-behind", "/plans/2/kpis?grade=behind&category=c-service"), new("kpis-yamagata", "/plans/3/kpis")],
        ["/plans/{plan:int}/kpis/{id}"] =
        [
            new("kpi", "/plans/2/kpis/k-consult"), new("kpi-peers", "/plans/2/kpis/k-kiosk"), new("kpi-two", "/plans/2/kpis/k-ai"),
            new("kpi-kept", "/plans/2/kpis/k-uptime"), new("kpi-over", "/plans/1/kpis/q1-k2"), new("kpi-silent", "/plans/3/kpis/k-e-application"),
        ],
        ["/plans/{plan:int}/import"] = [new("import", "/plans/2/import"), new("import-none", "/plans/3/import")],
        ["/imports/{id:int}/columns"] = [new("import-columns", $"{await Import(ImportState.Uploaded)}/columns")],
        ["/imports/{id:int}/peers"] = [new("import-peers", $"{await PeerImport()}/peers")],
        ["/imports/{id:int}"] =
        [
            new("import-check", await Import(ImportState.Checked)), new("import-changed", $"{await Import(ImportState.Checked)}?show=changed"), new("import-mapped", await Import(ImportState.Mapped)),
            new("import-taken", await Import(ImportState.Taken)), new("import-discarded", await Import(ImportState.Discarded)),
        ],
        ["/plans/{plan:int}/inherited"] = [new("inherited", $"/plans/2/inherited"), new("inherited-none", $"/plans/3/inherited")],
        ["/rules/{id}"] = [new("rule", "/rules/SCH-02"), new("rule-shared", "/rules/KPI-02")],
        ["/rules/{id}/tuning"] = [new("rule-tuning", "/rules/SCH-02/tuning")],
        ["/rules/parameters/{id}/tuning"] = [new("shared-tuning", "/rules/parameters/ratingBoundaries/tuning")],
        ["/sign-out"] = [],
        ["/tokens"] = [new("tokens", await Tokens())],
        ["/welcome/{secret}"] = [new("welcome", await Welcome()), new("welcome-gone", "/welcome/gone")],
    };

    private async Task<string> Welcome()
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var secret = await links.Create(await db.Users.OrderBy(user => user.Id).FirstAsync(), default);
        await transaction.CommitAsync();
        return SignInLinks.PathOf(secret);
    }

    private Task<int> Person(string userName) => db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync();

    private async Task<string> Tokens()
    {
        foreach (var (role, days) in new[] { (Roles.Reader, 180), (Roles.SecurityOfficer, 20), (Roles.Department, -1) })
        {
            db.ApiTokens.Add(new ApiTokenRow
            {
                Name = "庁内ダッシュボードの指摘一覧", Role = role, Department = role == Roles.Department ? "992011/d-shimin" : null, Scopes = ApiScopes.All, SecretHash = $"{role}",
                CreatedAt = StoppedClock.Now, ExpiresAt = StoppedClock.Now.AddDays(days),
            });
        }
        await db.SaveByHand();
        return "/tokens";
    }

    private async Task<string> Job(JobState state)
    {
        var job = new JobRow
        {
            Kind = "check", PlanId = 1, State = state, RequestedAt = StoppedClock.Now, StartedAt = StoppedClock.Now, Done = 1240, Total = 3000,
            Message = new Bilingual("行を読んでいます", "Reading rows"), Result = state == JobState.Succeeded ? "/" : null,
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync();
        return $"/jobs/{job.Id}";
    }

    private async Task<string> Import(ImportState state)
    {
        var content = await File.ReadAllBytesAsync(Repository.File("DxRules.Tests", "Admin", "Exchange", "UglySheets", "02-kpi-suii.xlsx"));
        var plan = Samples.Read(DemoSite.DemoCityPlan);
        var grids = GridFile.Read("02-kpi-suii.xlsx", content).Grids!;
        var row = new ImportRow
        {
            PlanId = 2, FileName = "02-kpi-suii.xlsx", Hash = "", Size = content.Length, At = StoppedClock.Now, State = state, LeftOut = [], BaseVersion = 1, Version = state == ImportState.Taken ? 1 : null,
            Mapping = new ImportMapping([.. grids.SelectMany(TableFinder.Find).Select(table => new ImportTable(true, MappingGuess.Of(table, plan)))]).ToJson(),
            Counts = new ImportCounts(1, 1, 20, 0, 1, 1, 1),
            File = state == ImportState.Discarded ? null : new ImportFileRow { Content = Compressed.Pack(content), Check = state is ImportState.Checked or ImportState.Taken ? Check(grids[0].Name).Pack() : null },
        };
        db.Imports.Add(row);
        await db.SaveByHand();
        return $"/imports/{row.Id}";
    }

    private async Task<string> PeerImport()
    {
        var (content, plan) = (NextCity.Json(), Samples.Read(DemoSite.DemoCityPlan));
        var row = new ImportRow
        {
            PlanId = 2, FileName = "publication.json", Hash = "", Size = content.Length, At = StoppedClock.Now, State = ImportState.Uploaded, LeftOut = [],
            Mapping = PeerGuess.Of(OwnSeries.Of(plan), PeerFiles.Read("publication.json", content).File!, []).ToJson(), File = new ImportFileRow { Content = Compressed.Pack(content) },
        };
        db.Imports.Add(row);
        await db.SaveByHand();
        return $"/imports/{row.Id}";
    }

    private static ImportCheck Check(string sheet) => new(
        [new("p1-i1", "description", null, "\"窓口の待ち時間を減らす\""), new("k-consult", "title", "\"前の題名\"", "\"後の題名\"")],
        [new(sheet, 5, ImportOutcome.Changed, "p1-i1", "窓口"), new(sheet, 6, ImportOutcome.Added, "k-consult", "相談"), new(sheet, 7, ImportOutcome.NotRecognised, null, "どこにもない指標")],
        [
            new(new CellPlace(sheet, 7, 1), "DX640", true, new("計画にない指標です。", "No such KPI."), new("題名を直してください。", "Correct its title.")),
            new(new CellPlace(sheet, 8, 4), "DX641", false, new("速報値として読みました。", "Read as provisional."), null),
        ],
        [new("p1-i1", "description", new CellPlace(sheet, 5, 3)), new("k-consult", "title", new CellPlace(sheet, 6, 3))],
        new CheckEffect([], [new("key", Severity.Warning, new("規則", "Rule"), "取組", new("遅れています。", "It is late."))], [], [], [], []));

    private Task<string> Alert(string rule) => First(row => row.Rule!.RuleId == rule && row.Outcome == Outcome.Alert);

    private async Task<string> First(Expression<Func<ObservationRow, bool>> wanted)
    {
        var rows = db.Observations.IgnoreQueryFilters().Where(row => row.Run!.CycleId == DemoSite.DemoCity).Where(wanted);
        return $"{Alerts}/{await rows.OrderBy(row => row.Id).Select(row => row.Key).FirstAsync()}";
    }
}
