using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class ProfileFileReaderTests
{
    private const string Profile = """
        format: dxprofile/1
        name: デモ市
        extends: default
        rules: { folder: ./own-rules, reason: 町独自の届出を確かめるため }
        scale: { use: standard, reason: 総合計画と同じ段階を使うため }
        parameters:
          SCH-02.重大とする遅れ: { value: P6M, reason: 半年ごとに本部へ報告するため }
          年度内の期限.実績報告: { value: 07-15, reason: 決算の日程に合わせるため }
        severities:
          SCH-02: { critical: warning, warning: notice, reason: 計画の初年度のため }
        switchedOff:
          SEC-12: マイナンバー利用事務を広域連合に委託しているため
        levelNames: { policy: 重点施策, reason: 計画書の言葉に合わせるため }
        """;

    [Fact]
    public void Every_change_is_read_with_its_reason()
    {
        var diagnostics = new List<Diagnostic>();

        var profile = ProfileFile.Read(new SourceText("profile.yaml", Profile), diagnostics)!;

        diagnostics.ShouldBeEmpty();
        (profile.Name.Value, profile.Extends!.Value, profile.OwnRules!.Value.Value).ShouldBe(("デモ市", "default", "./own-rules"));
        profile.Scales!.Value.ShouldHaveSingleItem().Value.ShouldBe("standard");
        profile.Parameters.Select(change => (change.Owner.Value, change.Parameter.Value, change.Value.Value)).ShouldBe(
            [("SCH-02", "重大とする遅れ", "P6M"), ("年度内の期限", "実績報告", "07-15")]);
        profile.Severities.Select(change => (change.Rule.Value, change.From, change.To)).ShouldBe(
            [("SCH-02", Severity.Critical, Severity.Warning), ("SCH-02", Severity.Warning, Severity.Notice)]);
        profile.SwitchedOff.ShouldHaveSingleItem().Reason.ShouldBe("マイナンバー利用事務を広域連合に委託しているため");
        var name = profile.LevelNames.ShouldHaveSingleItem();
        (name.Kind.Value, name.Name.Ja, name.Reason).ShouldBe(("policy", "重点施策", "計画書の言葉に合わせるため"));
    }

    [Fact]
    public void A_changed_parameter_points_to_both_of_its_names()
    {
        var profile = ProfileFile.Read(new SourceText("profile.yaml", Profile), [])!;

        var change = profile.Parameters[0];

        Profile.Substring(change.Owner.Span.Start, change.Owner.Span.Length).ShouldBe("SCH-02");
        Profile.Substring(change.Parameter.Span.Start, change.Parameter.Span.Length).ShouldBe("重大とする遅れ");
    }
}
