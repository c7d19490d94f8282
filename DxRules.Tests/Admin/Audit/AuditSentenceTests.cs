using System.Text.RegularExpressions;
using DxRules.Admin.Audit;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Audit;

public sealed partial class AuditSentenceTests
{
    private static readonly Texts Japanese = new(Language.Japanese);
    private static readonly Texts English = new(Language.English);

    public static TheoryData<string> Actions => [.. AuditActions.All];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_its_sentence_in_both_languages_and_its_group_a_name(string action)
    {
        var (japanese, english) = (Japanese.Find($"audit.{action}").ShouldNotBeNull(), English.Find($"audit.{action}").ShouldNotBeNull());

        english.ShouldNotBe(japanese);
        Places(english).ShouldBe(Places(japanese), ignoreOrder: true);
        japanese.ShouldEndWith("。");
        english.ShouldEndWith(".");
        Japanese.Find($"auditGroup.{AuditActions.GroupOf(action)}").ShouldNotBeNull();
    }

    [Fact]
    public void Actions_differ() => AuditActions.All.ShouldBeUnique();

    [Fact]
    public void Days_and_years_are_written_in_the_language_of_the_reader()
    {
        AuditSentence.Of(AuditActions.RunStored, ["2024", "2", "2025-05-31", "f00d"], Japanese)
            .ShouldBe("令和6年度（2024年度）の第2回の点検を行いました（基準日 令和7年5月31日（2025年）、規則セット f00d）。");
        AuditSentence.Of(AuditActions.RunStored, ["2024", "2", "2025-05-31", "f00d"], English)
            .ShouldBe("Check no. 2 of FY2024 (as of 31 May 2025, rule set f00d).");
    }

    [Fact]
    public void An_entry_that_nobody_understands_any_more_is_shown_as_it_is()
    {
        AuditSentence.Of("gone.action", ["a", "b"], English).ShouldBe("gone.action a b");
        AuditSentence.Of(AuditActions.RunStored, ["x"], English).ShouldBe("Check no.  of x (as of , rule set ).");
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();
}
