using System.Security.Cryptography;

namespace DxRules.Tests.Admin.Cli;

/// <summary>
/// What <c>check</c> prints about bad rules and bad plans, word for word, in both languages. The expected text stands beside each input; run
/// with DXRULES_WRITE_GOLDEN=1 to write it anew, and read the difference.
/// </summary>
public class BadInputTests
{
    private static readonly string Here = Repository.File("DxRules.Tests", "Admin", "Cli", "BadInput");

    public static TheoryData<string> Rules => [.. Directory.GetDirectories(Path.Combine(Here, "rules")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Plans => [.. Directory.GetFiles(Path.Combine(Here, "plans"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Bad_rules_are_told_with_place_expectation_finding_and_hint(string name)
    {
        var folder = Path.Combine(Here, "rules", name);

        await ShouldBeRefused(folder + ".txt", Path.Combine(Here, "good-plan.json"), "--rules", folder);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_bad_plan_is_told_with_place_expectation_finding_and_hint(string name)
    {
        var plan = Path.Combine(Here, "plans", name);

        await ShouldBeRefused(plan + ".txt", plan + ".json", "--rules", Path.Combine(Here, "good-rules"));
    }

    [Fact]
    public async Task The_plan_and_the_rules_beside_the_bad_ones_are_good()
    {
        var run = await CommandLine.Run("check", Path.Combine(Here, "good-plan.json"), "--rules", Path.Combine(Here, "good-rules"), "--as-of", "2025-05-31");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
    }

    private static async Task ShouldBeRefused(string golden, params string[] arguments)
    {
        var before = Fingerprint();

        var japanese = await CommandLine.Run(["check", .. arguments, "--as-of", "2025-05-31"]);
        var english = await CommandLine.Run(["check", .. arguments, "--as-of", "2025-05-31", "--lang", "en"]);

        japanese.ExitCode.ShouldBe(2);
        english.ExitCode.ShouldBe(2);
        japanese.Output.ShouldBeEmpty();
        english.Output.ShouldBeEmpty();
        Fingerprint().ShouldBe(before);
        ShouldMatch($"{japanese.Error}\n{english.Error}".Replace(Here + Path.DirectorySeparatorChar, "").Replace('\\', '/'), golden);
    }

    private static void ShouldMatch(string printed, string golden)
    {
        if (Environment.GetEnvironmentVariable("DXRULES_WRITE_GOLDEN") == "1")
            File.WriteAllText(golden, printed);
        File.Exists(golden).ShouldBeTrue($"{golden} is missing; run with DXRULES_WRITE_GOLDEN=1 and read what it writes");
        printed.ShouldBe(File.ReadAllText(golden).ReplaceLineEndings("\n"));
    }

    // Names and contents of everything that lies beside the input, expected texts aside.
    private static string Fingerprint() => string.Join("\n", Directory.GetFiles(Here, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".txt", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
