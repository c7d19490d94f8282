using System.Net;
using System.Text.RegularExpressions;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Browser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

/// <summary>The demonstration, somebody of each role, and all that can be asked for.</summary>
public sealed class EndpointWalk(LoadedDemo loaded) : IAsyncLifetime
{
    // States of a page differ in what they show, not in who may open them.
    private const int OfAPage = 1;

    private readonly DemoSite demo = new(loaded);
    private ILookup<string, string> addresses = null!;

    internal IReadOnlyList<SiteHandler> Handlers { get; private set; } = [];

    internal IReadOnlyList<string> WithoutHandler { get; private set; } = [];

    /// <summary>What the forms and addresses of pages are bound to.</summary>
    internal IEnumerable<(string Page, Type Type)> Bound => Handlers.SelectMany(handler => handler.Bound.Select(type => (handler.Template, type))).Distinct();

    internal IReadOnlyList<Endpoint> Endpoints { get; private set; } = [];

    internal IReadOnlyList<Person> People { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await demo.InitializeAsync();
        await demo.Site.In(async services =>
        {
            Handlers = await SiteHandler.AllOf(services);
            WithoutHandler = await SiteHandler.WithoutHandler(services);
            Endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints;
            var pages = await SitePages.Of(services);
            addresses = Handlers.Select(handler => handler.Template).Distinct()
                .SelectMany(template => Matching(template, pages).Select(address => (template, address)))
                .ToLookup(page => page.template, page => page.address);
        });
        People =
        [
            new("nobody", Roles.None, demo.Site.Browser(follows: false)),
            await Add("a reader", Roles.Reader),
            await Add("a department", Roles.Department, "d-shimin"),
            await Add("a department without a department", Roles.Department),
            await Add("the DX office", Roles.DxOffice),
            await Add("a security officer", Roles.SecurityOfficer),
            await Add("an administrator", Roles.Administrator),
            await Add("one who may do everything", RunningSite.Everything),
        ];
    }

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    /// <summary>The addresses by which a page is opened.</summary>
    internal IReadOnlyList<string> Addresses(string template) => [.. addresses[template]];

    /// <summary>Asks handlers as each person; gives a line for each answer that is not the expected one.</summary>
    /// <param name="expected">What is expected of an answer.</param>
    /// <param name="which">Which handlers are asked as whom; all as all where it is left out.</param>
    /// <param name="guess">Whether to put ids into the addresses that do not exist.</param>
    /// <param name="token">Whether a form carries the token of its page.</param>
    internal async Task<IReadOnlyList<string>> Ask(
        Func<SiteHandler, bool> handlers, Func<SiteHandler, Person, string, Func<HttpResponseMessage, bool>> expected,
        Func<SiteHandler, Person, bool>? which = null, bool guess = false, bool token = true)
    {
        var wrong = new List<string>();
        foreach (var person in People)
        {
            var form = token ? await Token(person) : new Dictionary<string, string>();
            foreach (var handler in Handlers.Where(handlers).Where(handler => which?.Invoke(handler, person) ?? true))
            {
                foreach (var address in guess ? Guesses(handler.Template) : Addresses(handler.Template))
                {
                    using var response = handler.Verb == "GET"
                        ? await person.Browser.GetAsync(handler.At(address))
                        : await person.Browser.PostAsync(handler.At(address), new FormUrlEncodedContent(form));
                    if (!expected(handler, person, address)(response))
                        wrong.Add($"{handler} at {address} as {person.Name}: {(int)response.StatusCode} {response.Headers.Location}");
                }
            }
        }
        return wrong;
    }

    internal async Task<HttpStatusCode> Answer(Person person, string address)
    {
        using var response = await person.Browser.GetAsync(address);
        return response.StatusCode;
    }

    /// <summary>The page that says that there is none, without the address that was asked for.</summary>
    internal async Task<string> Missing(Person person, string address)
    {
        using var response = await person.Browser.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{address} as {person.Name}");
        var page = await response.Content.ReadAsStringAsync();
        return Regex.Replace(page.Replace(address, ""), "name=\"__RequestVerificationToken\"[^>]*", "");
    }

    /// <summary>The keys of what only some may see.</summary>
    internal async Task<IReadOnlyList<string>> SecretKeys()
    {
        IReadOnlyList<string> keys = [];
        await demo.Site.In(async services =>
            keys = await services.GetRequiredService<AdminDb>().Observations.Where(row => row.Secret && row.Run!.CycleId == DemoSite.DemoCity).Select(row => row.Key).ToListAsync());
        return keys;
    }

    private async Task<Person> Add(string name, Roles roles, params string[] departments) =>
        new(name, roles, demo.Site.Browser(await demo.Site.Session(roles, departments), follows: false));

    // Every page has a form: at least the one for signing out.
    private static async Task<Dictionary<string, string>> Token(Person person)
    {
        using var response = await person.Browser.GetAsync(person.Roles == Roles.None ? "/sign-in" : "/account");
        var token = Regex.Match(await response.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"");
        return new() { ["__RequestVerificationToken"] = token.Groups[1].Value };
    }

    private static IEnumerable<string> Matching(string template, SitePages pages)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
            return [template];
        var pattern = "^" + Regex.Replace(Regex.Escape(template).Replace("\\{", "{"), "{[^}]*}", part => part.Value.Contains("\\*\\*") ? ".+" : part.Value.Contains(":int") ? "[0-9]+" : "[^/?]+") + "($|\\?)";
        var literals = template.Split('/').Where(part => !part.Contains('{', StringComparison.Ordinal)).Count();
        return pages.All.Select(page => page.Address).Where(address => Regex.IsMatch(address, pattern) && literals > 0).Take(OfAPage);
    }

    /// <summary>Addresses of a page with ids that nothing has: too large, none at all, of another kind.</summary>
    private static IEnumerable<string> Guesses(string template)
    {
        string[] values = ["987654321", "SEC-99%3Anothing", "%E3%81%82"];
        return values.Select(value => Regex.Replace(template, "{[^}]*}", value));
    }

    /// <summary>Somebody who asks.</summary>
    internal sealed record Person(string Name, Roles Roles, HttpClient Browser)
    {
        public bool SeesEverything => Roles == RunningSite.Everything;

        public bool May(SiteHandler handler) => handler.PermitsEverybody || (handler.Permits is { } permits && Roles.Allows(permits.Access));
    }
}
