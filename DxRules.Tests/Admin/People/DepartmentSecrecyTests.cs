using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Api;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.People;

/// <summary>What one department sees of the others. Apart from the other tests of secrecy, because it takes long and runs beside them.</summary>
public sealed class DepartmentSecrecyTests
{
    [Fact]
    public async Task A_department_sees_nothing_of_the_policies_that_are_others()
    {
        var plan = Samples.Read("demo-city.json");
        const string own = "d-shimin";
        var others = plan.Policies!.Where(policy => !Answers(policy, own)).ToList();
        others.Count.ShouldBeGreaterThan(1);
        var marked = plan with { Policies = [.. plan.Policies!.Select(policy => others.Contains(policy) ? (Policy)CanaryPlan.Marked(policy, ids: false) : policy)] };
        await using var site = await SecretSite.With(marked);
        var everything = await Crawl.From(await site.As(RunningSite.Everything), SecretSite.Entrances);
        everything.Pages.Count(page => page.Value.Contains(CanaryPlan.Word, StringComparison.Ordinal)).ShouldBeGreaterThan(5);

        var department = await Crawl.From(await site.As(Roles.Department, own), SecretSite.Entrances);
        foreach (var address in everything.Pages.Keys.Except(department.Pages.Keys).ToList())
            await department.Read(address);

        using var program = await ApiClient.Of(site, Roles.Department, own);
        var asked = new Crawl(program.Http);
        foreach (var address in SecretSite.ApiAddresses)
            (await asked.Read(address)).ShouldNotContain(CanaryPlan.Word, Case.Insensitive, address);
        using var whole = await ApiClient.Of(site, Roles.Reader);
        (await new Crawl(whole.Http).Read("/api/v1/plans/1/document")).ShouldContain(CanaryPlan.Word);

        department.Pages.Where(page => page.Value.Contains(CanaryPlan.Word, StringComparison.Ordinal)).Select(page => page.Key).ShouldBeEmpty();
    }

    private static bool Answers(Policy policy, string department) =>
        System.Text.Encoding.UTF8.GetString(PlanWriter.Write(Samples.Read("demo-city.json") with { Policies = [policy], Security = null, Governance = null, Opinions = [], Departments = [], Benefits = [] }))
            .Contains($"\"{department}\"", StringComparison.Ordinal);
}
