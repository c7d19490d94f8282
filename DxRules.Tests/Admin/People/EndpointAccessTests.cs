using System.Net;
using System.Text.RegularExpressions;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Browser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

/// <summary>
/// Asks for everything the site has, as everybody, and compares the answer with what the handler says of itself and with the table of roles. What is
/// asked for comes from the site's own endpoints: a new page is in here from its first day, and fails where it says nothing.
/// </summary>
public sealed class EndpointAccessTests(EndpointWalk walk) : IClassFixture<EndpointWalk>
{
    [Fact]
    public void Every_handler_of_a_page_says_whom_it_permits() =>
        walk.Handlers.Where(handler => (handler.Permits is null) != handler.PermitsEverybody).Select(handler => $"{handler}")
            .ShouldBeEmpty("Put [Permits(Access.X)] or [PermitsEverybody] on each of these methods; without it, it is open to nobody.");

    [Fact]
    public void No_form_is_bound_to_what_is_stored() =>
        walk.Bound.Where(bound => !bound.Type.IsEnum && bound.Type.Namespace is { } place && (place.StartsWith("DxRules.Admin.Data", StringComparison.Ordinal) || place.StartsWith("DxRules.Engine", StringComparison.Ordinal)))
            .Select(bound => $"{bound.Page}: {bound.Type}").ShouldBeEmpty("Bind forms to records of the page: of a row, a form could fill in what it does not show.");

    [Fact]
    public void Every_page_has_a_handler() =>
        walk.WithoutHandler.ShouldBeEmpty("Give each of these pages an OnGet with [Permits(Access.X)]; without a handler it is open to nobody.");

    [Fact]
    public void Every_page_with_parameters_has_an_example_address() =>
        walk.Handlers.Select(handler => handler.Template).Distinct().Where(template => walk.Addresses(template).Count == 0)
            .ShouldBeEmpty("Give each of these pages an example address in PageExamples (DxRules.Tests/Admin/Browser): without one nobody checks who may open it.");

    [Fact]
    public void Whatever_is_no_page_has_a_policy_of_its_own() =>
        walk.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
                && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null)
            .Select(endpoint => endpoint.DisplayName).ShouldBeEmpty("Give each of these endpoints RequireAuthorization(…) or AllowAnonymous().");

    [Fact]
    public async Task A_page_opens_for_whom_it_permits_and_for_nobody_else() =>
        (await walk.Ask(handler => handler.Verb == "GET", (handler, person, address) => (handler, person) switch
        {
            ({ PermitsEverybody: true }, _) => Found,
            (_, { Roles: Roles.None }) => ToSignIn,
            _ when !person.May(handler) => Forbidden,
            _ when person.SeesEverything => Found,
            _ => FoundOrMissing,
        })).ShouldBeEmpty();

    [Fact]
    public async Task What_is_not_there_is_missing_for_whom_the_page_permits_and_closed_to_all_others() =>
        (await walk.Ask(
            handler => handler.Verb == "GET" && handler.Template.Contains('{', StringComparison.Ordinal) && !handler.PermitsEverybody,
            (handler, person, address) => person.Roles == Roles.None ? ToSignIn : person.May(handler) ? Missing : ForbiddenOrMissing,
            guess: true)).ShouldBeEmpty();

    [Fact]
    public async Task A_form_without_its_token_is_refused_whoever_sends_it() =>
        (await walk.Ask(handler => handler.Verb == "POST" && handler.Template != "/error/{code:int}", (_, _, _) => BadRequest, token: false)).ShouldBeEmpty();

    [Fact]
    public async Task A_form_is_refused_whom_its_handler_does_not_permit() =>
        (await walk.Ask(
            handler => handler.Verb == "POST" && !handler.PermitsEverybody,
            (handler, person, address) => person.Roles == Roles.None ? ToSignIn : Forbidden,
            which: (handler, person) => !person.May(handler))).ShouldBeEmpty();

    [Fact]
    public async Task What_is_not_there_cannot_be_changed() =>
        (await walk.Ask(
            handler => handler.Verb == "POST" && handler.Template.Contains('{', StringComparison.Ordinal) && !handler.PermitsEverybody,
            (handler, person, address) => MissingOrLedBack,
            which: (handler, person) => person.May(handler),
            guess: true)).ShouldBeEmpty();

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/cycles")]
    [InlineData("/cycles/one/alerts")]
    [InlineData("/cycles/99999999999/alerts")]
    [InlineData("/site.js")]
    [InlineData("/../dxrules.db")]
    [InlineData("/%2e%2e/demo.db")]
    [InlineData("/keys/")]
    [InlineData("/appsettings.json")]
    public async Task Where_nothing_is_nobody_is_asked_to_sign_in_and_all_others_are_told(string address)
    {
        foreach (var person in walk.People)
        {
            var answer = await walk.Answer(person, address);
            answer.ShouldBe(person.Roles == Roles.None ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, $"{address} as {person.Name}");
        }
    }

    [Fact]
    public async Task What_may_not_be_seen_and_what_does_not_exist_are_the_same_page()
    {
        var secret = (await walk.SecretKeys())[0];
        foreach (var person in walk.People.Where(person => person.Roles != Roles.None && !person.Roles.Allows(Access.ReadSecurity)))
        {
            var hidden = await walk.Missing(person, $"/cycles/{DemoSite.DemoCity}/alerts/{secret}");
            var nothing = await walk.Missing(person, $"/cycles/{DemoSite.DemoCity}/alerts/SEC-99:nothing");
            hidden.ShouldBe(nothing, person.Name);
        }
    }

    private static readonly Func<HttpResponseMessage, bool> Found = response => response.StatusCode == HttpStatusCode.OK || LeadsOn(response);
    private static readonly Func<HttpResponseMessage, bool> Missing = response => response.StatusCode == HttpStatusCode.NotFound;
    private static readonly Func<HttpResponseMessage, bool> FoundOrMissing = response => Found(response) || Missing(response);
    private static readonly Func<HttpResponseMessage, bool> Forbidden = response => response.StatusCode == HttpStatusCode.Forbidden;
    private static readonly Func<HttpResponseMessage, bool> ForbiddenOrMissing = response => Forbidden(response) || Missing(response);
    private static readonly Func<HttpResponseMessage, bool> BadRequest = response => response.StatusCode == HttpStatusCode.BadRequest;

    // A form whose other fields are wrong, too, may be answered for those: with the page it came from, where there is nothing either.
    private static readonly Func<HttpResponseMessage, bool> MissingOrLedBack = response => Missing(response) || LeadsOn(response);

    private static readonly Func<HttpResponseMessage, bool> ToSignIn = response =>
        response.StatusCode == HttpStatusCode.Redirect && Path(response).StartsWith("/sign-in?to=", StringComparison.Ordinal);

    // A page that only leads to another leads to one of this site.
    private static bool LeadsOn(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && Regex.IsMatch(Path(response), "^/(?!/|sign-in\\?)");

    private static string Path(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : response.Headers.Location!.OriginalString;
}
