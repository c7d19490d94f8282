using System.Text;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

/// <summary>
/// What is said about bad files, word for word, in both languages. The expected text stands beside each file; run with
/// DXRULES_WRITE_GOLDEN=1 to write it anew, and read the difference.
/// </summary>
public class BadFilesTests
{
    private static readonly string Here = Repository.File("DxRules.Tests", "Engine", "Rules");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Here, "BadFiles"), "*.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Path.Combine(Here, "BadFolders")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_is_told_with_all_its_mistakes(string name)
    {
        var path = Path.Combine(Here, "BadFiles", name);
        var file = new SourceText(name, File.ReadAllText(path));

        // Its name says what is wrong with it, so it cannot be that of a rule file.
        var diagnostics = RuleFolder.Read(".", [file]).Diagnostics.Where(d => d.Code != "DX119");

        ShouldMatch(diagnostics, Path.ChangeExtension(path, ".txt"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Files_that_do_not_fit_each_other_are_told_with_both_places(string name)
    {
        var folder = Path.Combine(Here, "BadFolders", name);
        var files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => new SourceText("rules/" + Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path))).ToList();

        ShouldMatch(RuleFolder.Read("rules", files).Diagnostics, folder + ".txt");
    }

    [Fact]
    public void A_bad_profile_is_told_with_all_its_mistakes()
    {
        var path = Path.Combine(Here, "BadProfiles", "profile.yaml");
        var diagnostics = new List<Diagnostic>();

        ProfileFile.Read(new SourceText("profile.yaml", File.ReadAllText(path)), diagnostics);

        ShouldMatch(DiagnosticPrinter.InOrder(diagnostics), Path.ChangeExtension(path, ".txt"));
    }

    [Fact]
    public void A_profile_that_does_not_fit_its_rules_is_told_with_all_its_mistakes()
    {
        var path = Path.Combine(Here, "BadProfiles", "does-not-fit.yaml");
        var (diagnostics, rules) = (new List<Diagnostic>(), RuleFolder.Load(Path.Combine(Here, "BadProfiles", "rules")));
        rules.HasErrors.ShouldBeFalse();

        AppliedProfile.Of(rules, ProfileFile.Read(new SourceText("profile.yaml", File.ReadAllText(path)), diagnostics)!, PlanSchema.Instance, diagnostics);

        ShouldMatch(DiagnosticPrinter.InOrder(diagnostics), Path.ChangeExtension(path, ".txt"));
    }

    private static void ShouldMatch(IEnumerable<Diagnostic> diagnostics, string golden)
    {
        var printed = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            printed.Append(DiagnosticPrinter.Print(diagnostic, Language.Japanese)).Append('\n');
            printed.Append(DiagnosticPrinter.Print(diagnostic, Language.English)).Append("\n\n");
        }
        printed.Length.ShouldBeGreaterThan(0);

        if (Environment.GetEnvironmentVariable("DXRULES_WRITE_GOLDEN") == "1")
            File.WriteAllText(golden, printed.ToString());
        File.Exists(golden).ShouldBeTrue($"{golden} is missing; run with DXRULES_WRITE_GOLDEN=1 and read what it writes");
        printed.ToString().ShouldBe(File.ReadAllText(golden));
    }
}
