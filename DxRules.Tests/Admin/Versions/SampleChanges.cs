using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Versions;

/// <summary>Changes of all kinds in デモ市, so that there is something to see.</summary>
internal static class SampleChanges
{
    public const string Secret = "秘密の見直し";

    public static async Task Make(IServiceProvider services)
    {
        var db = services.GetRequiredService<AdminDb>();
        var plan = (await db.Plans.IgnoreQueryFilters().SingleAsync(row => row.Municipality == "992011" && row.PlanId == "demo-dx-2023")).Id;
        var person = await db.Users.OrderBy(user => user.Id).Select(user => user.Id).FirstAsync();
        await using var desk = new Desk(services, Desk.Person(person, RunningSite.Everything)) { Plan = plan };
        await desk.Save(
            Desk.Initiative("p1-i1", i => i with { Status = WorkStatus.Suspended, Progress = 0.125m, Description = "窓口で書かない手続を、証明書の交付から広げる。\n住民異動は次の年度に回す。" }),
            "所管課からの電話による報告", "d-shimin");
        await desk.Save(WithSeries(series => series with
        {
            Baseline = series.Baseline! with { Value = series.Baseline.Value + 1.5m },
            Actuals = [.. (series.Actuals ?? []).Skip(1), new Actual { FiscalYear = 2025, Value = 1234.5m, AsOf = new DateOnly(2026, 3, 31), Note = "速報による" }],
        }), "令和7年度の実績の入力");
        await desk.Save(
            Desk.Initiative("p1-i1", i => i with { Milestones = [], Lanes = [.. i.Lanes!, new Lane { Id = "new-lane", Title = "追加の行", Phases = [new Phase { Id = "new-phase", Title = "追加の区間", Start = PlanDate.FromMonth(2026, 4), End = new DateOnly(2027, 3, 31), Kind = PhaseKind.Pilot }] }] }),
            "計画の見直し");
        await desk.Save(document => document with { Security = document.Security! with { NetworkModel = NetworkModel.BetaDash, Controls = [.. document.Security.Controls!.Skip(1)] } }, Secret);
    }

    public static Series SeriesOf(PlanDocument plan) => plan.Policies!.SelectMany(p => p.Initiatives!).SelectMany(i => i.Kpis).Concat(plan.Policies!.SelectMany(p => p.Kpis ?? []))
        .SelectMany(k => k.Series!).First(s => s.Baseline is not null && s.Actuals?.Count > 1);

    private static Func<PlanDocument, PlanDocument> WithSeries(Func<Series, Series> edit) => plan =>
    {
        var series = SeriesOf(plan);
        return new PlanPlaces(plan).With(series, Members(edit(series)));
    };

    private static IEnumerable<(PlanMember, object?)> Members(Series series) => PlanShape.Of(typeof(Series)).Members.Select(member => (member, member.Get(series)));
}
