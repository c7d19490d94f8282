namespace DxRules.Tests.Engine.Feel.Reference;

public sealed class ReferenceInterpreterTests
{
    [Fact]
    public void Values_operators_and_functions_pass_the_conformance_cases()
    {
        var cases = ConformanceCase.All().ToArray();

        var failed = cases.Where(each => !ConformanceCase.Same(each.Evaluate(), each.Expected)).ToArray();

        cases.Length.ShouldBeGreaterThan(1_900);
        string.Join("\n", failed.Select(each => each.ToString())).ShouldBe("");
    }
}
