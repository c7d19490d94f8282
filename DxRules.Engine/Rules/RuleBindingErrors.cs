using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>What can be wrong with a rule as a whole once its names are known: DX150 to DX159.</summary>
internal static class RuleBindingErrors
{
    public static Diagnostic UnknownSubject(SourceText source, Located<string> subject, IEnumerable<string> known)
    {
        var near = Spelling.Nearest(subject.Value, known);
        return new("DX150", DiagnosticSeverity.Error,
            new($"「{subject.Value}」という対象はありません。", $"There is no kind of subject '{subject.Value}'."),
            source, subject.Span,
            near is null
                ? new($"使える対象: {string.Join("、", known.Where(n => n[0] > 127))}。", $"Kinds of subjects: {string.Join(", ", known.Where(n => n[0] <= 127))}.")
                : new($"「{near}」ではありませんか。", $"Did you mean '{near}'?"));
    }

    /// <param name="other">What has the name already.</param>
    public static Diagnostic NameTaken(SourceText source, Located<string> name, Located<string> en, LocalizedText other) => new("DX151", DiagnosticSeverity.Error,
        new($"「{name.Value}」（{en.Value}）は、{other.Ja}と同じ名前です。", $"'{en.Value}' ({name.Value}) has the name of {other.En}."),
        source, name.Span,
        new("別の名前にしてください。", "Choose another name."));

    public static Diagnostic NotAFact(EmbeddedText need, Member member) => new("DX152", DiagnosticSeverity.Error,
        member.CanBeMissing
            ? new($"「{member.Ja}」は「まだ無い」ことを表せる項目で、needs には書けません。", $"'{member.En}' says by being absent that nothing has happened; it cannot be needed.")
            : new($"「{member.Ja}」は必ずあるため、needs に書く必要がありません。", $"'{member.En}' is always there; it need not be listed under 'needs'."),
        need.Source, need.InSource(new TextSpan(0, need.Text.Length)),
        member.CanBeMissing ? new($"「{member.Ja} != null and …」と確かめて読みます。", $"Test it instead: {member.En} != null and …") : new("この行を消してください。", "Remove it."));

    public static Diagnostic NeedNeverRead(EmbeddedText need) => new("DX153", DiagnosticSeverity.Error,
        new($"needs の「{need.Text}」は、条件のどこでも読まれていません。", $"'{need.Text}' is listed under 'needs' but no condition reads it."),
        need.Source, need.InSource(new TextSpan(0, need.Text.Length)),
        new("needs から消すか、条件を確かめてください。", "Remove it, or check the condition."));

    public static Diagnostic NothingToShow(EmbeddedText text, FeelType found) => new("DX156", DiagnosticSeverity.Error,
        new($"文に書けるのは値だけですが、{found.Ja}です。", $"A text can only show values, but this is of type {found.En}."),
        text.Source, text.InSource(new TextSpan(0, text.Text.Length)),
        new("項目を選んでください（例: 取組.題名）。一覧の数は count(…) で書けます。", "Choose a member, such as initiative.title, or count(…) for the number of a list."));

    public static Diagnostic UnitOfUnits(SourceText source, Located<string> let) => new("DX157", DiagnosticSeverity.Error,
        new($"let「{let.Value}」の unit に、unit のある let が使われています。", $"The unit of the let '{let.Value}' shows a let that has a unit itself."),
        source, let.Span);

    public static Diagnostic NeverUnknown(EmbeddedText path, Member member) => new("DX158", DiagnosticSeverity.Error,
        new($"「{member.Ja}」は「分からない」ことのある項目ではないため、missingIsFinding に書けません。", $"'{member.En}' is not a fact that can be unknown; it cannot be listed under 'missingIsFinding'."),
        path.Source, path.InSource(new TextSpan(0, path.Text.Length)));

    public static Diagnostic NotASubject(EmbeddedText at, FeelType found) => new("DX155", DiagnosticSeverity.Error,
        new($"at には原因を探す対象への道筋が必要ですが、{found.Ja}です。", $"'at' must lead to the subject on which the cause is looked for, but this is of type {found.En}."),
        at.Source, at.InSource(new TextSpan(0, at.Text.Length)),
        new("対象どうしのつながりを書きます。例: 前段", "Write a link of the subject, such as previous."));

    public static Diagnostic TestGuardsNothing(EmbeddedText text, BoundIsNull test) => new("DX154", DiagnosticSeverity.Error,
        new($"「{test.Operand.Member.Ja}」を null と比べていますが、それを守りにして読むところがありません。分からないことと、無いことは違います。", $"'{test.Operand.Member.En}' is tested with null but never read behind the test. Unknown is not the same as absent."),
        text.Source, text.InSource(test.Syntax.Span),
        new("「x != null and x …」の形にするか、needs か missingIsFinding に書いてください。", "Use it as a guard (x != null and x …), or list it under 'needs' or 'missingIsFinding'."));
}
