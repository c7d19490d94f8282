using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>表記: a text of the document, or the document's own wording of something that is not a text.</summary>
/// <param name="place">Where it stands.</param>
/// <param name="value">What was read from the wording; null where nothing was.</param>
/// <param name="isFiscalYear">Whether the value is the number of a fiscal year.</param>
internal sealed class WordingNode(string id, PlanNode plan, WordingPlace place, string text, object? value, bool isFiscalYear)
    : Node(id, "", plan)
{
    private string? member;

    /// <summary>Written only where it is read: a plan has thousands of wordings, and few are spoken of.</summary>
    public override string Title => $"{Owner.Title}（{Member}）";

    public PlanNode Plan { get; } = plan;

    /// <summary>The subject in which it stands.</summary>
    public Node Owner => place.Owner;

    /// <summary>The member it words, from the owner on, in Japanese: 目標.年度.</summary>
    public string Member => member ??= place.Member;

    /// <summary>本文: the raw wording where there is one, else the text itself.</summary>
    public string Text { get; } = text;
    public bool HasValue => value is not null;
    public decimal? Number => isFiscalYear ? null : value switch { decimal number => number, int number => number, _ => null };
    public DateOnly? Date => (value as PlanDate?)?.Day;
    public int? FiscalYear => isFiscalYear ? value as int? : null;
    public override bool IsSecret => Owner.IsSecret;
    public override IReadOnlyList<string> Path => [.. Owner.Path, Owner.Title];
}
