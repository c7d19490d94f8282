using System.Security.Cryptography;
using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.Tuning;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cycles;

/// <summary>Checks a plan with the shipped rules.</summary>
internal static class EngineCheck
{
    /// <summary>The path under which a run keeps the profile it was made with.</summary>
    public const string ProfilePath = "profile.yaml";

    /// <param name="profile">The text of a profile as the site keeps it; null for the rules as they are.</param>
    /// <exception cref="ProfileMisfit">The profile does not fit the rules.</exception>
    public static CheckedPlan Check(PlanDocument plan, DateOnly asOf, string? profile)
    {
        var check = CompiledProfiles.Check(profile);
        var report = check.Check(plan, asOf);
        var rules = check.Rules.Select(rule => TextOf(rule.Rule)).ToList();
        var ofRules = rules.Select(rule => rule.Path).ToHashSet(StringComparer.Ordinal);
        return new CheckedPlan(
            report,
            Encoding.UTF8.GetBytes(ReportJson.Write(report)),
            OpenFindings.Hash(report),
            rules,
            [.. check.Files.Where(file => !ofRules.Contains(file.Name)).Concat(profile is null ? [] : [new SourceText(ProfilePath, profile)]).Select(TextOf)],
            new SubjectIndex(plan));
    }

    private static RuleTextRow TextOf(Rule rule) => new()
    {
        Hash = rule.File.Hash,
        RuleId = rule.Id,
        Version = rule.Version,
        Category = rule.Category,
        IsSecret = rule.IsSecret,
        TitleJa = rule.Title.Ja,
        TitleEn = rule.Title.En,
        Path = rule.File.Source.Name,
        Text = rule.File.Source.Content,
    };

    private static SettingTextRow TextOf(SourceText file) => new()
    {
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Content}"))),
        Path = file.Name,
        Text = file.Content,
    };
}
