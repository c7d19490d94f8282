using DxRules.Engine.Feel.Cases;
using DxRules.Engine.Feel.Values;
using DxRules.Tests.Engine.Feel.Reference;

namespace DxRules.Tests.Engine.Feel.Cases;

public sealed class CaseRunnerTests
{
    private static readonly FeelDateTime Now = FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 4, 1)));

    [Fact]
    public void The_compiled_path_passes_the_conformance_cases_but_for_those_listed_with_their_reason()
    {
        var results = Results();

        var failed = results.Where(result => !result.Passed).Select(result => $"{result.Case.Suite} {result.Case.File} {result.Case.Id}");

        // A case that passes is taken from the list, so that it never fails again unseen.
        failed.Order(StringComparer.Ordinal).ShouldBe(Listed());
        results.Count.ShouldBeGreaterThan(1_900);
        ((double)results.Count(result => result.Passed) / results.Count).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void The_compiled_path_gives_what_the_reference_interpreter_gives()
    {
        var compiled = Results();
        var different = ConformanceCase.All().Zip(compiled)
            .Where(pair => !ConformanceCase.Same(pair.Second.Actual, pair.First.Evaluate()))
            .Select(pair => $"{pair.First}: {ValueText.Of(pair.Second.Actual)} {pair.Second.Reason?.En}");

        string.Join("\n", different).ShouldBe("");
    }

    private static CaseResult[]? run;

    private static IReadOnlyList<CaseResult> Results() => run ??= [.. ConformanceCase.All().Select(each => CaseRunner.Run(FeelCase.Read(each.Json.GetRawText()), Now))];

    // Lines of "suite file id: reason"; empty ones and those that begin with # are for people.
    private static IEnumerable<string> Listed() => File.ReadLines(Repository.File("DxRules.Tests", "Engine", "Feel", "Cases", "failing-cases.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)])
        .Order(StringComparer.Ordinal);
}
