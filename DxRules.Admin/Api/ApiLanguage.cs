using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

/// <summary>The language of an answer to a program: <c>?lang=</c>, else <c>Accept-Language</c>, else Japanese. Nothing is remembered.</summary>
internal static class ApiLanguage
{
    public static Language Of(HttpRequest request)
    {
        var asked = request.Query[LanguageChoice.Name].ToString();
        if (asked is "ja" or "en")
            return asked == "en" ? Language.English : Language.Japanese;
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant()).FirstOrDefault(word => word is "ja" or "en");
        return preferred == "en" ? Language.English : Language.Japanese;
    }

    public static void Use(HttpContext context) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageChoice.CultureOf(Of(context.Request));
}
