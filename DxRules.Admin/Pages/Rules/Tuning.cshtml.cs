using DxRules.Admin.People;
using DxRules.Admin.Tuning;

namespace DxRules.Admin.Pages.Rules;

/// <summary>Sets a rule.</summary>
internal sealed class TuningModel(TuningParts parts) : TuningPage(parts)
{
    protected override TuningTarget? Find(string id, Viewer viewer) => TuningTarget.FindRule(id, viewer);
}
