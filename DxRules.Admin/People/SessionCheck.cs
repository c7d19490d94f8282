using System.Globalization;
using System.Security.Claims;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>
/// Looks at each request whether its session still holds, and who the person is by now: what was taken from a person is gone with their next click.
/// </summary>
internal sealed class SessionCheck(AdminDb db, Sessions sessions, HeldDepartments departments) : CookieAuthenticationEvents
{
    /// <summary>What the cookie says of its session.</summary>
    public const string Session = "session";

    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    // Each time a new one (ASVS 7.2.4): what was open in this browser ends, also where somebody else signs in.
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var (id, open, cancel) = (IdOf(context.Principal)!.Value, context.HttpContext.User, context.HttpContext.RequestAborted);
        var (before, person) = (open.FindFirstValue(PersonClaims.Session), IdOf(open));
        if (before is not null && person is { } other && other != id)
            await sessions.End(other, before, cancel);
        context.Properties.Items[Session] = await sessions.Begin(id, cancel, person == id ? before : null, goesOn: context.Properties.Items.ContainsKey(Session));
    }

    // Usually after half the time only, so that a session would end sooner than is said.
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= Renewal;
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await Person(context, context.HttpContext.RequestAborted) is { } person)
        {
            context.ReplacePrincipal(person);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // There is no page to lead to: the answer itself says it.
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task<ClaimsPrincipal?> Person(CookieValidatePrincipalContext context, CancellationToken cancel)
    {
        if (!context.Properties.Items.TryGetValue(Session, out var session) || IdOf(context.Principal) is not { } id || !await sessions.IsOpen(id, session!, cancel))
            return null;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DisabledAt == null, cancel);
        if (user is null || user.SecurityStamp != context.Principal?.FindFirstValue(Stamp))
            return null;
        Claim[] claims = [new(PersonClaims.Session, session!), new(Stamp, user.SecurityStamp!), .. PersonClaims.Of(user, await departments.Today(id, cancel))];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    private static int? IdOf(ClaimsPrincipal? person) =>
        int.TryParse(person?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;
}
