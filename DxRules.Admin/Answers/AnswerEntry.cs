using DxRules.Admin.Data;
using DxRules.Admin.People;

namespace DxRules.Admin.Answers;

/// <summary>What a person entered as the answer to an alert in a cycle.</summary>
/// <param name="Alert">Key of the alert.</param>
/// <param name="Decision">Null where none was chosen yet.</param>
/// <param name="Text">What is done; of an acceptance or a false alarm the reason.</param>
internal sealed record AnswerEntry(int Cycle, string Alert, AnswerDecision? Decision, string Text)
{
    /// <summary>Characters of each text.</summary>
    public const int LongestText = 2000;

    public string Cause { get; init; } = "";

    /// <summary>Id of the department that does it.</summary>
    public string? Owner { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>The last 対象年度 for which it is accepted.</summary>
    public int? AcceptedUntil { get; init; }

    /// <summary>A word to those who approve.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Id of the department for which it is entered (代理入力); null where it is the person's own to enter.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The revision of the answer that the person saw, 0 for none; null to answer whatever stands there.</summary>
    public int? Seen { get; init; }
}

/// <summary>Why nothing was done with an answer.</summary>
internal enum AnswerRefusal
{
    None,

    /// <summary>There is no such alert or answer for the person.</summary>
    Unknown,

    /// <summary>The cycle is closed.</summary>
    Closed,

    /// <summary>The person may not do it.</summary>
    NotAllowed,

    /// <summary>Somebody else did something with it meanwhile.</summary>
    Changed,

    /// <summary>It is not at the step at which this can be done.</summary>
    NotNow,

    /// <summary>Something in what was entered cannot be taken.</summary>
    Wrong,

    /// <summary>The plan could not be changed.</summary>
    PlanRefused,

    /// <summary>It is the person's own, and about security, where somebody else approves.</summary>
    OwnAnswer,
}

/// <summary>What came of it.</summary>
/// <param name="Problems">What cannot be taken, by field.</param>
internal sealed record AnswerResult(AnswerRefusal Refusal, IReadOnlyList<EntryProblem> Problems, int? Answer = null)
{
    public bool IsDone => Refusal == AnswerRefusal.None;

    public static AnswerResult Done(int answer) => new(AnswerRefusal.None, [], answer);

    public static AnswerResult Refused(AnswerRefusal refusal) => new(refusal, []);

    public static AnswerResult Wrong(params IReadOnlyList<EntryProblem> problems) => new(AnswerRefusal.Wrong, problems);
}
