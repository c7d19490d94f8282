using DxRules.Admin.Data;
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

    public static void AddSignIn(this IServiceCollection services, bool isLoopback)
    {
        services.AddIdentityCore<UserRow>(Configure).AddEntityFrameworkStores<AdminDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddPasswordValidator<PasswordRules>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie => ConfigureSession(cookie, isLoopback));
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Secure(cookie, "dxrules-first-factor", isLoopback));
        });
        services.AddScoped<IUserConfirmation<UserRow>, Allowed>();
        services.AddScoped<SessionCheck>().AddScoped<SigningIn>().AddScoped<SignInLinks>().AddScoped<SecondFactor>();
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

    private static void ConfigureSession(CookieAuthenticationOptions cookie, bool isLoopback)
    {
        Secure(cookie, "dxrules-session", isLoopback);
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInPage;
        cookie.ReturnUrlParameter = "to";
        cookie.EventsType = typeof(SessionCheck);
    }

    // A site on this machine has no certificate; __Host- binds the cookie to this very host.
    private static void Secure(CookieAuthenticationOptions cookie, string name, bool isLoopback)
    {
        cookie.Cookie.Name = isLoopback ? name : $"__Host-{name}";
        cookie.Cookie.SecurePolicy = isLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
    }
}

/// <summary>What a password may not be, besides short.</summary>
internal sealed class PasswordRules : IPasswordValidator<UserRow>
{
    public Task<IdentityResult> ValidateAsync(UserManager<UserRow> manager, UserRow user, string? password)
    {
        var tooLong = password is { Length: > SignInRules.LongestPassword };
        var holdsName = password is not null && user.UserName is { Length: > 3 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase);
        return Task.FromResult((tooLong, holdsName) switch
        {
            (true, _) => IdentityResult.Failed(new IdentityError { Code = "PasswordTooLong" }),
            (_, true) => IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsName" }),
            _ => IdentityResult.Success,
        });
    }
}
