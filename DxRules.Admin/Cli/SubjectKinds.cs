using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>The names of the kinds of subjects.</summary>
internal static class SubjectKinds
{
    /// <summary>The name of a kind by its English word.</summary>
    public static LocalizedText NameOf(string type) =>
        PlanSchema.Instance.FindSubject(type) is { } kind ? new LocalizedText(kind.Ja, kind.En) : type;
}
