using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>表記: a text of the document, or the document's own wording of something that is not a text.</summary>
/// <param name="owner">The subject in which it stands.</param>
/// <param name="member">The member it words, from the owner on, in Japanese: 目標.年度.</param>
/// <param name="value">What was read from the wording; null where nothing was.</param>
/// <param name="isFiscalYear">Whether the value is the number of a fiscal year.</param>
internal sealed class WordingNode(string id, PlanNode plan, Node owner, string member, string text, object? value, bool isFiscalYear)
    : Node(id, $"{owner.Title}（{member}）", plan)
{
    public PlanNode Plan { get; } = plan;
    public Node Owner { get; } = owner;
    public string Member { get; } = member;

    /// <summary>本文: the raw wording where there is one, else the text itself.</summary>
    public string Text { get; } = text;
    public bool HasValue => value is not null;
    public decimal? Number => isFiscalYear ? null : value switch { decimal number => number, int number => number, _ => null };
    public DateOnly? Date => (value as PlanDate?)?.Day;
    public int? FiscalYear => isFiscalYear ? value as int? : null;
    public override bool IsSecret => Owner.IsSecret;
    public override IReadOnlyList<string> Path => [.. Owner.Path, Owner.Title];
}
