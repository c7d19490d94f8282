using System.Globalization;
using System.Text;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Rules;

/// <summary>The versions of a city's profile: what each changed, by whom and why; going back, taking one in, giving it out as a file.</summary>
internal sealed class ProfileModel(AdminDb db, PlanSwitch plans, CityProfiles profiles, ProfileSaving saving, Texts texts) : PageModel
{
    /// <summary>Bytes of a profile that is taken in.</summary>
    public const int Largest = 64 * 1024;

    public RulesPlace Place { get; private set; } = null!;

    public IReadOnlyList<ShownProfile> Versions { get; private set; } = [];

    /// <summary>All in which the city differs from the shipped rules now, as far as the viewer may see it.</summary>
    public IReadOnlyList<SettingChange> Now { get; private set; } = [];

    public bool CheckedOtherwise { get; private set; }

    /// <summary>What of the settings does not fit the rules any more, as far as the viewer may see it.</summary>
    public IReadOnlyList<Diagnostic> Misfits { get; private set; } = [];

    /// <summary>Whether all of it fits, seen or not.</summary>
    public bool Fits { get; private set; }

    /// <summary>Why a profile that was sent cannot be taken.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; private set; } = [];

    public bool MaySet => Place.Municipality is not null && db.Viewer.May(Access.TuneRules);

    [Permits(Access.ReadPlans)]
    public Task OnGet(CancellationToken cancel) => Open(cancel);

    [Permits(Access.TuneRules)]
    public async Task<IActionResult> OnGetExport(CancellationToken cancel)
    {
        await Open(cancel);
        if (Place.Profile.Text is not { } text)
        {
            TempData["Error"] = texts["profile.nothingToExport"];
            return Redirect("/rules/profile");
        }
        var seen = db.Viewer.SeesSecrets ? text : ProfileText.Of(text, Place.Name).WithoutSecrets().ToString();
        return File(Encoding.UTF8.GetBytes(seen), "application/yaml; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{Place.Municipality}-{EngineCheck.ProfilePath}"));
    }

    [Permits(Access.TuneRules)]
    public async Task<IActionResult> OnPostBack(int to, int version, string? reason, CancellationToken cancel)
    {
        await Open(cancel);
        return Place.Municipality is not { } city ? NotFound() : Answer(await saving.GoBack(city, to, Line(reason), version, cancel), texts["profile.wentBack", to]);
    }

    [Permits(Access.TuneRules)]
    public async Task<IActionResult> OnPostTake(string? text, int version, string? reason, CancellationToken cancel)
    {
        await Open(cancel);
        if (Place.Municipality is not { } city)
            return NotFound();
        var given = (text ?? "").ReplaceLineEndings("\n");
        ModelState.SetModelValue("text", given, given);
        ModelState.SetModelValue("reason", reason, reason);
        if (string.IsNullOrWhiteSpace(given) || Encoding.UTF8.GetByteCount(given) > Largest)
        {
            ModelState.AddModelError("text", string.IsNullOrWhiteSpace(given) ? texts["profile.text.missing"] : texts["profile.text.long", Largest / 1024]);
            return Page();
        }
        return Answer(await saving.Save(city, given, Line(reason), version, cancel), texts["profile.taken"]);
    }

    private IActionResult Answer(ProfileResult result, string done)
    {
        if (result.Number is not null)
        {
            TempData["Status"] = done;
            return Redirect("/rules/profile");
        }
        ModelState.Tell(result.Problems, texts);
        Errors = result.Errors;
        if (Errors.Count > 0)
            ModelState.AddModelError("text", texts["profile.misfit", Errors.Count]);
        return Page();
    }

    private static string Line(string? reason) => (reason ?? "").ReplaceLineEndings(" ").Trim();

    private async Task Open(CancellationToken cancel)
    {
        Place = await RulesPlace.Of(this, db, plans, profiles, cancel);
        Versions = Place.Municipality is { } city ? await profiles.All(city, cancel) : [];
        Now = [.. SettingChange.Between(ProfileReading.Apply(null), Place.Applied).Where(change => change.IsSeenBy(db.Viewer))];
        Fits = Place.Profile.Text is null || CompiledProfiles.Of(Place.Profile.Text).Check is not null;
        Misfits = Fits ? [] : ProfileMisfit.ErrorsOf(Place.Profile.Text!, db.Viewer.SeesSecrets);
        CheckedOtherwise = await Place.IsCheckedOtherwise(db, cancel);
    }
}
