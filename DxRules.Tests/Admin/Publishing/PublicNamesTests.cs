using DxRules.Admin.Publishing;

namespace DxRules.Tests.Admin.Publishing;

public class PublicNamesTests
{
    [Theory]
    [InlineData("中野 太郎", "中野太郎がまとめた")]
    [InlineData("中野 太郎", "中野　太郎に聞く")]
    [InlineData("中野太郎", "担当は中野 太郎です")]
    [InlineData("中野 太郎", "中野さんがまとめた")]
    [InlineData("中野 太郎", "窓口は中野係長")]
    [InlineData("Ann Smith", "asked by ann smith.")]
    public void A_person_is_found_however_they_are_written(string person, string text) => Found(person, text).ShouldBe([(PublicMember.Done, person)]);

    [Theory]
    [InlineData("中野 太郎", "中野駅前の窓口を広げた", "a surname is a place, too")]
    [InlineData("Ann Lee", "planning leeway", "a name within words")]
    [InlineData("市民課", "市民課が始めた", "what is a department's name, too, is nobody's")]
    [InlineData("森", "森林の台帳", "one letter is everywhere")]
    public void What_names_nobody_is_left_alone(string person, string text, string why) => Found(person, text).ShouldBeEmpty(why);

    [Fact]
    public void Each_place_is_told_with_its_text()
    {
        var sample = PublicationDifferenceTests.Sample;
        var named = sample with
        {
            Responses = [sample.Responses[0] with { Text = "中野 太郎が広報する" }],
            Meetings = [sample.Meetings[0] with { Outcome = "中野課長が説明した" }],
        };

        new PublicNames(["中野 太郎", "川上 花"]).In(named).Select(found => (found.Entry.Part, found.Member, found.Name, found.Text)).ShouldBe(
        [
            (PublicPart.Response, PublicMember.Answer, "中野 太郎", "中野 太郎が広報する"),
            (PublicPart.Meeting, PublicMember.Outcome, "中野 太郎", "中野課長が説明した"),
        ]);
    }

    private static IEnumerable<(PublicMember Member, string Name)> Found(string person, string text)
    {
        var sample = PublicationDifferenceTests.Sample;
        var told = sample with { Policies = [sample.Policies[0] with { Initiatives = [sample.Policies[0].Initiatives[0] with { Done = text }] }] };
        return new PublicNames([person]).In(told).Select(found => (found.Member, found.Name));
    }
}
