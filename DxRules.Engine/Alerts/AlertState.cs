namespace DxRules.Engine.Alerts;

/// <summary>How an alert stands against the report before: what became of it, or that it is new.</summary>
public enum AlertState
{
    /// <summary>新規: never seen before.</summary>
    New,

    /// <summary>継続: seen before, as grave as now.</summary>
    Continuing,

    /// <summary>悪化: seen before, graver now.</summary>
    Worsened,

    /// <summary>緩和: seen before, less grave now.</summary>
    Eased,

    /// <summary>再発: seen in an earlier report, not in the one before.</summary>
    Recurred,

    /// <summary>解消確認: the subject is there, the rule is the same, it could be judged, and it is quiet.</summary>
    Cleared,

    /// <summary>判定不能: it was there before; now facts are missing, or the rule failed. Never taken for cleared.</summary>
    Undetermined,

    /// <summary>対象外: the subject is gone, or the rule no longer applies to it.</summary>
    Gone,

    /// <summary>規則変更: the rule was changed, switched off or is out of effect.</summary>
    RuleChanged,
}
