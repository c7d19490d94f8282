using DxRules.Admin.People;

namespace DxRules.Tests.Admin.People;

public sealed class AuthenticatorCodesTests
{
    // 12345678901234567890, the secret of RFC 6238, appendix B, in Base32.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long second, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(second);

        AuthenticatorCodes.StepOf(Key, code, at).ShouldBe(second / 30);
        new AuthenticatorApp(Key).Code(at).ShouldBe(code, "the app of the tests, too");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-30, true)]
    [InlineData(60, false)]
    [InlineData(-60, false)]
    public void A_clock_may_be_one_step_ahead_or_behind(int seconds, bool good)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1111111111);

        (AuthenticatorCodes.StepOf(Key, "050471", at.AddSeconds(seconds)) is not null).ShouldBe(good);
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504710")]
    public void Anything_else_is_no_code(string code) => AuthenticatorCodes.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(1111111111)).ShouldBeNull();
}
