using System.Threading.RateLimiting;
using DxRules.Admin.Api;
using DxRules.Admin.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace DxRules.Admin.People;

/// <summary>
/// How often one may ask for pages, and for how many at once: more than anybody reads, and less than would keep others waiting. A person counts as one
/// wherever they sit; of those who are not signed in a whole town hall may come from one address. Programs have a pace of their own.
/// </summary>
internal sealed class PagePace : IDisposable
{
    /// <summary>Pages a minute of one person.</summary>
    public const int PerPerson = 600;

    /// <summary>Pages a minute from one address of those who are not signed in.</summary>
    public const int PerAddress = 3000;

    /// <summary>Pages of one person, or address, that are made at the same time; so many others wait.</summary>
    public const int AtOnce = 8;
    public const int Waiting = 32;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> pages;
    private readonly PartitionedRateLimiter<HttpContext> atOnce = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(
        KeyOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce * (IsPerson(context) ? 1 : 8), QueueLimit = Waiting * (IsPerson(context) ? 1 : 8), QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    public PagePace(SiteOptions options) => pages = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
        KeyOf(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = IsPerson(context) ? options.PagesPerMinute : PerAddress, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));

    /// <summary>Makes a page when it is its turn, or refuses it and says when to come again.</summary>
    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        // The page that says that it was too often is not counted again.
        var isCounted = !ApiPaths.Holds(context.Request.Path) && context.Features.Get<IStatusCodeReExecuteFeature>() is null;
        using var page = isCounted ? pages.AttemptAcquire(context) : null;
        using var turn = page is { IsAcquired: true } ? await atOnce.AcquireAsync(context, 1, context.RequestAborted) : null;
        if (page is null || turn is { IsAcquired: true })
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "10";
    }

    public void Dispose()
    {
        pages.Dispose();
        atOnce.Dispose();
    }

    private static bool IsPerson(HttpContext context) => context.User.HasClaim(claim => claim.Type == PersonClaims.UserId);

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirst(PersonClaims.UserId) is { } person ? $"person {person.Value}" : $"address {context.Connection.RemoteIpAddress}";
}
