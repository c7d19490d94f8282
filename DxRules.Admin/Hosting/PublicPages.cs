using DxRules.Admin.Data;
using DxRules.Admin.Publishing.Site;
using Microsoft.Net.Http.Headers;

namespace DxRules.Admin.Hosting;

/// <summary>Serves what was approved for the public to everybody, the same bytes as <c>dxrules publish</c> writes.</summary>
internal static class PublicPages
{
    public const string Front = "/public/index.html";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The only page with a script of its own.
    private const string SearchPage = "search.html";

    public static void MapPublicPages(this WebApplication site)
    {
        site.MapMethods("/public/{**path}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous();
    }

    private static async Task<IResult> Serve(HttpContext context, ServedSite site, AdminDb db, string? path, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(path))
            return Results.Redirect(Front);
        if (await site.Find(db, path, cancel) is not { } found)
            return Results.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = path.EndsWith("/" + SearchPage, StringComparison.Ordinal) ? Policy + "; script-src 'self'" : Policy;

        // Kept by browsers, but asked for again each time: what was withdrawn must not be read any longer.
        headers.CacheControl = "no-cache";
        return Results.Bytes(found.File.Content, found.File.MediaType, entityTag: new EntityTagHeaderValue($"\"{found.Mark}\""));
    }
}
