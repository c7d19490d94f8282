using DxRules.Admin.Keeping;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages;

/// <summary>Says in words why there is no page. An old form whose token is no longer good must not be refused here again.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    /// <summary>What went wrong, as the texts name it.</summary>
    public string Kind { get; private set; } = "failed";

    /// <summary>What the disk or the database refuses, as <c>storage.{kind}</c>; null where it is neither.</summary>
    public string? Storage { get; private set; }

    /// <summary>By which the operator finds in the log what failed; null where nothing did.</summary>
    public string? RequestId => HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? null : HttpContext.TraceIdentifier;

    /// <summary>What of the city's profile does not fit, where that is what went wrong.</summary>
    public IReadOnlyList<Diagnostic> Errors => HttpContext.Features.Get<ProfileMisfit>()?.Open ?? [];

    [PermitsEverybody]
    public void OnGet(int code) => Tell(code);

    [PermitsEverybody]
    public void OnPost(int code) => Tell(code);

    // What the disk or the database refuses is mended by somebody, and is not a mistake of the program.
    private void Tell(int code)
    {
        Storage = SqliteTrouble.KindOf(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error);
        Kind = Storage is null ? KindOf(code) : "storage";
        if (Storage is not null)
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    private static string KindOf(int code) => code switch
    {
        400 => "form",
        403 => "forbidden",
        404 => "notFound",
        409 => "misfit",
        413 => "tooLarge",
        429 => "tooOften",
        _ => "failed",
    };
}
