using Microsoft.AspNetCore.Diagnostics;

namespace DxRules.Admin.Hosting;

/// <summary>
/// Logs what failed with the number that the person is shown, so that the operator finds it. Which page it was stands there by its route: the address
/// itself may hold what somebody typed, or the secret of a link.
/// </summary>
internal sealed class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var route = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
        log.LogError(exception, "Request {RequestId} failed: {Method} {Route}", httpContext.TraceIdentifier, httpContext.Request.Method, route ?? "(no route)");

        // The page that says so comes next.
        return ValueTask.FromResult(false);
    }
}
