namespace DxRules.Admin.Hosting;

/// <summary>
/// How the site's cookies are made. Under HTTPS each is bound to this very host and never goes unencrypted (__Host-); a site that only this machine
/// reaches has no certificate.
/// </summary>
internal static class SiteCookies
{
    public static string Name(SiteOptions options, string name) => options.IsLoopback ? name : $"__Host-{name}";

    public static void Secure(this CookieBuilder cookie, SiteOptions options, string name)
    {
        cookie.Name = Name(options, name);
        cookie.SecurePolicy = options.IsLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    /// <summary>Remembers a choice in the browser.</summary>
    /// <param name="age">Null until the browser is closed.</param>
    public static void Remember(HttpContext context, string name, string value, TimeSpan? age = null)
    {
        var options = context.RequestServices.GetRequiredService<SiteOptions>();
        context.Response.Cookies.Append(Name(options, name), value, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = !options.IsLoopback, IsEssential = true, MaxAge = age,
        });
    }

    public static string? Read(HttpContext context, string name) => context.Request.Cookies[Name(context.RequestServices.GetRequiredService<SiteOptions>(), name)];
}
