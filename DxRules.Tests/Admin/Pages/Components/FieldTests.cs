using System.Xml.Linq;
using DxRules.Admin.Pages.Components;

namespace DxRules.Tests.Admin.Pages.Components;

public sealed class FieldTests
{
    [Fact]
    public async Task A_field_ties_label_hint_and_control_together()
    {
        var field = await Draw(new Drawn(), new Field { Name = "Year", Label = "年度", Hint = "西暦で入力", Value = "2024", Required = true });

        field.Elements().Select(part => part.Name.LocalName).ShouldBe(["label", "p", "input"]);
        HtmlPage.Text(field.Element("label")!).ShouldBe("年度 ※必須");
        Attributes(field.Element("input")!).ShouldBe(["id=Year", "name=Year", "required=required", "aria-describedby=Year-hint", "value=2024"]);
        field.Element("label")!.Attribute("for")!.Value.ShouldBe("Year");
        field.Element("p")!.Attribute("id")!.Value.ShouldBe("Year-hint");
    }

    [Fact]
    public async Task What_is_wrong_stands_after_the_control_and_what_was_typed_stays()
    {
        var drawn = new Drawn().Typed("Year", "来年<b>", "数字で入力してください。");

        var field = await Draw(drawn, new Field { Name = "Year", Label = "年度", Value = "2024" });

        Attributes(field.Element("input")!).ShouldBe(["id=Year", "name=Year", "aria-describedby=Year-error", "aria-invalid=true", "value=来年<b>"]);
        HtmlPage.Text(field.Elements().Last()).ShouldBe("数字で入力してください。");
        field.Elements().Last().Attribute("id")!.Value.ShouldBe("Year-error");
    }

    [Fact]
    public async Task Of_choices_those_are_marked_that_were_chosen()
    {
        var drawn = new Drawn().Typed("Decision", "accept", null);

        var choices = await drawn.Of(
            new Choices { Name = "Decision", Legend = "対応", Value = "fix", Required = true },
            ("dx-choice", new Choice { Value = "fix" }), ("dx-choice", new Choice { Value = "accept" }));

        choices!.Name.LocalName.ShouldBe("fieldset");
        choices.Descendants("input").Select(Attributes).ShouldBe(
        [
            ["type=radio", "name=Decision", "value=fix", "required=required"],
            ["type=radio", "name=Decision", "value=accept", "required=required", "checked=checked"],
        ]);
    }

    [Fact]
    public async Task The_summary_lists_errors_in_the_order_of_the_fields_and_leads_to_them()
    {
        var drawn = new Drawn().Typed("B", "", "Bがありません。").Typed("A", "", "Aがありません。").Typed("", "", "今は受け付けていません。");
        await Draw(drawn, new Field { Name = "B", Label = "B" });
        await Draw(drawn, new Field { Name = "A", Label = "A", Id = "first-a" });

        var summary = (await drawn.Of(new ErrorSummary()))!;

        summary.Attribute("role")!.Value.ShouldBe("alert");
        HtmlPage.Text(summary.Descendants("h2").Single()).ShouldBe("入力を確かめてください（3か所）");
        summary.Descendants("li").Select(HtmlPage.Text).ShouldBe(["今は受け付けていません。", "Bがありません。", "Aがありません。"]);
        summary.Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldBe(["#B", "#first-a"]);
    }

    [Fact]
    public async Task Where_nothing_is_wrong_there_is_no_summary() => (await new Drawn().Typed("A", "1", null).Of(new ErrorSummary())).ShouldBeNull();

    private static async Task<XElement> Draw(Drawn drawn, Field field) => (await drawn.Of(field, ("input", new FieldControl())))!;

    private static string[] Attributes(XElement element) => [.. element.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}")];
}
