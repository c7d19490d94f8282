using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>What the dictionary calls the kinds of members.</summary>
internal static partial class DataDictionary
{
    private static readonly Dictionary<MemberKind, (LocalizedText Name, LocalizedText Meaning)> Kinds = new()
    {
        [MemberKind.Required] = (new("必須", "required"), new("必ずある", "always there")),
        [MemberKind.Default] = (new("既定値", "default"), new("書かれていなければ既定の値になる", "has a default where nothing is written")),
        [MemberKind.Fact] = (new("事実", "fact"), new("ないときは「分からない」。`needs` に挙げるか、`!= null` で確かめてから読む", "absent means unknown; a rule names it in `needs` or guards it with `!= null`")),
        [MemberKind.Event] = (new("できごと", "event"), new("ないときは「まだ起きていない」か「存在しない」。`= null` で確かめられる", "absent means that it has not happened, or that there is none; may be tested with `= null`")),
        [MemberKind.OptionalText] = (new("任意の文", "optional text"), new("ないときは書かれていないだけ。`= null` で確かめられる", "absent means that nothing was written; may be tested with `= null`")),
        [MemberKind.FactList] = (new("事実の一覧", "fact list"), new("ないときは「何があるか分からない」。空の一覧は「何もないと分かっている」", "absent means that nobody knows what is in it; an empty list is known to be empty")),
        [MemberKind.List] = (new("一覧", "list"), new("書かれていなければ空", "empty where nothing is written")),
        [MemberKind.Ancestor] = (new("上の対象", "subject above"), new("これを持つ対象。対象によってはない", "the subject that holds this one; some have none")),
        [MemberKind.Link] = (new("つながり", "link"), new("別の対象や部分。ないこともあり、もとの事実が欠けて分からないこともある", "another object or objects; there may be none, or facts it follows from may be missing")),
        [MemberKind.Measure] = (new("測定値", "measure"), new("ほかの値から求める。もとの事実が欠ければ分からず、求める意味がなければ対象外", "computed from other values; unknown where facts are missing, not applicable where there is nothing to compute")),
    };

    private sealed partial class Page
    {
        public string NameOf(MemberKind kind) => Pick(Kinds[kind].Name);

        public string MeaningOf(MemberKind kind) => Pick(Kinds[kind].Meaning);
    }
}
