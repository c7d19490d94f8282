using System.Security.Claims;
using System.Text.Encodings.Web;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DxRules.Admin.People;

/// <summary>
/// Knows a program by the token in <c>Authorization: Bearer</c>. What it may see is told by the same claims as that of a person, so that it sees what
/// the pages show to its role; who it is, is told by none, for it is no person.
/// </summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, AdminDb db, HeldDepartments departments, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "token";

    /// <summary>The claim for each scope.</summary>
    public const string Scope = "scope";

    /// <summary>The claim with the token's id.</summary>
    public const string Token = "token";

    private const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(HeaderNames.Authorization, out var header))
            return AuthenticateResult.NoResult();
        var words = header.ToString().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || !words[0].Equals(Bearer, StringComparison.OrdinalIgnoreCase) || !TokenSecret.IsOne(words[1]))
            return AuthenticateResult.Fail("No token.");
        return await Find(words[1], Context.RequestAborted) is { } token
            ? AuthenticateResult.Success(new AuthenticationTicket(await PrincipalOf(token), SchemeName))
            : AuthenticateResult.Fail("No such token.");
    }

    /// <summary>Says by what one is known (RFC 6750); whoever made the request builds the rest of the answer.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var tried = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = tried ? "Bearer realm=\"dxrules\", error=\"invalid_token\"" : "Bearer realm=\"dxrules\"";
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>() is { } needed)
            Response.Headers.WWWAuthenticate = $"Bearer realm=\"dxrules\", error=\"insufficient_scope\", scope=\"{needed.Scope}\"";
        return Task.CompletedTask;
    }

    // The index finds the hash of the secret, never the secret; that they are the same is seen in a time that tells nothing.
    private async Task<ApiTokenRow?> Find(string secret, CancellationToken cancel)
    {
        var (hash, now) = (TokenSecret.HashOf(secret), clock.GetUtcNow());
        var token = await db.ApiTokens.SingleOrDefaultAsync(row => row.SecretHash == hash, cancel);
        if (token is not { RevokedAt: null } || token.ExpiresAt <= now || !TokenSecret.AreSame(token.SecretHash, hash) || !await IsVouchedFor(token, cancel))
            return null;
        if (token.LastUsedOn != Dates.InJapan(now))
        {
            token.LastUsedOn = Dates.InJapan(now);
            await db.SaveChangesAsync(cancel);
        }
        return token;
    }

    // What an administrator made is good while they are one: nobody leaves a door open behind them. Another administrator may take it over.
    private async Task<bool> IsVouchedFor(ApiTokenRow token, CancellationToken cancel) =>
        token.CreatedById is not { } maker || ApiTokens.Vouches(await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == maker, cancel));

    private async Task<ClaimsPrincipal> PrincipalOf(ApiTokenRow token)
    {
        IReadOnlyList<string> held = token.Department is { } department ? await departments.Of(department, Context.RequestAborted) : [];
        Claim[] claims =
        [
            new(Token, token.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), new(PersonClaims.Name, token.Name), new(PersonClaims.Roles, token.Role.ToString()),
            .. held.Select(key => new Claim(PersonClaims.Department, key)), .. token.Scopes.Select(scope => new Claim(Scope, scope)),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName));
    }
}

/// <summary>Says on an endpoint which scope a token needs for it.</summary>
internal sealed record NeededScope(string Scope);
