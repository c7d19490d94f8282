using System.Diagnostics;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Functions;

public sealed class RegularExpressionTests
{
    [Theory]
    [InlineData("令和7年度", "^令和\\d+年度$", "", true)]
    [InlineData("令和７年度", "^令和\\d+年度$", "", true)]
    [InlineData("abc\n", "^abc$", "", false)]
    [InlineData("abc\ndef", "^def$", "m", true)]
    [InlineData("a\nb", "a.b", "", false)]
    [InlineData("a\nb", "a.b", "s", true)]
    [InlineData("🐎", "^.$", "", true)]
    [InlineData("ABC", "b", "i", true)]
    [InlineData("a.b", "a.b", "q", true)]
    [InlineData("axb", "a.b", "q", false)]
    [InlineData("a b", "a b", "x", false)]
    [InlineData("a b", "a[ ]b", "x", true)]
    [InlineData("a#b", "a#b", "", true)]
    [InlineData("_", "\\w", "", false)]
    [InlineData("_", "\\i", "", true)]
    [InlineData("漢", "^\\w$", "", true)]
    [InlineData("　", "\\s", "", false)]
    [InlineData("e", "^[a-z-[aeiou]]$", "", false)]
    [InlineData("ア", "^\\p{IsKatakana}$", "", true)]
    [InlineData("-", "[\\w\\-]", "", true)]
    [InlineData("あ", "\\S", "", true)]
    public void Patterns_mean_what_XPath_says(string input, string pattern, string flags, bool matches)
    {
        var (expression, error) = RegularExpression.Of(pattern, flags, Limits.Default);

        error.ShouldBeNull();
        expression!.IsMatch(input).ShouldBe(matches);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[a")]
    [InlineData("[a[b]]")]
    [InlineData("a{")]
    [InlineData("a{x}")]
    [InlineData("\\")]
    [InlineData("\\e")]
    [InlineData("\\0")]
    [InlineData("[\\1]")]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)")]
    [InlineData("(?<n>a)")]
    [InlineData("\\p{IsNowhere}")]
    [InlineData("((a{100}){100}){100}")]
    public void Patterns_that_XPath_or_a_safe_engine_does_not_have_are_refused(string pattern)
    {
        RegularExpression.Of(pattern, "", Limits.Default).Error.ShouldNotBeNull();
    }

    [Fact]
    public void Unknown_flags_and_endless_patterns_are_refused()
    {
        RegularExpression.Of("a", "g", Limits.Default).Error.ShouldNotBeNull();
        RegularExpression.Of(new string('a', 1_001), "", Limits.Default).Error.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("(.*a){20}b")]
    public void Patterns_that_explode_elsewhere_take_no_time(string pattern)
    {
        var watch = Stopwatch.StartNew();

        RegularExpression.Of(pattern, "", Limits.Default).Expression!.IsMatch(new string('a', 5_000) + "!").ShouldBeFalse();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("2015（平成27）", "(\\d+)（(\\S+)）", "$2/$1", "平成27/2015")]
    [InlineData("abc", "b", "\\$\\\\", "a$\\c")]
    [InlineData("abc", "(b)", "$12", "ab2c")]
    [InlineData("abc", "(b)", "[$2]", "a[]c")]
    [InlineData("abc", "b", "$", null)]
    [InlineData("abc", "b", "\\n", null)]
    public void Replacements_follow_XPath(string input, string pattern, string replacement, string? result)
    {
        RegularExpression.Of(pattern, "", Limits.Default).Expression!.Replace(input, replacement).ShouldBe(result);
    }
}
