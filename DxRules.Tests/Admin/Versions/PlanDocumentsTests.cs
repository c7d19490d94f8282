using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Versions;

public sealed class PlanDocumentsTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public Task Older_versions_are_kept_as_changes_and_come_back_byte_for_byte() => WithDesk(async desk =>
    {
        var expected = await Amend(desk, 12);

        var whole = await desk.Db.PlanVersions.Where(row => row.Document != null).Select(row => row.Number).ToListAsync();
        whole.ShouldBe([13], "only the newest is kept whole");
        foreach (var (number, hash) in expected)
            PlanWriter.Hash((await Afresh(desk).Version(desk.Plan, number, default))!.Document).ShouldBe(hash);
    });

    [Fact]
    public Task A_version_that_a_run_judged_stays_whole() => WithDesk(async desk =>
    {
        await Amend(desk, 2);
        await site.In(async services =>
        {
            var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(desk.Plan, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, new DateOnly(2025, 5, 31), default);
        });

        await Amend(desk, 2);

        (await desk.Db.PlanVersions.Where(row => row.Document != null).Select(row => row.Number).OrderBy(n => n).ToListAsync()).ShouldBe([3, 5]);
    });

    [Fact]
    public Task A_row_that_was_tampered_with_does_not_pass_for_what_was() => WithDesk(async desk =>
    {
        await Amend(desk, 3);
        await desk.Db.Database.ExecuteSqlRawAsync("UPDATE PlanChanges SET Old = '\"別の題\"' WHERE Member = 'title' AND VersionId = 2");

        await Should.ThrowAsync<InvalidDataException>(() => Afresh(desk).Version(desk.Plan, 1, default));
    });

    [Fact]
    public Task A_whole_document_that_is_brought_in_anew_is_told_apart_by_its_changes() => WithDesk(async desk =>
    {
        await site.In(services => PlanVersions.Add(
            services.GetRequiredService<DxRules.Admin.Data.AdminDb>(), services.GetRequiredService<DxRules.Admin.Audit.AuditLog>(),
            Desk.Initiative("p1-i1", i => i with { Title = "新しい題" })(Samples.Read("demo-city.json")), null, "差し替え", StoppedClock.Now, default));

        (await desk.Db.PlanChanges.ToListAsync()).ShouldHaveSingleItem().Member.ShouldBe("title");
    });

    [Fact]
    public async Task Who_does_not_see_secrets_reads_a_plan_without_them() => await site.In(async services =>
    {
        await using var office = new Desk(services, Desk.Person(null, Roles.DxOffice));
        await using var security = new Desk(services, Desk.Person(null, Roles.SecurityOfficer));

        (await office.Newest()).Security.ShouldBeNull();
        (await security.Newest()).Security.ShouldNotBeNull();
    });

    [Fact]
    public void The_cache_lets_go_of_what_was_not_used_for_longest()
    {
        var plan = Samples.Read("demo-city.json");
        var cache = new DocumentCache();
        for (var i = 0; i < DocumentCache.Most; i++)
            cache.Add($"{i}", plan);
        cache.Find("0").ShouldNotBeNull();

        cache.Add("one more", plan);

        cache.Find("0").ShouldNotBeNull();
        cache.Find("1").ShouldBeNull();
    }

    private static PlanDocuments Afresh(Desk desk) => new(desk.Db, new DocumentCache());

    private static async Task<Dictionary<int, string>> Amend(Desk desk, int times)
    {
        var hashes = new Dictionary<int, string>();
        var edits = new RandomEdits(3);
        for (var done = 0; done < times;)
        {
            var seen = (await desk.Documents.Newest(desk.Plan, default))!;
            hashes[seen.Head.Number] = seen.Head.Hash;
            var edited = edits.Next(seen.Document, edits: 3);
            if (edited is not null && (await desk.Save(plan => Desk.Initiative("p1-i1", i => i with { Title = $"題{done}" })(edited))).IsNew)
                done++;
        }
        return hashes;
    }

    private Task WithDesk(Func<Desk, Task> work) => site.In(async services =>
    {
        await using var desk = new Desk(services, Viewer.System);
        await work(desk);
    });
}
