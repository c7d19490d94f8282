using DxRules.Admin.Api;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.People;

/// <summary>How people sign in: passwords, lockout, second factor, how long a session lasts.</summary>
internal static class SignInRules
{
    public static readonly PathString SignInPage = "/sign-in";

    /// <summary>A session that is not used ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>A session ends on the same day, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // ASVS 6.2: length counts, composition rules do not.
    public const int ShortestPassword = 12;
    public const int LongestPassword = 128;

    // ASVS 11.4.2: PBKDF2 with HMAC-SHA-512.
    public const int PasswordRounds = 210_000;

    public static void AddSignIn(this IServiceCollection services, SiteOptions options)
    {
        services.AddIdentityCore<UserRow>(Configure).AddUserStore<PeopleStore>().AddSignInManager().AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider).AddPasswordValidator<PasswordRules>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie => ConfigureSession(cookie, options));
            cookies.TwoFactorUserIdCookie!.Configure(cookie => cookie.Cookie.Secure(options, "dxrules-first-factor"));
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddScoped<ApiTokens>();
        services.AddScoped<IUserConfirmation<UserRow>, Allowed>();
        services.AddScoped<Sessions>().AddScoped<OwnSessions>().AddScoped<SessionCheck>().AddScoped<SigningIn>().AddScoped<SignInLinks>().AddScoped<SecondFactor>();
        services.AddSingleton<AuthenticatorKeys>().AddSingleton<SignInPace>().AddSingleton<PagePace>().AddScoped<PasswordAgain>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordRounds);
        services.AddScoped<FirstAdministrator>().AddScoped<DemoAccounts>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.Password = new PasswordOptions
        {
            RequiredLength = ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 5,
        };
        options.Lockout = new LockoutOptions { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        options.SignIn.RequireConfirmedAccount = true;
        options.User.AllowedUserNameCharacters = UserNames.Characters;
        options.Stores.MaxLengthForKeys = 128;
    }

    private static void ConfigureSession(CookieAuthenticationOptions cookie, SiteOptions options)
    {
        cookie.Cookie.Secure(options, "dxrules-session");
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInPage;
        cookie.ReturnUrlParameter = "to";
        cookie.EventsType = typeof(SessionCheck);

        // A browser sends its cookie to the API, too, where it must open nothing: another site could have made it ask.
        cookie.ForwardDefaultSelector = context => ApiPaths.Holds(context.Request.Path) ? TokenAuthentication.SchemeName : null;
    }
}

/// <summary>What a password may not be, besides short.</summary>
internal sealed class PasswordRules : IPasswordValidator<UserRow>
{
    public Task<IdentityResult> ValidateAsync(UserManager<UserRow> manager, UserRow user, string? password)
    {
        var tooLong = password is { Length: > SignInRules.LongestPassword };
        var holdsName = password is not null && user.UserName is { Length: > 3 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase);
        return Task.FromResult((tooLong, holdsName, password is not null && CommonPasswords.Has(password)) switch
        {
            (true, _, _) => IdentityResult.Failed(new IdentityError { Code = "PasswordTooLong" }),
            (_, true, _) => IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsName" }),
            (_, _, true) => IdentityResult.Failed(new IdentityError { Code = "PasswordIsCommon" }),
            _ => IdentityResult.Success,
        });
    }
}
