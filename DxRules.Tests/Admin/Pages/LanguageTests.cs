using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Admin.Pages;

public sealed partial class LanguageTests(ReadOnlySite shared) : IClassFixture<ReadOnlySite>
{
    [Fact]
    public async Task A_page_is_Japanese_unless_English_is_asked_for_which_is_then_remembered()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        (await site.Open("/cycles/1/alerts")).Language.ShouldBe("ja");
        var english = await site.Open("/cycles/1/alerts?severity=critical&lang=en");
        english.Language.ShouldBe("en");
        english.Heading.ShouldStartWith("Alerts");
        english.Link("日本語").ShouldBe("/cycles/1/alerts?severity=critical&lang=ja");
        (await site.Open("/cycles/1/alerts")).Language.ShouldBe("en");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cycles/1/alerts")]
    [InlineData("/cycles/1/alerts/SCH-02/p1-i1-l1-s1")]
    [InlineData("/cycles/1/alerts/KPI-03/p1-k1-s1")]
    public async Task An_English_page_has_no_Japanese_of_the_interface(string address)
    {
        var separator = address.Contains('?') ? '&' : '?';
        var page = await shared.Site.Open($"{address}{separator}lang=en");

        // Single words also stand in titles of the plan, which stay as they are; sentences do not.
        foreach (var sentence in Texts(CultureInfo.InvariantCulture).Values.Where(text => Hiragana().IsMatch(text) && text.Length > 5 && !text.Contains('{')))
            page.Main.ShouldNotContain(sentence);
    }

    [Fact]
    public void Every_kind_of_subject_has_a_name() =>
        PlanSchema.Instance.Subjects.Select(kind => $"subject.{kind.En}").ShouldBeSubsetOf(Texts(CultureInfo.InvariantCulture).Keys);

    [Fact]
    public void Kinds_of_subjects_are_called_as_in_rules() =>
        PlanSchema.Instance.Subjects.ShouldAllBe(kind => Texts(CultureInfo.InvariantCulture)[$"subject.{kind.En}"] == kind.Ja);

    private static Dictionary<string, string> Texts(CultureInfo culture) =>
        DxRules.Admin.Localization.Texts.Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex(@"\p{IsHiragana}")]
    private static partial Regex Hiragana();
}
