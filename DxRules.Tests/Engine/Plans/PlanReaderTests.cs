using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Plans;

public class PlanReaderTests
{
    [Theory]
    [MemberData(nameof(SamplePlans.Names), MemberType = typeof(SamplePlans))]
    public void The_samples_read_without_a_problem(string name)
    {
        var reading = SamplePlans.Read(name);

        string.Join("\n", reading.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))).ShouldBe("");
        reading.Document.ShouldNotBeNull();
    }
}
