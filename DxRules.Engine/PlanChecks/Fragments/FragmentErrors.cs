using System.Globalization;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>What can be wrong with the data an example gives: DX160 to DX169.</summary>
internal sealed class FragmentErrors(SourceText source, List<Diagnostic> diagnostics)
{
    public int Count { get; private set; }

    public void UnknownName(FragmentEntry entry, ObjectType kind) => Tell(
        "DX160",
        entry.NameSpan,
        new($"{kind.Ja}に「{entry.Name}」はありません。", $"{kind.En} has no '{entry.Name}'."),
        Spelling.Nearest(entry.Name, kind.Names) is { } meant ? new($"「{meant}」ではありませんか。", $"did you mean '{meant}'?") : null);

    public void Computed(FragmentEntry entry, Member member) => Tell(
        "DX161",
        entry.NameSpan,
        new($"「{member.Ja}」はほかの値から求められるもので、例では与えられません。", $"'{member.En}' follows from other values and cannot be given."),
        member.Formula is { } formula
            ? new($"{formula.Ja}。もとの値を与えてください。", $"{formula.En}: give the values it follows from.")
            : new("もとの値を与えてください。", "give the values it follows from."));

    public void WrongWord(FragmentValue value, EnumType type) => Tell(
        "DX162",
        value.Span,
        new($"{type.Ja}に「{value.Text}」という語はありません。使える語: {string.Join("、", type.Words.Select(w => w.Ja))}。",
            $"'{value.Text}' is no {type.En}. Allowed: {string.Join(", ", type.Words.Select(w => w.En))}."),
        Spelling.Nearest(value.Text ?? "", type.Words.SelectMany(w => new[] { w.Ja, w.En })) is { } meant
            ? new($"「{meant}」ではありませんか。", $"did you mean '{meant}'?")
            : null);

    public void Expected(Fragment found, FeelType type) => Expected(found, type.Ja, type.En, type == FeelType.Number ? PlainNumber(found) : null);

    public void ExpectedObject(Fragment found, ObjectType type) => Expected(found, $"{{ }} で囲んだ{type.Ja}", $"{type.En} in {{ }}");

    public void ExpectedList(Fragment found) => Expected(found, "[ ] で囲んだ一覧", "a list in [ ]");

    public void ExpectedId(Fragment found) => Expected(found, "対象のID", "the id of a subject");

    public void Unreadable(Diagnostic problem, TextSpan span) => Tell("DX164", span, problem.Message, problem.Hint);

    public void NotThereYet(TextSpan span, ObjectType kind, DateOnly asOf) => Tell(
        "DX165",
        span,
        new($"この{kind.Ja}は{asOf:yyyy-MM-dd}にはまだありません。", $"This {kind.En} does not exist yet on {asOf:yyyy-MM-dd}."),
        new("日付や年度を asOf より前にするか、asOf を後にしてください。", "give dates and fiscal years before asOf, or a later asOf."));

    // Plan files have numbers without commas.
    private static LocalizedText? PlainNumber(Fragment found) =>
        found is FragmentValue { Text: { } text } && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new(FormattableString.Invariant($"コンマを付けずに {number} と書いてください。"), FormattableString.Invariant($"write {number}, without commas."))
            : null;

    private void Expected(Fragment found, string ja, string en, LocalizedText? hint = null)
    {
        var what = found switch
        {
            FragmentList => new LocalizedText("一覧", "a list"),
            FragmentObject => new LocalizedText("{ } で囲んだもの", "something in { }"),
            FragmentValue value => new LocalizedText($"「{value.Text}」", $"'{value.Text}'"),
            _ => new LocalizedText("ほかのもの", "something else"),
        };
        Tell("DX163", found.Span, new($"{ja}のはずのところに{what.Ja}があります。", $"Expected {en}, but found {what.En}."), hint);
    }

    private void Tell(string code, TextSpan span, LocalizedText message, LocalizedText? hint = null)
    {
        Count++;
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, message, source, span, hint));
    }
}
