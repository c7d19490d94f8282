using DxRules.Admin.People;
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

    [PermitsEverybody]
    public void OnGet(int code) => Kind = KindOf(code);

    [PermitsEverybody]
    public void OnPost(int code) => Kind = KindOf(code);

    private static string KindOf(int code) => code switch
    {
        400 => "form",
        403 => "forbidden",
        404 => "notFound",
        _ => "failed",
    };
}
