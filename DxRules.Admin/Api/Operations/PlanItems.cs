using DxRules.Admin.Data;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Api.Operations;

/// <summary>A plan as lists give it.</summary>
internal sealed record PlanItem
{
    [Meaning("この計画の番号。ほかの操作で {plan} に書く", "The number of the plan, to be written for {plan} in other operations")]
    public required int Id { get; init; }

    [Meaning("全国地方公共団体コード（6桁）", "The code of the municipality, six digits")]
    public required string Municipality { get; init; }

    [Meaning("団体の名称", "The name of the municipality")]
    public required string MunicipalityName { get; init; }

    [Meaning("計画の文書の中のID", "The id that the plan document gives itself")]
    public required string PlanId { get; init; }

    [Meaning("計画の名称", "The title of the plan")]
    public required string Title { get; init; }

    [Meaning("計画の状態", "Where the plan stands")]
    public required PlanStatus Status { get; init; }

    [Meaning("計画期間の初日。分からないときは null", "The first day of the plan; null where it is not known")]
    public required DateOnly? Start { get; init; }

    [Meaning("計画期間の末日。分からないときは null", "The last day of the plan; null where it is not known")]
    public required DateOnly? End { get; init; }

    [Meaning("最新の版の番号", "The number of the newest version")]
    public required int Version { get; init; }

    [Meaning("最新の版ができた時刻", "When the newest version was made")]
    public required DateTimeOffset VersionAt { get; init; }

    [Meaning("点検のサイクル。新しい年度から", "Its review cycles, the newest year first")]
    public required IReadOnlyList<PlanCycle> Cycles { get; init; }
}

/// <summary>A cycle as a plan names it.</summary>
internal sealed record PlanCycle
{
    [Meaning("サイクルの番号", "The number of the cycle")]
    public required int Id { get; init; }

    [Meaning("対象年度", "The fiscal year under review")]
    public required int FiscalYear { get; init; }

    [Meaning("進めている途中か", "Whether it is being worked on")]
    public required bool IsOpen { get; init; }
}
