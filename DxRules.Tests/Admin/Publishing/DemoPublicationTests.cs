using DxRules.Admin.Data;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Publishing;

/// <summary>What the public sees of デモ市.</summary>
public sealed class DemoPublicationTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_years_that_its_plans_say_were_published_went_through_the_gate()
    {
        var approved = await Approved();

        approved.Select(one => (one.Content.Head.Plan, one.Content.Head.FiscalYear, one.PublishedOn)).ShouldBe(
        [
            ("demo-ict-2018", 2020, new DateOnly(2021, 10, 20)),
            ("demo-ict-2018", 2021, new DateOnly(2023, 2, 10)),
            ("demo-dx-2023", 2023, new DateOnly(2024, 10, 10)),
        ], ignoreOrder: true);
        approved.ShouldAllBe(one => one.Number == 1 && one.Reason == null);
    }

    [Fact]
    public async Task Each_was_asked_for_by_one_person_and_approved_by_another()
    {
        await demo.Site.In(async services =>
        {
            var rows = await services.GetRequiredService<AdminDb>().Publications.Select(row => new { row.State, Asked = row.RequestedBy!.UserName, Approved = row.Approver!.UserName }).ToListAsync();

            rows.Count.ShouldBe(3);
            rows.ShouldAllBe(row => row.State == PublicationState.Approved && row.Asked == "office" && row.Approved == "security");
        });
    }

    [Fact]
    public async Task It_tells_how_each_policy_stands_in_the_words_of_the_departments()
    {
        var year = (await Approved()).Single(one => one.Content.Head.FiscalYear == 2023).Content;

        year.Policies.Count.ShouldBeGreaterThan(3);
        year.Policies.SelectMany(policy => policy.Initiatives).Count(initiative => initiative.Done is not null).ShouldBeGreaterThan(3);
        year.Kpis.SelectMany(kpi => kpi.Series).ShouldAllBe(series => series.Actuals.All(actual => actual.FiscalYear <= 2023));
        year.Kpis.SelectMany(kpi => kpi.Series).Count(series => series.Actuals.Count > 0).ShouldBeGreaterThan(5);
        year.Responses.Count.ShouldBeGreaterThan(2);
        year.Responses.ShouldAllBe(response => response.Decision != AnswerDecision.FalseAlarm);
        year.Responses.Select(response => response.Severity).ShouldBeInOrder(SortDirection.Descending);
        year.Meetings.ShouldAllBe(meeting => FiscalYear.Of(meeting.On) == 2024);
        year.Meetings.Count(meeting => meeting.Agenda is not null).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nobody_is_named_in_it() => await demo.Site.In(async services =>
    {
        var names = await PublicNames.Read(services.GetRequiredService<AdminDb>(), default);

        foreach (var approved in await ApprovedPublications.Read(services.GetRequiredService<AdminDb>()))
            names.In(approved.Content).ShouldBeEmpty();
    });

    private async Task<IReadOnlyList<ApprovedPublication>> Approved()
    {
        IReadOnlyList<ApprovedPublication> approved = [];
        await demo.Site.In(async services => approved = await ApprovedPublications.Read(services.GetRequiredService<AdminDb>()));
        return approved;
    }
}
