using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Pages.Plans;

/// <summary>The colours of chips, which repeat what their words say.</summary>
internal static class GradeTone
{
    public static string Of(GradeKind kind) => kind switch
    {
        GradeKind.Good => "green",
        GradeKind.Behind => "orange",
        _ => "gray",
    };

    public static string Of(WorkStatus? status) => status switch
    {
        WorkStatus.Completed => "green",
        WorkStatus.InProgress => "blue",
        null => "purple",
        _ => "gray",
    };
}
