using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Rules;

/// <summary>All rules with what they say, how the city has set them, and what they find.</summary>
internal sealed class IndexModel(AdminDb db, PlanSwitch plans, CityProfiles profiles, Texts texts) : PageModel
{
    /// <summary>The words that <see cref="Show"/> may be chosen from.</summary>
    public static readonly IReadOnlyList<string> Shows = ["found", "set", "off", "doubted"];

    public RulesPlace Place { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<RuleLine> All { get; private set; } = [];

    public IEnumerable<string> Categories => RuleCategory.Known.Where(category => All.Any(line => line.Category == category));

    public IEnumerable<RuleLine> Lines => All.Where(line => (string.IsNullOrEmpty(Category) || line.Category == Category) && IsShown(line) && Holds(line));

    public bool Narrows => !string.IsNullOrEmpty(Category) || !string.IsNullOrEmpty(Show) || !string.IsNullOrWhiteSpace(Q);

    public bool CheckedOtherwise { get; private set; }

    public IEnumerable<TuningTarget> Groups => TuningTarget.Groups.Where(group => group.IsSeenBy(db.Viewer));

    [Permits(Access.ReadPlans)]
    public async Task OnGet(CancellationToken cancel)
    {
        Place = await RulesPlace.Of(this, db, plans, profiles, cancel);
        All = await RuleLine.Read(db, Place, cancel);
        CheckedOtherwise = await Place.IsCheckedOtherwise(db, cancel);
    }

    public string SentenceOf(RuleLine line) => RuleSentence.Of(line.Target.Rule!, texts);

    private bool IsShown(RuleLine line) => Show switch
    {
        "found" => line.Found is { Alerts: > 0 },
        "set" => line.IsSet,
        "off" => !line.Setting.IsOn,
        "doubted" => line.Answers.FalseAlarms + line.Answers.Accepted > 0,
        _ => true,
    };

    private bool Holds(RuleLine line) => (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .All(word => $"{line.Target.Owner} {texts.In(line.Target.Title)} {SentenceOf(line)}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
