using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DxRules.Admin.Tuning;

/// <summary>A kept profile does not fit the rules any more: a newer version of the program came with others. The city mends it; nothing of the program is broken.</summary>
internal sealed class ProfileMisfit(string profile, IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join("\n", diagnostics.Select(diagnostic => DiagnosticPrinter.Print(diagnostic, Language.English))))
{
    /// <summary>Where it is mended.</summary>
    public const string Address = "/rules/profile";

    private const int MostTold = 3;

    /// <summary>What does not fit, without what the profile sets of rules on security: everybody may be told.</summary>
    public IReadOnlyList<Diagnostic> Open { get; } = ErrorsOf(profile, seesSecrets: false);

    /// <summary>What is wrong and who mends it where, as far as everybody may be told.</summary>
    public Bilingual Told => Texts.InBoth(texts => string.Join(
        '\n', Open.Take(MostTold).Select(error => error.Message.In(texts.Language)).Prepend(texts["job.misfit"])));

    /// <summary>What of a profile does not fit the rules; nothing where it fits.</summary>
    public static IReadOnlyList<Diagnostic> ErrorsOf(string profile, bool seesSecrets)
    {
        var seen = seesSecrets ? profile : ProfileText.Of(profile, "").WithoutSecrets().ToString();
        return CompiledProfiles.Of(seen) is { Check: null } loading ? [.. loading.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)] : [];
    }
}

/// <summary>Says on a page that needs the rules that the city's profile does not fit them, in the place of a failure.</summary>
internal sealed class MisfitFilter(ILogger<MisfitFilter> log) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not ProfileMisfit misfit)
            return;
        log.LogWarning("A profile does not fit the rules: {Errors}", misfit.Message);
        context.HttpContext.Features.Set(misfit);
        context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
        context.ExceptionHandled = true;
    }
}
