namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>DX190 to DX195: the catalogue of security controls.</summary>
internal static partial class DiagnosticCatalogue
{
    private const string GoodControl =
        "title: { ja: 訓練, en: Drill }, function: respond, evidence: [{ kind: date, title: { ja: 訓練, en: drill } }], source: [要綱], confirmed: true";

    private static DiagnosticEntry[] Controls =>
    [
        Of("DX190", T("管理策のIDの形が違う。", "The id of a control has another form than it should."),
            T("C36 や CITY-01 のように書く。", "Write it as in C36 or CITY-01."), ExampleForm.ControlKeys,
            $"controls:\n  - {{ id: c36, reviewEveryMonths: 12, {GoodControl} }}"),
        Of("DX191", T("同じIDの管理策が二つある。", "Two controls have the same id."),
            T("別のIDにするか、置き換える方に `replaces: true` と書く。", "Give one another id, or write `replaces: true` in the one that takes the place of the other."), ExampleForm.ControlKeys,
            $"controls:\n  - {{ id: C36, reviewEveryMonths: 12, {GoodControl} }}\n  - {{ id: C36, reviewEveryMonths: 6, {GoodControl} }}"),
        Of("DX192", T("`replaces` と書かれているのに、置き換える管理策がない。", "A control says `replaces`, but there is none of its id to replace."),
            T("`replaces` を取り除くか、IDを直す。", "Remove `replaces`, or mend the id."), ExampleForm.ControlKeys,
            $"controls:\n  - {{ id: CITY-01, replaces: true, reviewEveryMonths: 12, {GoodControl} }}"),
        Of("DX193", T("管理策の頻度がない。", "Nothing says how often a control is due."),
            T("`reviewEveryMonths` か `occasion` を書く。", "Write `reviewEveryMonths` or `occasion`."), ExampleForm.ControlKeys,
            $"controls:\n  - {{ id: C36, {GoodControl} }}"),
        Of("DX194", T("`goal` が数ではない。", "`goal` is no number."),
            T("数だけを書き、単位は `unit` に書く。", "Write the number alone, and its unit as `unit`."), ExampleForm.ControlKeys,
            $"controls:\n  - {{ id: C36, reviewEveryMonths: 12, goal: 毎年, {GoodControl} }}"),
        Of("DX195", T("`goal` があるのに、割合か件数の証跡がない。", "There is a `goal`, but no evidence is a ratio or a count."),
            T("割合か件数の証跡を加えるか、`goal` を取り除く。", "Add evidence of kind ratio or count, or remove `goal`."), ExampleForm.ControlKeys,
            $"controls:\n  - {{ id: C36, reviewEveryMonths: 12, goal: 100, {GoodControl} }}"),
    ];
}
