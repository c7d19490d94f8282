using DxRules.Admin.Exchange.Imports;
using static DxRules.Admin.Exchange.Imports.ImportField;

namespace DxRules.Tests.Admin.Exchange.Imports;

public sealed class MappingGuessTests
{
    [Theory]
    [InlineData("施策番号|施策名|取組番号|取組名|所管課(主)|所管課（関係）|年度計画|年度実績|進捗区分|遅れの理由|課題|次年度の対応|予算額|決算額|更新日", ImportRowKind.Initiative,
        new[] { PolicyNumber, PolicyTitle, InitiativeNumber, InitiativeTitle, LeadDepartment, SupportingDepartments, Planned, Done, Status, DelayReason, Issues, NextYear, Budget, Settled, ReportedOn })]
    [InlineData("ＫＰＩ名|区分|単位|累計／年間|現況値|現況年度|目標値|目標年度|実績値|時点|確定/速報|達成率|評価|備考", ImportRowKind.Kpi,
        new[] { KpiTitle, Segment, Unit, Aggregation, Baseline, BaselineYear, Target, TargetYear, Actual, ActualAsOf, ActualStatus, Ignored, Ignored, ActualNote })]
    [InlineData("取組名|工程|開始予定日|完了\n予定日|状態|完 了 日", ImportRowKind.Milestone, new[] { InitiativeTitle, StepTitle, Start, End, Status, CompletedOn })]
    [InlineData("局|部|課|室・出先|係|所属名称", ImportRowKind.Department, new[] { Division, Ignored, Ignored, Ignored, Ignored, DepartmentName })]
    [InlineData("年度|窓口の平均待ち時間|電子決裁率", ImportRowKind.Year, new[] { Year, Actual, Actual })]
    [InlineData("団体コード|都道府県名|団体名|電子決裁率", ImportRowKind.Place, new[] { MunicipalityCode, Ignored, MunicipalityName, Actual })]
    [InlineData("No.|指標|unit|R5実績", ImportRowKind.Kpi, new[] { Ignored, KpiTitle, Unit, Ignored })]
    internal void Headings_say_what_rows_and_columns_are(string headings, ImportRowKind rows, ImportField[] fields)
    {
        var guess = MappingGuess.Of(MadeTable.Of(headings), MadeTable.Plan());

        guess.Rows.ShouldBe(rows);
        guess.Columns.Select(column => column.Field).ShouldBe(fields);
    }
}
