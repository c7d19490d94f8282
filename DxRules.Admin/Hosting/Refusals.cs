using System.Threading.RateLimiting;
using DxRules.Admin.Api;
using DxRules.Admin.People;
using DxRules.Engine.Text;

namespace DxRules.Admin.Hosting;

/// <summary>
/// What is refused: tells it to programs in the form they read, and writes a line into the program's log, so that somebody who tries doors is seen.
/// Requests are of three methods; no page knows another. Whatever fails beyond all else is told here, and never with what failed inside.
/// </summary>
internal sealed class Refusals(ILogger<Refusals> log) : IStartupFilter, IDisposable
{
    /// <summary>Lines a minute about one person or program, or one address: nobody fills the disk by being refused.</summary>
    private const int LinesPerMinute = 30;
    private const int LongestPath = 300;

    private readonly PartitionedRateLimiter<string> lines = PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = LinesPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    private static readonly ApiProblem WrongHost = ApiProblem.Of(StatusCodes.Status400BadRequest) with
    {
        Kind = "host", Detail = new("このサイトの名前で求めてください。前に置いたプロキシは、ホスト名をそのまま渡します。", "Ask by the name of this site. A proxy before it has to pass the host name on."),
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => site =>
    {
        site.Use(Answer);
        next(site);
    };

    /// <summary>Refuses a request that came in a way in which nobody is served; read by whoever sets the site up.</summary>
    public static Task Send(HttpContext context, string kind, LocalizedText why)
    {
        if (ApiPaths.Holds(context.Request.Path))
            return (ApiProblem.Of(StatusCodes.Status403Forbidden) with { Kind = kind, Title = why, Detail = null }).Send(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why.En + "\n");
    }

    private async Task Answer(HttpContext context, RequestDelegate next)
    {
        var isApi = ApiPaths.Holds(context.Request.Path);
        if (isApi)
            ApiLanguage.Use(context);
        if (!isApi && !IsKnown(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD, POST";
        }
        else
        {
            await Try(context, next);
        }
        if (context.Response.StatusCode is 400 or 401 or 403 or 405 or 413 or 415 or 429)
            Write(context);

        // Nobody but the filter of host names refuses without a word.
        if (isApi && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentType: null })
            await WrongHost.Send(context);
    }

    // What tells of a failure can fail itself: without the database a page knows nobody.
    private async Task Try(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failed) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(failed, "{Path} failed.", WithoutSecret(context.Request.Path));
            context.Response.Clear();
            context.Response.StatusCode = failed is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("処理できませんでした。サーバーの記録を管理者に見せてください。\nSomething failed. The server's log tells the administrator more.\n");
        }
    }

    private static bool IsKnown(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method);

    // Who, what and from where, never what was sent along. A path is written as it came, encoded, so that it stays one line.
    private void Write(HttpContext context)
    {
        var (from, who) = (context.Connection.RemoteIpAddress, WhoIs(context));
        using var line = lines.AttemptAcquire(who ?? $"{from}");
        if (!line.IsAcquired)
            return;
        var method = IsKnown(context.Request.Method) ? context.Request.Method : "another method";
        log.LogWarning("Refused {Status}: {Method} {Path} from {Address} by {Person}", context.Response.StatusCode, method, WithoutSecret(context.Request.Path), from, who ?? "nobody");
    }

    // The address of a one-time link is the link.
    private static string WithoutSecret(PathString path) =>
        path.StartsWithSegments("/welcome") ? "/welcome" : path.ToUriComponent() is { Length: > LongestPath } longer ? longer[..LongestPath] : path.ToUriComponent();

    private static string? WhoIs(HttpContext context) =>
        context.User.FindFirst(PersonClaims.UserId) is { } person ? $"person {person.Value}" : context.User.FindFirst(TokenAuthentication.Token) is { } token ? $"token {token.Value}" : null;

    public void Dispose() => lines.Dispose();
}
