using System.Globalization;
using System.Security.Claims;
using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Publishing;

/// <summary>A site with a checked review of one plan, and the people who publish it.</summary>
internal sealed class GateSite : IAsyncDisposable
{
    public const string Address = "/cycles/1/publication";

    private GateSite(RunningSite site) => Site = site;

    public RunningSite Site { get; }

    /// <summary>A browser of who asks, and of who approves.</summary>
    public required HttpClient Office { get; init; }
    public required HttpClient Officer { get; init; }

    public required int OfficerId { get; init; }

    public static async Task<GateSite> With(PlanDocument? plan = null, TimeProvider? clock = null)
    {
        var site = plan is null && clock is null ? await RunningSite.WithDemoCity(EngineCheck.Check) : await RunningSite.WithPlan(EngineCheck.Check, plan ?? Samples.Read("demo-city.json"), clock);
        if (plan is not null || clock is not null)
        {
            await site.In(async services =>
            {
                var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
                await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, Samples.AsOf, default);
            });
        }
        var (office, officer) = (await site.As(Roles.DxOffice), await site.As(Roles.SecurityOfficer));
        var id = 0;
        await site.In(async services => id = await services.GetRequiredService<AdminDb>().Users.Where(user => user.UserName == nameof(Roles.SecurityOfficer)).Select(user => user.Id).SingleAsync());
        return new GateSite(site) { Office = office, Officer = officer, OfficerId = id };
    }

    /// <summary>Lets a person of a role, who has to be there, do something.</summary>
    public async Task<T> As<T>(Roles roles, Func<IServiceProvider, Task<T>> work)
    {
        var result = default(T)!;
        await Site.In(async services =>
        {
            var name = roles.ToString().Replace(", ", "-", StringComparison.Ordinal);
            var user = await services.GetRequiredService<AdminDb>().Users.SingleAsync(user => user.UserName == name);
            services.GetRequiredService<ActingPerson>().Person = new ClaimsPrincipal(new ClaimsIdentity(PersonClaims.Of(user, []), "test"));
            result = await work(services);
        });
        return result;
    }

    public Task<GateResult> Request(string note = "", int? approver = null, string? seen = null) =>
        As(Roles.DxOffice, services => services.GetRequiredService<PublicationGate>().Request(1, approver ?? OfficerId, note, seen, default));

    public Task<GateResult> Approve(int id, Roles by = Roles.SecurityOfficer) => As(by, services => services.GetRequiredService<PublicationGate>().Approve(id, null, default));

    public Task<GateResult> Return(int id, string reason, Roles by = Roles.SecurityOfficer) =>
        As(by, services => services.GetRequiredService<PublicationGate>().Return(id, null, reason, default));

    public Task<GateResult> Withdraw(int id, string reason, Roles by) => As(by, services => services.GetRequiredService<PublicationGate>().Withdraw(id, null, reason, default));

    /// <summary>Asks and approves.</summary>
    public async Task Publish(string note = "") => (await Approve((await Request(note)).Publication.ShouldNotBeNull())).Refusal.ShouldBe(GateRefusal.None);

    public async Task<Publication> Made()
    {
        Publication? made = null;
        await Site.In(async services => made = await services.GetRequiredService<Publications>().Make(1, default));
        return made.ShouldNotBeNull();
    }

    public async Task<IReadOnlyList<ApprovedPublication>> Approved()
    {
        IReadOnlyList<ApprovedPublication> approved = [];
        await Site.In(async services => approved = await ApprovedPublications.Read(services.GetRequiredService<AdminDb>()));
        return approved;
    }

    public Task Answer(string alert, AnswerDecision decision, string text, bool isApproved = true) => Site.In(async services =>
    {
        await using var desk = new AnswerDesk(services, RunningSite.Everything);
        var entry = new AnswerEntry(1, alert, decision, text) { Owner = "d-shimin", DueOn = new DateOnly(2025, 9, 30), AcceptedUntil = 2025, Cause = "原因", OnBehalfOf = "d-shimin" };
        var submitted = await desk.Writing.Submit(entry, default);
        submitted.IsDone.ShouldBeTrue(string.Join(' ', submitted.Problems.Select(problem => problem.TextKey).Prepend($"{submitted.Refusal} {alert}")));
        if (!isApproved)
            return;
        await using var other = new AnswerDesk(services, OfficerId, RunningSite.Everything);
        (await other.Approval.Approve(submitted.Answer!.Value, null, null, default)).IsDone.ShouldBeTrue();
    });

    public Task Change(Func<PlanDocument, PlanDocument> edit) =>
        Site.In(async services => (await services.GetRequiredService<PlanAmendments>().WriteWhole(1, edit, "試験", default)).ShouldBeTrue());

    public Task<List<string>> Keys(bool secret = false)
    {
        var keys = new List<string>();
        return Read();

        async Task<List<string>> Read()
        {
            await Site.In(async services => keys = await services.GetRequiredService<AdminDb>().Observations
                .Where(row => row.Outcome == Outcome.Alert && row.Secret == secret && row.PolicyId != null == !secret).OrderBy(row => row.Position).Select(row => row.Key).ToListAsync());
            return keys;
        }
    }

    public async Task<DateOnly?> PublishedOn()
    {
        DateOnly? day = null;
        await Site.In(async services =>
            day = GovernedCycle.Of((await services.GetRequiredService<PlanDocuments>().Newest(1, default))!.Document, 2024)?.PublishedOn?.Day);
        return day;
    }

    public async ValueTask DisposeAsync()
    {
        Office.Dispose();
        Officer.Dispose();
        await Site.DisposeAsync();
    }

    public static string Told(int number) => number.ToString(CultureInfo.InvariantCulture);
}
