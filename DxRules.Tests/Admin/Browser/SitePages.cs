using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Browser;

/// <summary>
/// Every page of the demonstration with an address to open it by. A route without parameters is its own address; any other needs an example in
/// <see cref="ExamplesIn"/>, and so does a state of a page that is worth looking at.
/// </summary>
internal sealed class SitePages
{
    private SitePages(IReadOnlyList<SitePage> all, IReadOnlyList<string> withoutExample, IReadOnlyList<string> withoutRoute)
    {
        All = all;
        WithoutExample = withoutExample;
        WithoutRoute = withoutRoute;
    }

    public IReadOnlyList<SitePage> All { get; }

    /// <summary>Routes that nobody gave an example address.</summary>
    public IReadOnlyList<string> WithoutExample { get; }

    /// <summary>Examples of routes that are no longer there.</summary>
    public IReadOnlyList<string> WithoutRoute { get; }

    public static async Task<SitePages> Of(IServiceProvider site)
    {
        var examples = await ExamplesIn(site.GetRequiredService<AdminDb>(), site.GetRequiredService<SignInLinks>());
        var routes = SiteRoutes.Of(site);
        var pages = new List<SitePage>();
        var missing = new List<string>();
        foreach (var route in routes)
        {
            if (!route.Contains('{', StringComparison.Ordinal))
                pages.Add(new SitePage(NameOf(route), route));
            else if (!examples.ContainsKey(route))
                missing.Add(route);
            if (examples.TryGetValue(route, out var given))
                pages.AddRange(given);
        }
        return new SitePages(pages, missing, [.. examples.Keys.Except(routes)]);
    }

    /// <summary>Add a line here for a new page with parameters, and for each state that looks different.</summary>
    private static async Task<Dictionary<string, SitePage[]>> ExamplesIn(AdminDb db, SignInLinks links)
    {
        var list = $"/cycles/{DemoSite.DemoCity}/alerts";
        return new()
        {
            ["/cycles/{cycle:int}/alerts"] =
            [
                new("alerts", list),
                new("alerts-yamagata", $"/cycles/{DemoSite.Yamagata}/alerts"),
                new("alerts-by-rule", $"{list}?order=rule&severity=warning"),
                new("alerts-no-match", $"{list}?q=どこにもない言葉"),
            ],
            ["/cycles/{cycle:int}/alerts/{**key}"] =
            [
                new("alert-kpi", await Alert("KPI-02")),
                new("alert-governance", await Alert("GOV-03")),
                new("alert-schedule", await Alert("SCH-02")),
                new("undetermined", await First(row => row.Outcome == Outcome.Undetermined)),
            ],
            ["/welcome/{secret}"] = [new("welcome", await Welcome()), new("welcome-gone", "/welcome/gone")],
            ["/error/{code:int}"] = [new("error-not-found", "/error/404"), new("error-forbidden", "/error/403"), new("error-failed", "/error/500")],
        };

        async Task<string> Welcome()
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var secret = await links.Create(await db.Users.FirstAsync(), default);
            await transaction.CommitAsync();
            return SignInLinks.PathOf(secret);
        }

        Task<string> Alert(string rule) => First(row => row.Rule!.RuleId == rule && row.Outcome == Outcome.Alert);

        async Task<string> First(System.Linq.Expressions.Expression<Func<ObservationRow, bool>> wanted) =>
            $"{list}/{await db.Observations.IgnoreQueryFilters().Where(row => row.Run!.CycleId == DemoSite.DemoCity).Where(wanted).OrderBy(row => row.Id).Select(row => row.Key).FirstAsync()}";
    }

    private static string NameOf(string route) => route == "/" ? "home" : route.Trim('/').Replace('/', '-');
}
