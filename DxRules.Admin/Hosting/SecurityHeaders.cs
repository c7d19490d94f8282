namespace DxRules.Admin.Hosting;

/// <summary>Tells the browser what a page may do: its own stylesheet and images, forms to itself, no script at all.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication site) =>
        site.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-cache, no-store";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(context);
        });

    /// <summary>Lets a browser keep a file that is asked for by its content hash; pages show a plan and are never kept.</summary>
    public static void Keep(HttpContext file) =>
        file.Response.Headers.CacheControl = file.Request.Query.ContainsKey("v") ? "max-age=31536000, immutable" : "no-cache";
}
