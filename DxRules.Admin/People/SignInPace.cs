using System.Net;
using System.Threading.RateLimiting;

namespace DxRules.Admin.People;

/// <summary>
/// How often one may try to sign in: 30 times a minute with one name from one address, 300 times a minute from one address (a whole town hall may come
/// from one). The lockout guards each person; this keeps the machine and the audit log from being flooded.
/// </summary>
internal sealed class SignInPace : IDisposable
{
    public const int PerName = 30;
    public const int PerAddress = 300;

    private readonly PartitionedRateLimiter<(IPAddress? Address, string Name)> limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(IPAddress? Address, string Name), (IPAddress?, string)>(from => A((from.Address, from.Name.ToUpperInvariant()), PerName)),
        PartitionedRateLimiter.Create<(IPAddress? Address, string Name), IPAddress>(from => A(from.Address ?? IPAddress.None, PerAddress)));

    /// <summary>Counts a try; whether it may be made.</summary>
    public bool Allows(HttpContext request, string name)
    {
        using var lease = limiter.AttemptAcquire((request.Connection.RemoteIpAddress, name));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<TKey> A<TKey>(TKey key, int tries) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });
}
