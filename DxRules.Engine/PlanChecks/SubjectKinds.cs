using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>The names of the kinds of subjects, of which reports give only the English word.</summary>
public static class SubjectKinds
{
    /// <summary>The name of a kind, such as 系列 for <c>series</c>; the word itself where there is no such kind.</summary>
    public static LocalizedText NameOf(string type) =>
        PlanSchema.Instance.FindSubject(type) is { } kind ? new LocalizedText(kind.Ja, kind.En) : type;
}
