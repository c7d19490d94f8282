using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class YamlReaderTests
{
    [Theory]
    [InlineData("when: 状態 = \"完了\"\n")]
    [InlineData("when: 'it''s 状態'\n")]
    [InlineData("when: \"a\\\"b\\u3042c\\n d \\U0001F600 e\"\n")]
    [InlineData("when: 状態 in\r\n  (\"完了\",\r\n\r\n   \"中止\")   # comment\r\n")]
    [InlineData("when: 'a\n  b\n\n  c'\n")]
    [InlineData("when: \"a \\\n   b\n  c\"\n")]
    [InlineData("when: |\n  a\n    b\n\n  c\n")]
    [InlineData("when: |+2 # header\r\n    a\r\n  b\r\n\r\n")]
    [InlineData("when: >-\n  a\n  b\n\n  c\n    d\n")]
    [InlineData("{ when: 𠮷 > 1 , b: c }")]
    public void Every_character_of_a_scalar_knows_its_place_in_the_file(string yaml)
    {
        var text = ((YamlScalar)Read(yaml)["when"]!).Text;

        for (var i = 0; i < text.Text.Length; i++)
        {
            var place = text.InSource(new TextSpan(i, 1)).Start;
            var isChanged = char.IsWhiteSpace(text.Text[i]) || yaml[place] == '\\';
            if (!isChanged)
                yaml[place].ShouldBe(text.Text[i], $"character {i} of {text.Text}");
        }
        text.Text.Trim()[0].ShouldBe(yaml[text.InSource(new TextSpan(text.Text.Length - text.Text.TrimStart().Length, 1)).Start]);
    }

    [Fact]
    public void A_place_behind_an_escape_is_where_it_stands_in_the_file()
    {
        const string Yaml = "when: \"a\\u3042\\n\\tb\"\n";

        var text = ((YamlScalar)Read(Yaml)["when"]!).Text;

        text.Text.ShouldBe("aあ\n\tb");
        text.InSource(new TextSpan(4, 1)).Start.ShouldBe(Yaml.LastIndexOf('b'));
    }

    [Fact]
    public void A_block_ends_where_its_last_character_ends()
    {
        const string Yaml = "when: >\n  a\n  b\n";

        var text = ((YamlScalar)Read(Yaml)["when"]!).Text;

        text.InSource(new TextSpan(0, text.Text.Length)).End.ShouldBe(Yaml.Length);
    }

    [Theory]
    [InlineData("a: [1, 2\nb: c\n")]
    [InlineData("a: {b\n")]
    [InlineData("a: \"b\n")]
    [InlineData("a: @b\n")]
    [InlineData("\u0000")]
    [InlineData("? a\n? b: [\n")]
    [InlineData("a: !!binary [\n")]
    [InlineData("%YAML 9.9\n---\na: b\n")]
    [InlineData("- - - -\n\t- a")]
    public void A_text_that_is_no_YAML_gives_one_error_inside_it(string yaml)
    {
        var diagnostics = new List<Diagnostic>();

        YamlReader.Read(new SourceText("a.yaml", yaml), diagnostics);

        diagnostics.Count(d => d.Code is "DX105" or "DX106" or "DX108").ShouldBe(1);
        diagnostics.ShouldAllBe(d => d.Span.Start >= 0 && d.Span.Start <= yaml.Length);
    }

    [Fact]
    public void Any_beginning_of_a_rule_file_is_read_without_failing()
    {
        const string Yaml = "a: \"b\\n\"\nc: { d: [e, 'f''g'], \"h\": |\n }\ni: >-\n  j\n\n  k\nl:\n  - m: n # o\n    p: *q\n  - &r s\n";

        for (var length = 0; length <= Yaml.Length; length++)
        {
            for (var from = 0; from < 20 && from < length; from++)
                YamlReader.Read(new SourceText("a.yaml", Yaml[from..length]), []);
        }
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_hurts()
    {
        var diagnostics = new List<Diagnostic>();

        YamlReader.Read(new SourceText("a.yaml", "a: " + new string('[', 20_000)), diagnostics);

        diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX109");
    }

    private static YamlMapping Read(string yaml)
    {
        var diagnostics = new List<Diagnostic>();
        var root = YamlReader.Read(new SourceText("a.yaml", yaml), diagnostics);
        diagnostics.ShouldBeEmpty();
        return root.ShouldBeOfType<YamlMapping>();
    }
}
