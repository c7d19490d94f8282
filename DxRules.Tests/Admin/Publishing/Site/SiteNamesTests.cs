using DxRules.Admin.Publishing.Site;

namespace DxRules.Tests.Admin.Publishing.Site;

public sealed class SiteNamesTests
{
    [Theory]
    [InlineData("p1-i2", "p1-i2")]
    [InlineData("K-Aware", "_k-_aware")]
    [InlineData("a.b", "a_00046b")]
    [InlineData("a_b", "a_00095b")]
    [InlineData("../etc", "_00046_00046_00047etc")]
    [InlineData("con", "_00099on")]
    [InlineData("lpt9", "_00108pt9")]
    [InlineData("施策", "_26045_31574")]
    [InlineData("", "__")]
    public void A_name_can_stand_in_any_folder(string id, string name) => SiteNames.Of(id).ShouldBe(name);

    [Fact]
    public void No_two_ids_get_the_same_name_where_capitals_count_as_small_letters()
    {
        var longId = new string('a', 120);
        string[] ids = ["a", "A", "_a", "_A", "a.", "a_", "A_00046", "a_00046", "con", "CON", "_00099on", longId + "b", longId + "c", longId.ToUpperInvariant() + "b", "__", "", "i", "ı", "İ"];

        ids.Select(SiteNames.Of).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(ids.Length);
        ids.Select(SiteNames.Of).ShouldAllBe(name => name.Length <= 130 && name == name.ToLowerInvariant());
    }
}
