using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Text;
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

    /// <summary>What of the city's profile does not fit, where that is what went wrong.</summary>
    public IReadOnlyList<Diagnostic> Errors => HttpContext.Features.Get<ProfileMisfit>()?.Open ?? [];

    [PermitsEverybody]
    public void OnGet(int code) => Kind = KindOf(code);

    [PermitsEverybody]
    public void OnPost(int code) => Kind = KindOf(code);

    private static string KindOf(int code) => code switch
    {
        400 => "form",
        403 => "forbidden",
        404 => "notFound",
        409 => "misfit",
        _ => "failed",
    };
}
