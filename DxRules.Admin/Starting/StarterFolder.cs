using System.Text;
using DxRules.Admin.Tuning;
using DxRules.Engine.Text;

namespace DxRules.Admin.Starting;

/// <summary>The files with which a city begins: plan, settings, a rule of its own, what to do with them.</summary>
internal static class StarterFolder
{
    public const string Plan = "plan.json";
    public const string Profile = "profile.yaml";

    /// <summary>Each file with its path, which uses / .</summary>
    public static IReadOnlyList<(string Path, byte[] Content)> Of(StarterAnswers answers) =>
    [
        (Plan, StarterPlan.Write(answers)),
        (Profile, Encoding.UTF8.GetBytes(ProfileOf(answers))),
        ("rules/CITY-01-no-recent-report.yaml", Encoding.UTF8.GetBytes(Template("rule.yaml"))),
        ("README.md", Encoding.UTF8.GetBytes(Template(answers.Language == Language.English ? "README-en.md" : "README-ja.md").Replace("{municipality}", answers.Name))),
        ("ci/check.yml", Encoding.UTF8.GetBytes(Template("check.yml"))),
    ];

    /// <summary>A file as it is shipped, with LF.</summary>
    internal static string Template(string name)
    {
        using var file = typeof(StarterFolder).Assembly.GetManifestResourceStream("starting/" + name)!;
        using var text = new StreamReader(file);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string ProfileOf(StarterAnswers answers)
    {
        var profile = ProfileText.Of(null, answers.Name).UseRules("rules", new LocalizedText("市独自の規則", "the city's own rules").In(answers.Language));
        foreach (var (topic, reason) in answers.Lacks)
            profile.SwitchOff(topic.Name.Value, reason);
        return profile.ToString();
    }
}
