using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Pages;

/// <summary>The address of the page one is on, in the other language.</summary>
internal static class LanguageLink
{
    public static string To(HttpRequest request, string language)
    {
        // The handler of a form has no page of its own, and an error is shown in place of the page that was asked for.
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key is not (LanguageChoice.Name or "handler"))) { { LanguageChoice.Name, language } };
        var path = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? request.Path;
        return request.PathBase + path + query.ToQueryString();
    }
}
