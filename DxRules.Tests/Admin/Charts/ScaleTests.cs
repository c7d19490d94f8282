using DxRules.Admin.Charts;

namespace DxRules.Tests.Admin.Charts;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 87, "0 20 40 60 80 100")]
    [InlineData(31.5, 80, "30 40 50 60 70 80")]
    [InlineData(-40, 160, "-50 0 50 100 150 200")]
    [InlineData(0, 0.03, "0 0.01 0.02 0.03")]
    [InlineData(81.02, 81.14, "81 81.05 81.1 81.15")]
    [InlineData(5, 5, "2 3 4 5 6 7 8")]
    [InlineData(0, 0, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(1200000, 2500000, "1000000 1500000 2000000 2500000")]
    public void An_axis_has_round_figures_and_holds_all_values(double low, double high, string ticks)
    {
        var scale = Scale.Round([(decimal)low, (decimal)high], 0, 100);

        string.Join(' ', scale.Ticks.Select(tick => tick.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(ticks);
        scale.At(scale.Ticks[0]).ShouldBe(0);
        scale.At(scale.Ticks[^1]).ShouldBe(100, 0.0001);
    }

    [Fact]
    public void Labels_that_would_lie_on_one_another_move_apart_and_stay_inside()
    {
        Labels.Spread([50, 52, 98], 16, 0, 100).ShouldBe([50, 66, 98]);
        Labels.Spread([95, 96, 97], 16, 0, 100).ShouldBe([68, 84, 100]);
        Labels.Spread([30, 10], 16, 0, 100).ShouldBe([30, 10]);
    }

    [Fact]
    public void A_text_without_room_ends_in_an_ellipsis()
    {
        Labels.Fit("市民課", 100).ShouldBe("市民課");
        Labels.Fit("デジタル推進課", 60).ShouldBe("デジタ…");
    }
}
