using DxRules.Admin.Cycles;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Tuning;

/// <summary>Reads profiles against the shipped rules.</summary>
internal static class ProfileReading
{
    /// <summary>The rules as their files have them.</summary>
    public static RuleFolder Shipped => PlanCheck.Default.Applied.Original;

    /// <summary>What a profile makes of the rules, without compiling them; null for the rules as they are. A change that does not fit is left out.</summary>
    public static AppliedProfile Apply(string? profile)
    {
        if (profile is null)
            return PlanCheck.Default.Applied;
        var diagnostics = new List<Diagnostic>();
        var file = ProfileFile.Read(new SourceText(EngineCheck.ProfilePath, profile), diagnostics);
        return file is null ? PlanCheck.Default.Applied : AppliedProfile.Of(Shipped, file, PlanSchema.Instance, diagnostics);
    }

    /// <summary>Reads and compiles; what is wrong with the profile is among the diagnostics.</summary>
    public static PlanCheckLoading Load(string profile) => PlanCheck.LoadFiles(PlanCheck.Default.Files, new SourceText(EngineCheck.ProfilePath, profile));

    /// <summary>Whether a profile names rules beside those that come with the program: the site has none.</summary>
    public static bool NeedsFolders(string profile) =>
        ProfileFile.Read(new SourceText(EngineCheck.ProfilePath, profile), []) is { } file
        && (file.OwnRules is not null || file.Extends is { Value: not ProfileFile.PackagedRules });
}
