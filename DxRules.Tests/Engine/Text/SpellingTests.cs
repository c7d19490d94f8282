using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Text;

public class SpellingTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("STATUS", "status")]
    [InlineData("startOn", "startsOn")]
    [InlineData("終了曰", "終了日")]
    public void A_slip_of_the_keyboard_finds_the_word_meant(string word, string meant) =>
        Spelling.Nearest(word, ["id", "title", "status", "startsOn", "開始日", "終了日"]).ShouldBe(meant);

    [Theory]
    [InlineData("owner")]
    [InlineData("x")]
    [InlineData("")]
    public void A_word_near_to_none_finds_none(string word) =>
        Spelling.Nearest(word, ["title", "status"]).ShouldBeNull();

    [Fact]
    public void A_very_long_word_is_not_compared() =>
        Spelling.Nearest(new string('a', 100_000), [new string('a', 100_000)]).ShouldBeNull();

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_slips(string a, string b, int slips) => Spelling.Distance(a, b).ShouldBe(slips);
}
