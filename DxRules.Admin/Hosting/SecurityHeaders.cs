namespace DxRules.Admin.Hosting;

/// <summary>
/// Tells the browser what an answer may do: its own stylesheet and images, forms to itself, no script at all. Said when the answer begins, whatever was
/// done to it before: the page that says that something failed is an answer, too, and so is a refusal.
/// </summary>
internal sealed class SecurityHeaders(SiteOptions options) : IStartupFilter
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A year, and for every name below this one, too (ASVS 3.4.1).</summary>
    private const string HttpsForAYear = "max-age=31536000; includeSubDomains";

    // Nothing of what a browser could be asked for is needed.
    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
    {
        site.Use((context, then) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context);
                return Task.CompletedTask;
            });
            return then(context);
        });
        next(site);
    };

    /// <summary>Lets a browser keep a file that is asked for by its content hash; pages show a plan and are never kept.</summary>
    public static void Keep(HttpContext file)
    {
        file.Response.Headers.CacheControl = file.Request.Query.ContainsKey("v") ? "max-age=31536000, immutable" : "no-cache";
        if (file.Response.ContentType is "text/css" or "image/svg+xml")
            file.Response.ContentType += "; charset=utf-8";
    }

    private void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.TryAdd("Cache-Control", "no-cache, no-store");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!options.IsLoopback && context.Request.IsHttps)
            headers.StrictTransportSecurity = HttpsForAYear;
    }
}
