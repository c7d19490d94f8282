using System.Text.Json;

namespace DxRules.Admin.Answers;

/// <summary>How far people have come with an alert in a cycle. Whether it is still one, the check alone tells.</summary>
internal enum WorkState
{
    /// <summary>未回答.</summary>
    Unanswered,

    /// <summary>下書き.</summary>
    Draft,

    /// <summary>提出済（承認待ち）.</summary>
    Submitted,

    /// <summary>差戻し.</summary>
    Returned,

    /// <summary>承認済: something is going to be done.</summary>
    Approved,

    /// <summary>対応済み（報告）: the department says that it is done; the next check tells.</summary>
    ReportedDone,

    /// <summary>受容, which ends by itself.</summary>
    Accepted,

    /// <summary>誤検知.</summary>
    FalseAlarm,
}

/// <summary>The words for it in addresses, marks and keys of texts.</summary>
internal static class WorkStateWords
{
    /// <summary>What is to be done by the people of the alert's department: not begun, begun or returned.</summary>
    public const string ToAnswer = "toAnswer";

    /// <summary>Approved, past its day, and not reported done.</summary>
    public const string Overdue = "overdue";

    /// <summary>All states, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<WorkState>().Select(Of)];

    /// <summary>All that can be filtered by, in the order in which it is offered.</summary>
    public static IReadOnlyList<string> Filters { get; } = [ToAnswer, .. All, Overdue];

    public static string Of(WorkState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>As chips are coloured; the word says it, too.</summary>
    public static string ToneOf(WorkState state) => state switch
    {
        WorkState.Unanswered => "gray",
        WorkState.Draft => "gray",
        WorkState.Submitted => "blue",
        WorkState.Returned => "orange",
        WorkState.Accepted or WorkState.FalseAlarm => "purple",
        _ => "green",
    };
}
