using System.Security.Claims;

namespace DxRules.Admin.Jobs;

/// <summary>For whom a scope works that belongs to no request: the person who asked for a job, as they were when they asked.</summary>
internal sealed class ActingPerson
{
    /// <summary>Null where the scope belongs to a request, or to nobody.</summary>
    public ClaimsPrincipal? Person { get; set; }
}
