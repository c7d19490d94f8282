using DxRules.Engine.PlanChecks.Changes;

namespace DxRules.Tests.Engine.PlanChecks.Changes;

public class NearestStepTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(1000)]
    public void The_nearest_step_is_found_wherever_it_lies(long nearest) =>
        NearestStep.Find(1000, step => step >= nearest).ShouldBe((nearest, true));

    [Fact]
    public void Nothing_is_found_where_no_step_does_it() => NearestStep.Find(1000, _ => false).ShouldBeNull();

    [Fact]
    public void No_step_is_asked_where_none_may_be_taken() => NearestStep.Find(0, _ => throw new InvalidOperationException()).ShouldBeNull();

    [Fact]
    public void A_span_that_ends_before_the_farthest_step_does_not_reach_beyond() =>
        NearestStep.Find(1000, step => step is >= 5 and <= 100).ShouldBe((5, false));

    [Fact]
    public void No_step_beyond_the_farthest_is_asked() =>
        NearestStep.Find(10, step => step <= 10 ? false : throw new InvalidOperationException()).ShouldBeNull();
}
