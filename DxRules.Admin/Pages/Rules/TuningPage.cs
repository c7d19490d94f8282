using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Rules;

/// <summary>Sets a rule or what several share: first what it would change of this and the past reviews, then, with a reason, a new version of the profile.</summary>
internal abstract class TuningPage(TuningParts parts) : PageModel
{
    public TuningTarget Target { get; private set; } = null!;

    public RulesPlace Place { get; private set; } = null!;

    /// <summary>As the city has it.</summary>
    public Setting Now { get; private set; } = null!;

    /// <summary>What stands in the fields where nothing was typed.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was tried last; null where nothing was.</summary>
    public KeptTrial? Trial { get; private set; }

    public string? TrialKey { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    protected abstract TuningTarget? Find(string id, Viewer viewer);

    [Permits(Access.TuneRules)]
    public async Task<IActionResult> OnGet(string? trial, CancellationToken cancel)
    {
        if (await Open(cancel) is { } refused)
            return refused;
        if (trial is not null)
            Show(trial);
        return Page();
    }

    [Permits(Access.TuneRules)]
    public async Task<IActionResult> OnPostTry(CancellationToken cancel)
    {
        if (await Open(cancel) is { } refused)
            return refused;
        var typed = Fields.Keys.ToDictionary(name => name, name => Request.Form[name].ToString());
        var (setting, problems) = SettingForm.Read(Target, Now, typed.GetValueOrDefault);
        Keep(typed);
        ModelState.Tell(problems, parts.Texts);
        if (ModelState.IsValid && setting.Is(Now))
            ModelState.AddModelError("", parts.Texts["tuning.nothing"]);
        if (!ModelState.IsValid)
            return Page();

        // For the trial alone: the reason is asked for when it is saved.
        var text = ProfileText.Of(Place.Profile.Text, Place.Name).Set(Target, Now, setting, parts.Texts["tuning.try"]).ToString();
        if (CompiledProfiles.Of(text) is { Check: null } loading)
        {
            foreach (var error in loading.Diagnostics.Where(diagnostic => diagnostic.Severity == Engine.Text.DiagnosticSeverity.Error))
                ModelState.AddModelError("", error.Message.In(parts.Texts.Language));
            return Page();
        }
        return await parts.Desk.Start(this, TrialJob.Of(Place, text, Target.Address, typed), Target.Address, cancel);
    }

    [Permits(Access.TuneRules)]
    public async Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        if (await Open(cancel) is { } refused)
            return refused;
        if (!Show(Request.Form["trial"].ToString()))
            return Page();
        var given = Request.Form["reason"].ToString().ReplaceLineEndings(" ").Trim();
        ModelState.SetModelValue("reason", given, given);
        var (setting, _) = SettingForm.Read(Target, Now, Trial!.Typed.GetValueOrDefault);
        var text = ProfileText.Of(Place.Profile.Text, Place.Name).Set(Target, Now, setting, given).ToString();
        var result = await parts.Saving.Save(Place.Municipality!, text, given, Trial.Version, cancel);
        if (result.Number is { } number)
        {
            TempData["Status"] = parts.Texts["tuning.saved", number];
            return Redirect("/rules/profile");
        }
        ModelState.Tell(result.Problems, parts.Texts);
        foreach (var error in result.Errors)
            ModelState.AddModelError("", error.Message.In(parts.Texts.Language));
        return Page();
    }

    private async Task<IActionResult?> Open(CancellationToken cancel)
    {
        if (Find(Id, parts.Db.Viewer) is not { } target || !target.IsSetBy(parts.Db.Viewer))
            return NotFound();
        (Target, Place) = (target, await RulesPlace.Of(this, parts.Db, parts.Plans, parts.Profiles, cancel));
        if (Place.Municipality is null)
            return NotFound();
        Now = Setting.Of(target, Place.Applied);
        Fields = SettingForm.Fill(target, Now);
        return null;
    }

    private bool Show(string key)
    {
        (TrialKey, Trial) = (key, parts.Trials.Find(key, parts.Db.Viewer.UserId));
        if (Trial?.Address != Target.Address || Trial.Municipality != Place.Municipality)
        {
            Trial = null;
            ModelState.AddModelError("", parts.Texts["tuning.gone"]);
            return false;
        }
        Fields = Trial.Typed;
        return true;
    }

    private void Keep(IReadOnlyDictionary<string, string> typed)
    {
        foreach (var (name, text) in typed)
        {
            ModelState.SetModelValue(name, text, text);
            ModelState.MarkFieldValid(name);
        }
    }
}

/// <summary>What the pages on which rules are set are made of.</summary>
internal sealed record TuningParts(AdminDb Db, PlanSwitch Plans, CityProfiles Profiles, ProfileSaving Saving, KeptTrials Trials, JobDesk Desk, Texts Texts);

/// <summary>A trial as a job.</summary>
internal static class TrialJob
{
    public static JobRequest Of(RulesPlace place, string text, string address, IReadOnlyDictionary<string, string> typed) => new("trial", null, null, async (parts, progress, cancel) =>
    {
        var effects = await parts.GetRequiredService<ProfileTrial>().Of(place.Municipality!, place.Profile.Text, text, progress, cancel);
        var user = parts.GetRequiredService<Viewer>().UserId;
        var key = parts.GetRequiredService<KeptTrials>().Add(new KeptTrial(user, place.Municipality!, address, typed, place.Profile.Number, effects));
        return JobEnd.Done(Texts.InBoth(texts => texts["tuning.tried"]), $"{address}?trial={key}#effects");
    });
}
