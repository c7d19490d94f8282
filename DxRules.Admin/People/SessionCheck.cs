using System.Globalization;
using System.Security.Claims;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>
/// Looks at each request whether its session still holds, and who the person is by now: what was taken from a person is gone with their next click.
/// </summary>
internal sealed class SessionCheck(AdminDb db, HeldDepartments departments, TimeProvider clock) : CookieAuthenticationEvents
{
    private const string Began = "began";

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(Began, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
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

    private async Task<ClaimsPrincipal?> Person(CookieValidatePrincipalContext context, CancellationToken cancel)
    {
        if (!context.Properties.Items.TryGetValue(Began, out var began)
            || clock.GetUtcNow() - DateTimeOffset.Parse(began!, CultureInfo.InvariantCulture) > SignInRules.Longest
            || !int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DisabledAt == null, cancel);
        if (user is null || user.SecurityStamp != context.Principal.FindFirstValue(Stamp))
            return null;
        var claims = new List<Claim>
        {
            new(PersonClaims.UserId, user.Id.ToString(CultureInfo.InvariantCulture)),
            new(PersonClaims.Name, user.DisplayName),
            new(PersonClaims.Roles, user.Roles.ToString()),
            new(Stamp, user.SecurityStamp!),
        };
        if (user.TwoFactorEnabled)
            claims.Add(new(PersonClaims.SecondFactor, ""));
        if (user.Language is { } language)
            claims.Add(new(PersonClaims.Language, language));
        claims.AddRange((await departments.Today(id, cancel)).Select(department => new Claim(PersonClaims.Department, department)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    private static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;
}
