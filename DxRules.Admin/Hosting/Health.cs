using DxRules.Admin.Keeping;

namespace DxRules.Admin.Hosting;

/// <summary>Two addresses for what watches over the site. They tell strangers one word; what is the matter stands in the log and on the operations page.</summary>
internal static class Health
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static void MapHealth(this WebApplication site)
    {
        site.MapGet(Live, () => Results.Text("live\n")).AllowAnonymous();
        site.MapGet(Ready, (Readiness readiness) => readiness.IsReady()
            ? Results.Text("ready\n")
            : Results.Text("not ready\n", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}
