using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Localization;

/// <summary>The language of a request: <c>?lang=</c>, which is remembered in a cookie, else the cookie, else Japanese.</summary>
internal static class LanguageChoice
{
    public const string Name = "lang";

    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static Language Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Japanese;

    public static void UseLanguageChoice(this WebApplication site) =>
        site.Use((context, next) =>
        {
            var asked = context.Request.Query[Name].ToString();
            if (asked is "ja" or "en")
                context.Response.Cookies.Append(Name, asked, Remembered());
            else
                asked = context.Request.Cookies[Name];
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = asked == "en" ? English : Japanese;
            return next(context);
        });

    private static CookieOptions Remembered() =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) };
}
