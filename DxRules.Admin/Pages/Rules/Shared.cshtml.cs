using DxRules.Admin.People;
using DxRules.Admin.Tuning;

namespace DxRules.Admin.Pages.Rules;

/// <summary>Sets parameters that several rules share.</summary>
internal sealed class SharedModel(TuningParts parts) : TuningPage(parts)
{
    protected override TuningTarget? Find(string id, Viewer viewer) => TuningTarget.FindGroup(id, viewer);
}
