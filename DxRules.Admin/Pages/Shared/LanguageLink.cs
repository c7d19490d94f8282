using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Pages;

/// <summary>The address of the page one is on, in the other language.</summary>
internal static class LanguageLink
{
    public static string To(HttpRequest request, string language)
    {
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != LanguageChoice.Name)) { { LanguageChoice.Name, language } };
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
