using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DxRules.Admin.Answers;
using DxRules.Admin.Api;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Departments;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Governance;
using DxRules.Admin.Hearings;
using DxRules.Admin.Inbox;
using DxRules.Admin.Jobs;
using DxRules.Admin.Judgements;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Audit;
using DxRules.Admin.Pages.Comparison;
using DxRules.Admin.Pages.Kpis;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.Pages.Rules;
using DxRules.Admin.Papers;
using DxRules.Admin.People;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.Site;
using DxRules.Admin.Search;
using DxRules.Admin.Sheets;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

namespace DxRules.Admin.Hosting;

/// <summary>The site as a whole: what it is made of and in which order a request passes through it.</summary>
internal static class Site
{
    /// <summary>Bytes of a form. A page that takes a file says itself how large it may be.</summary>
    private const int LargestForm = 1024 * 1024;

    public static WebApplication Build(SiteOptions options, TimeProvider clock, CheckPlan check)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // What lies in the surroundings of the program must not open it: no page that shows what failed, no headers believed from anybody.
            EnvironmentName = Environments.Production,
            Args = ["--ForwardedHeaders_Enabled=false", "--hostBuilder:reloadConfigOnChange=false"],

            // Beside the program, not in the working directory: an installed tool is run from anywhere.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.Environment.WebRootFileProvider = new UnwatchedFiles(builder.Environment.WebRootFileProvider);
        AddLogging(builder.Logging, options.LogsJson);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.UseCertificate(options);
        });
        builder.Services.AddSingleton(clock).AddSingleton(check);
        AddParts(builder.Services, options);

        // Around everything else, what refuses a host name included.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, Refusals>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());

        var site = builder.Build();
        UseParts(site, options);
        return site;
    }

    /// <summary>
    /// Brings the database to the newest schema and, for a demonstration, loads the samples. Gives the path of the one-time link for the first
    /// administrator, where there is none yet.
    /// </summary>
    public static async Task<string?> Prepare(WebApplication site, CancellationToken cancel)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<SiteOptions>();
        BeforeUpdate.Save(options, scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancel);
        await scope.ServiceProvider.GetRequiredService<AdminDb>().Database.MigrateAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<AuthenticatorKeys>()
            .ProtectOld(scope.ServiceProvider.GetRequiredService<AdminDb>(), scope.ServiceProvider.GetRequiredService<AuditLog>(), cancel);
        if (!options.Demo)
            return await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().Invite(cancel);
        await scope.ServiceProvider.GetRequiredService<Samples>().Load(cancel);
        await scope.ServiceProvider.GetRequiredService<DemoAccounts>().Load(cancel);
        return null;
    }

    private static void AddLogging(ILoggingBuilder logging, bool json)
    {
        logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);

        // No scopes: they hold the address of the request, and an address may hold the secret of a link.
        if (json)
            logging.AddJsonConsole(form => (form.IncludeScopes, form.UseUtcTimestamp, form.TimestampFormat) = (false, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else
            logging.AddSimpleConsole(form => (form.SingleLine, form.IncludeScopes, form.TimestampFormat) = (false, false, "yyyy-MM-dd'T'HH:mm:sszzz "));

        // What failed is logged once, with the number that the person is shown.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);

        // It warns that the keys lie unencrypted: they protect forms of a site that only this machine reaches.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // It warns on each page with a form that it forbids to keep the page; it is forbidden already.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

        // That the site cannot start is told by the command that starts it.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
    }

    private static void AddParts(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new Texts());
        services.AddDbContext<AdminDb>(db => AdminDb.Use(db, options.DatabaseFile));
        services.AddHttpContextAccessor();
        services.AddScoped<ActingPerson>();
        services.AddScoped(parts => ViewerOf(parts.GetRequiredService<ActingPerson>(), parts.GetRequiredService<IHttpContextAccessor>()));
        services.AddSingleton<JobRunner>().AddHostedService(parts => parts.GetRequiredService<JobRunner>()).AddScoped<JobDesk>();
        services.AddSingleton<Readiness>().AddScoped<SiteCare>();
        if (options.Backups.Hour is not null)
            services.AddHostedService<NightlyBackup>();
        services.AddScoped<AuditLog>().AddScoped<HeldDepartments>();
        services.AddSignIn(options);
        services.AddApi();
        services.AddSingleton<DocumentCache>().AddSingleton<PlanSights>().AddSingleton<KpiBoards>().AddSingleton<ReportComparisons>().AddSingleton<BodiesChecks>().AddScoped<PlanDocuments>().AddScoped<PlanAmendments>().AddScoped<CouncilPapers>().AddScoped<Publications>().AddScoped<PublicationGate>().AddScoped<RenumberingSaving>();
        services.AddSingleton<PlanEntriesOf>().AddSingleton<RunEntries>().AddScoped<SearchReading>();
        services.AddScoped<DepartmentHolding>().AddScoped<PersonEditing>().AddScoped<PersonAccess>().AddScoped<HandOverSaving>();
        services.AddScoped<CycleCheck>().AddScoped<CycleOpening>().AddScoped<CycleSteps>().AddScoped<CycleClosing>().AddScoped<Reperformance>()
            .AddScoped<SheetReading>().AddScoped<SheetDrafting>().AddScoped<SheetSubmission>().AddScoped<SheetPreview>().AddScoped<CheckEffects>().AddScoped<HearingQuestions>()
            .AddScoped<Samples>().AddScoped<PlanSwitch>().AddScoped<Home>().AddScoped<HomePictures>().AddScoped<AuditReading>().AddScoped<SavedViews>();
        services.AddScoped<PlanAdding>().AddScoped<PlanEditing>().AddScoped<MeetingSaving>().AddScoped<MemberSaving>().AddScoped<AdviserComments>().AddScoped<CorrectiveActions>()
            .AddScoped<CarryOverDeciding>().AddScoped<FinalReview>();
        services.AddSingleton<KeptTrials>().AddScoped<CityProfiles>().AddScoped<CityCheck>().AddScoped<ProfileSaving>().AddScoped<ProfileTrial>().AddScoped<TuningParts>();
        services.AddScoped<AnswerWriting>().AddScoped<AnswerApproval>().AddScoped<DoneReporting>().AddScoped<JudgementSaving>().AddScoped<FactorSaving>();
        services.AddSingleton<ServedSite>();
        services.AddSingleton<KeptFiles>().AddScoped<ImportTables>().AddScoped<PeerDefinitions>().AddScoped<ImportBringing>().AddScoped<ImportSetting>().AddScoped<ImportChecking>().AddScoped<ImportTaking>().AddScoped<ImportDiscarding>();
        services.AddSingleton<InboxCache>().AddScoped<InboxReading>().AddScoped<InboxMarking>();
        if (options.IsLoopback)
            services.AddLoopbackOnly();
        else
            services.AddHttpsOnly(options);

        OwnFolder(options.DataFolder);

        // Forms that are open in a browser stay valid when the site is restarted.
        services.AddDataProtection().SetApplicationName("DxRules").PersistKeysToFileSystem(OwnFolder(options.KeyFolder));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Secure(options, "dxrules-form");
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<CookieTempDataProviderOptions>(message => message.Cookie.Secure(options, "dxrules-message"));
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddExceptionHandler<FailureLog>();
        services.AddScoped<PermissionFilter>().AddScoped<MisfitFilter>();
        services.AddRazorPages(pages => pages.Conventions.AllowAnonymousToFolder("/")).AddMvcOptions(mvc => mvc.Filters.AddService<PermissionFilter>()).AddMvcOptions(mvc => mvc.Filters.AddService<MisfitFilter>())
            .AddMvcOptions(BindingMessages.Use);

        // Whatever is no page is open to nobody unless it says so; pages say so handler by handler. That there is nothing is told to who is signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
            .RequireAssertion(context => (context.Resource as HttpContext)?.GetEndpoint() is null).Build());
    }

    // Read by the account that runs the site and by nobody else: it holds people's passwords, if as hashes, and the keys of their sessions.
    private static DirectoryInfo OwnFolder(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    // Work that outlives its request must not come to see all because the request is gone.
    private static Viewer ViewerOf(ActingPerson acting, IHttpContextAccessor requests)
    {
        var nobody = requests.HttpContext is null ? null : new ClaimsPrincipal();
        return new Viewer(() => acting.Person ?? requests.HttpContext?.User ?? nobody);
    }

    // A page asks a dozen queries, and to make a connection ready takes longer than most of them. It is given back with the context, when the request ends.
    private static void UseOneConnection(this WebApplication site) =>
        site.Use(async (context, next) =>
        {
            try
            {
                await context.RequestServices.GetRequiredService<AdminDb>().Database.OpenConnectionAsync(context.RequestAborted);
            }
            catch (SqliteException)
            {
                // The page that needs the database fails where that can be told; a page that tells it needs none.
            }
            await next(context);
        });

    private static void UseParts(WebApplication site, SiteOptions options)
    {
        if (options.IsLoopback)
            site.UseLoopbackOnly();
        else
            site.UseHttpsOnly(options);
        site.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => SecurityHeaders.Keep(file.Context) });
        site.UseOneConnection();
        site.UseAuthentication();
        site.UseLanguageChoice();
        site.UseExceptionHandler("/error/500");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.Use(site.Services.GetRequiredService<PagePace>().Pass);
        site.UseApi();
        site.UseRouting();
        site.UseAuthorization();
        site.MapHealth();
        site.MapPublicPages();
        site.MapRazorPages();
        site.MapApi();
    }
}
