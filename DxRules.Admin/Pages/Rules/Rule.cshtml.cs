using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Rules;

/// <summary>One rule: what it says and why, how it is set and was, its file, and its examples as they come out now.</summary>
internal sealed class RuleModel(AdminDb db, PlanSwitch plans, CityProfiles profiles) : PageModel
{
    public RulesPlace Place { get; private set; } = null!;

    public RuleLine Line { get; private set; } = null!;

    /// <summary>As compiled from its file: what it needs and reads.</summary>
    public Rule Rule { get; private set; } = null!;

    public IReadOnlyList<ExampleResult> Examples { get; private set; } = [];

    public RuleCoverage Coverage { get; private set; } = null!;

    public bool CheckedOtherwise { get; private set; }

    /// <summary>What was changed of it, the newest first.</summary>
    public IReadOnlyList<ShownProfile> History { get; private set; } = [];

    public RuleFile Text => Line.Target.Rule!;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(string id, CancellationToken cancel)
    {
        if (TuningTarget.FindRule(id, db.Viewer) is null)
            return NotFound();
        Place = await RulesPlace.Of(this, db, plans, profiles, cancel);
        Line = (await RuleLine.Read(db, Place, cancel)).Single(line => line.Target.Owner == id);
        Rule = PlanCheck.Default.Rules.Single(compiled => compiled.Rule.Id == id).Rule;
        Examples = PlanCheck.Default.ExampleResults(id);
        Coverage = ExampleCoverage.Of([Rule], Examples)[0];
        CheckedOtherwise = await Place.IsCheckedOtherwise(db, cancel);
        if (Place.Municipality is { } city)
            History = [.. (await profiles.All(city, cancel)).Select(version => version with { Changes = [.. version.Changes.Where(IsAboutIt)] }).Where(version => version.Changes.Count > 0)];
        return Page();
    }

    // A rule names whole groups of parameters and reads some of them.
    private bool IsAboutIt(SettingChange change) => change.Rules.Contains(Line.Target.Owner)
        && (change.Kind != ChangeKind.Parameter || Line.Parameters.Any(line => $"{line.Parameter.Owner.Owner}.{line.Parameter.Definition.Name.Value}" == change.What.Ja));
}
