using System.Text.Encodings.Web;
using System.Text.Unicode;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages;
using DxRules.Admin.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

namespace DxRules.Admin.Hosting;

/// <summary>The site as a whole: what it is made of and in which order a request passes through it.</summary>
internal static class Site
{
    public static WebApplication Build(SiteOptions options, TimeProvider clock, CheckPlan check)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Beside the program, not in the working directory: an installed tool is run from anywhere.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        AddLogging(builder.Logging);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(clock).AddSingleton(check);
        AddParts(builder.Services, options);

        var site = builder.Build();
        UseParts(site);
        return site;
    }

    /// <summary>Brings the database to the newest schema and, for a demonstration, loads the samples.</summary>
    public static async Task Prepare(WebApplication site, CancellationToken cancel)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<SiteOptions>();
        Directory.CreateDirectory(options.DataFolder);
        await scope.ServiceProvider.GetRequiredService<AdminDb>().Database.MigrateAsync(cancel);
        if (options.Demo)
            await scope.ServiceProvider.GetRequiredService<Samples>().Load(cancel);
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);

        // It warns that the keys lie unencrypted: they protect forms of a site that only this machine reaches.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // That the site cannot start is told by the command that starts it.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
    }

    private static void AddParts(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Texts>();
        services.AddDbContext<AdminDb>(db => AdminDb.Use(db, options.DatabaseFile));
        services.AddHttpContextAccessor();
        services.AddSingleton(Viewer.System);
        services.AddScoped<AuditLog>().AddScoped<HeldDepartments>();
        services.AddSignIn(options.IsLoopback);
        services.AddScoped<CycleCheck>().AddScoped<CycleOpening>().AddScoped<Samples>().AddScoped<PlanSwitch>().AddScoped<Home>();
        services.AddLoopbackOnly();

        // Forms that are open in a browser stay valid when the site is restarted.
        services.AddDataProtection().SetApplicationName("DxRules").PersistKeysToFileSystem(Directory.CreateDirectory(options.KeyFolder));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "dxrules-form");
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages();
    }

    private static void UseParts(WebApplication site)
    {
        site.UseLoopbackOnly();
        site.UseSecurityHeaders();
        site.UseLanguageChoice();
        site.UseExceptionHandler("/error/500");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => SecurityHeaders.Keep(file.Context) });
        site.UseRouting();
        site.UseAuthentication();
        site.UseAuthorization();
        site.MapRazorPages();
    }
}
