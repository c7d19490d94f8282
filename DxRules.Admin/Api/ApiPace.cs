using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using DxRules.Admin.People;

namespace DxRules.Admin.Api;

/// <summary>How often a program may ask, and how many checks are made at once.</summary>
internal sealed class ApiPace : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> requests = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
        KeyOf(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = ApiLimits.PerMinute, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));

    private readonly ConcurrencyLimiter checks = new(
        new ConcurrencyLimiterOptions { PermitLimit = ApiLimits.ChecksAtOnce, QueueLimit = ApiLimits.ChecksWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Counts a request; whether it may be answered.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = requests.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <summary>Waits for its turn to check; the lease is not acquired where too many wait already.</summary>
    public ValueTask<RateLimitLease> Turn(CancellationToken cancel) => checks.AcquireAsync(1, cancel);

    /// <summary>Refuses, and says when to come again.</summary>
    public static Task Refuse(HttpContext context)
    {
        context.Response.Headers.RetryAfter = (Window.TotalSeconds / 6).ToString(CultureInfo.InvariantCulture);
        return ApiProblem.Of(StatusCodes.Status429TooManyRequests).Send(context);
    }

    public void Dispose()
    {
        requests.Dispose();
        checks.Dispose();
    }

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirstValue(TokenAuthentication.Token) is { } token ? $"token {token}" : $"address {context.Connection.RemoteIpAddress}";
}
