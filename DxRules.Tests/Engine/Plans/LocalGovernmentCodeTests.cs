using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public sealed class LocalGovernmentCodeTests
{
    // 札幌市 大阪市 天王寺区 函館市 仙台市 山形市 秋田市
    [Theory]
    [InlineData("011002")]
    [InlineData("271004")]
    [InlineData("271098")]
    [InlineData("012025")]
    [InlineData("041009")]
    [InlineData("062014")]
    [InlineData("052019")]
    public void The_codes_of_real_municipalities_are_read(string digits)
    {
        LocalGovernmentCode.TryParse(digits, out var code).ShouldBeTrue();

        code.Digits.ShouldBe(digits);
    }

    [Theory]
    [InlineData("062013")]
    [InlineData("06201")]
    [InlineData("0620144")]
    [InlineData("０６２０１４")]
    [InlineData("06201A")]
    [InlineData("")]
    public void Anything_else_is_not_read(string text) =>
        LocalGovernmentCode.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_digit_that_belongs_to_the_others_can_be_told()
    {
        LocalGovernmentCode.ExpectedCheckDigit("062013").ShouldBe('4');
        LocalGovernmentCode.ExpectedCheckDigit("06201").ShouldBe('4');
        LocalGovernmentCode.ExpectedCheckDigit("06x01").ShouldBeNull();
    }
}
