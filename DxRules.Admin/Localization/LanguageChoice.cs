using System.Globalization;
using DxRules.Admin.Api;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using DxRules.Admin.People;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Localization;

/// <summary>
/// The language of a request: <c>?lang=</c>, which is remembered with the person, or in a cookie where nobody is signed in; else what was remembered,
/// else Japanese.
/// </summary>
internal static class LanguageChoice
{
    public const string Name = "lang";

    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo CultureOf(Language language) => language == Language.English ? English : Japanese;

    public static Language Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Japanese;

    public static void UseLanguageChoice(this WebApplication site) =>
        site.UseWhen(context => !ApiPaths.Holds(context.Request.Path), pages => pages.Use(async (context, next) =>
        {
            var asked = context.Request.Query[Name].ToString();
            if (asked is "ja" or "en")
                await Remember(context, asked);
            else
                asked = context.RequestServices.GetRequiredService<Viewer>().Language ?? SiteCookies.Read(context, Name);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = asked == "en" ? English : Japanese;
            await next(context);
        }));

    private static async Task Remember(HttpContext context, string language)
    {
        SiteCookies.Remember(context, Name, language, TimeSpan.FromDays(365));
        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        if (viewer.UserId is not { } id || viewer.Language == language)
            return;
        var db = context.RequestServices.GetRequiredService<AdminDb>();
        (await db.Users.SingleAsync(user => user.Id == id)).Language = language;
        await db.SaveChangesAsync();
    }
}
