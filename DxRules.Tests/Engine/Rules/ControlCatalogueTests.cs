using System.Text.RegularExpressions;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public partial class ControlCatalogueTests
{
    private static readonly IReadOnlyList<CatalogueControl> Packaged = ControlCatalogue.Of(RuleFolder.Packaged());

    [Fact]
    public void The_packaged_catalogue_holds_49_controls_in_nine_chapters()
    {
        Packaged.Select(control => control.Id).ShouldBe(Enumerable.Range(1, 49).Select(number => $"C{number:00}"));
        Packaged.Select(control => control.File.Chapter).Distinct().ShouldBe(Enumerable.Range(1, 9));
    }

    [Fact]
    public void Every_control_of_the_packaged_catalogue_says_in_both_languages_what_shows_it_how_often_and_whence()
    {
        foreach (var control in Packaged.Select(control => control.Control))
        {
            LocalizedText[] texts = [control.Title, .. control.Evidence.Select(piece => piece.Title)];
            texts.ShouldAllBe(text => text.Ja.Length > 0 && text.En.Length > 0 && text.Ja != text.En, control.Id.Value);
            control.Evidence.ShouldNotBeEmpty(control.Id.Value);
            control.Sources.ShouldNotBeEmpty(control.Id.Value);
            (control.ReviewEveryMonths is not null || control.Occasion is not null).ShouldBeTrue(control.Id.Value);
            control.IsConfirmed.ShouldBe(control.Sources.All(source => source.Value != "既定値（要確認）"), control.Id.Value);
            (control.Goal is null).ShouldBe(control.Direction is null, control.Id.Value);
        }
    }

    [Fact]
    public void The_shipped_rules_name_controls_of_the_catalogue_only()
    {
        var named = RuleFolder.Packaged().Rules
            .SelectMany(rule => new[] { rule.Where, rule.When }.Concat(rule.Levels.Select(level => level.When)).Concat(rule.Lets.Select(let => let.Is)).OfType<EmbeddedText>())
            .SelectMany(text => CatalogueNumber().Matches(text.Text)).Select(match => match.Groups[1].Value).ToList();

        named.ShouldContain("C36");
        named.ShouldBeSubsetOf(Packaged.Select(control => control.Id));
    }

    [Fact]
    public void A_city_adds_controls_and_replaces_those_it_says_it_replaces()
    {
        var folder = Read(File("a.yaml", "C36", "reviewEveryMonths: 12"), File("b.yaml", "C36", "reviewEveryMonths: 6, replaces: true"), File("c.yaml", "CITY-01", "occasion: eachTime"));

        folder.Diagnostics.ShouldNotContain(d => d.Code.StartsWith("DX19", StringComparison.Ordinal));
        ControlCatalogue.Of(folder).Select(control => (control.Id, control.Control.ReviewEveryMonths)).ShouldBe([("C36", 6), ("CITY-01", null)]);
    }

    [Fact]
    public void A_control_that_replaces_another_may_stand_in_a_file_before_it()
    {
        var folder = Read(File("a.yaml", "C36", "reviewEveryMonths: 6, replaces: true"), File("b.yaml", "C36", "reviewEveryMonths: 12"));

        ControlCatalogue.Of(folder).Single().Control.ReviewEveryMonths.ShouldBe(6);
    }

    [Fact]
    public void A_control_that_stands_twice_is_told_with_both_places()
    {
        var told = Read(File("a.yaml", "C36", "reviewEveryMonths: 12"), File("b.yaml", "C36", "reviewEveryMonths: 6")).Diagnostics.Single(d => d.Code == "DX191");

        told.Source.Name.ShouldBe("rules/controls/b.yaml");
        told.Message.En.ShouldContain("rules/controls/a.yaml:5");
    }

    [Fact]
    public void The_catalogue_judges_nothing_and_so_leaves_the_hash_of_the_rules_alone() =>
        Read(File("a.yaml", "C36", "reviewEveryMonths: 12")).Hash.ShouldBe(Read().Hash);

    private static RuleFolder Read(params SourceText[] files) => RuleFolder.Read("rules", files);

    private static SourceText File(string name, string id, string frequency) => new("rules/controls/" + name, $$"""
        format: dxcontrols/1
        chapter: 7
        title: { ja: 運用, en: Operation }
        controls:
          - { id: {{id}}, title: { ja: 訓練, en: Drill }, function: respond, evidence: [{ kind: date, title: { ja: 訓練, en: drill } }], {{frequency}}, source: [要綱], confirmed: true }
        """);

    [GeneratedRegex("\"(C[0-9][^\"]*)\"")]
    private static partial Regex CatalogueNumber();
}
