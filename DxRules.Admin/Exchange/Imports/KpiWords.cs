using DxRules.Engine.Plans;
using ActualStatusWord = DxRules.Engine.Plans.ActualStatus;
using AggregationWord = DxRules.Engine.Plans.Aggregation;
using DirectionWord = DxRules.Engine.Plans.Direction;
using KpiKindWord = DxRules.Engine.Plans.KpiKind;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What people write for the words of an indicator; null for what is none of them, or not clear.</summary>
internal static class KpiWords
{
    private static readonly Dictionary<string, KpiKind> Kinds = Keys(
        ("活動指標", KpiKindWord.Output), ("活動", KpiKindWord.Output), ("アウトプット", KpiKindWord.Output), ("output", KpiKindWord.Output),
        ("成果指標", KpiKindWord.Outcome), ("成果", KpiKindWord.Outcome), ("アウトカム", KpiKindWord.Outcome), ("outcome", KpiKindWord.Outcome));

    private static readonly Dictionary<string, AggregationWord> Aggregations = Keys(
        ("累計", AggregationWord.Cumulative), ("累積", AggregationWord.Cumulative), ("cumulative", AggregationWord.Cumulative),
        ("年間", AggregationWord.Annual), ("単年", AggregationWord.Annual), ("単年度", AggregationWord.Annual), ("年度", AggregationWord.Annual), ("annual", AggregationWord.Annual),
        ("時点", AggregationWord.PointInTime), ("年度末時点", AggregationWord.PointInTime), ("年度末", AggregationWord.PointInTime), ("pointInTime", AggregationWord.PointInTime));

    private static readonly Dictionary<string, DirectionWord> Directions = Keys(
        ("増加", DirectionWord.HigherIsBetter), ("増", DirectionWord.HigherIsBetter), ("向上", DirectionWord.HigherIsBetter), ("上昇", DirectionWord.HigherIsBetter), ("↑", DirectionWord.HigherIsBetter), ("higherIsBetter", DirectionWord.HigherIsBetter),
        ("減少", DirectionWord.LowerIsBetter), ("減", DirectionWord.LowerIsBetter), ("低下", DirectionWord.LowerIsBetter), ("削減", DirectionWord.LowerIsBetter), ("lowerIsBetter", DirectionWord.LowerIsBetter),
        ("維持", DirectionWord.Maintain), ("現状維持", DirectionWord.Maintain), ("maintain", DirectionWord.Maintain));

    private static readonly Dictionary<string, ActualStatusWord> Statuses = Keys(
        ("確定", ActualStatusWord.Confirmed), ("確定値", ActualStatusWord.Confirmed), ("confirmed", ActualStatusWord.Confirmed),
        ("速報", ActualStatusWord.Provisional), ("速報値", ActualStatusWord.Provisional), ("見込", ActualStatusWord.Provisional), ("見込み", ActualStatusWord.Provisional), ("見込値", ActualStatusWord.Provisional), ("暫定", ActualStatusWord.Provisional), ("暫定値", ActualStatusWord.Provisional), ("provisional", ActualStatusWord.Provisional));

    // What is finished, begun or given up without doubt; 終了, 予定, 検討中, 順調 and grades are none of these.
    private static readonly Dictionary<string, WorkStatus> Works = Keys(
        ("完了", WorkStatus.Completed), ("完了済", WorkStatus.Completed), ("完了済み", WorkStatus.Completed), ("済", WorkStatus.Completed), ("済み", WorkStatus.Completed), ("実施済", WorkStatus.Completed), ("実施済み", WorkStatus.Completed), ("事業完了", WorkStatus.Completed), ("completed", WorkStatus.Completed),
        ("実施中", WorkStatus.InProgress), ("進行中", WorkStatus.InProgress), ("着手", WorkStatus.InProgress), ("着手済", WorkStatus.InProgress), ("着手済み", WorkStatus.InProgress), ("着手中", WorkStatus.InProgress), ("対応中", WorkStatus.InProgress), ("取組中", WorkStatus.InProgress), ("継続", WorkStatus.InProgress), ("継続中", WorkStatus.InProgress), ("継続実施", WorkStatus.InProgress), ("inProgress", WorkStatus.InProgress),
        ("未着手", WorkStatus.NotStarted), ("未実施", WorkStatus.NotStarted), ("未", WorkStatus.NotStarted), ("着手前", WorkStatus.NotStarted), ("notStarted", WorkStatus.NotStarted),
        ("休止", WorkStatus.Suspended), ("休止中", WorkStatus.Suspended), ("中断", WorkStatus.Suspended), ("中断中", WorkStatus.Suspended), ("suspended", WorkStatus.Suspended),
        ("中止", WorkStatus.Cancelled), ("取りやめ", WorkStatus.Cancelled), ("取り止め", WorkStatus.Cancelled), ("事業中止", WorkStatus.Cancelled), ("cancelled", WorkStatus.Cancelled));

    public static KpiKind? Kind(string text) => Find(Kinds, text);

    public static AggregationWord? Aggregation(string text) => Find(Aggregations, text);

    public static DirectionWord? Direction(string text) => Find(Directions, text);

    public static ActualStatusWord? ActualStatus(string text) => Find(Statuses, text);

    public static WorkStatus? Work(string text) => Find(Works, text);

    private static T? Find<T>(Dictionary<string, T> words, string text) where T : struct =>
        words.TryGetValue(TextKeys.Key(text), out var word) ? word : null;

    private static Dictionary<string, T> Keys<T>(params (string Text, T Word)[] words) =>
        words.Where(word => TextKeys.Key(word.Text).Length > 0).ToDictionary(word => TextKeys.Key(word.Text), word => word.Word, StringComparer.Ordinal);
}
