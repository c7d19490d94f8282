using DxRules.Admin.Audit;
using DxRules.Admin.Data;

namespace DxRules.Admin.Pages.Audit;

/// <summary>An entry of the log as a page shows it.</summary>
/// <param name="Number">Null for those who do not see all entries, to whom the gaps would tell how many there are besides.</param>
/// <param name="OnBehalfOf">The department for which it was entered; null where it was the person's own.</param>
/// <param name="Plan">The plan's title, where it is about one.</param>
internal sealed record AuditLine(
    int? Number, DateTimeOffset At, string Who, string? OnBehalfOf, string Group, string Sentence, string? Plan, string? Subject, IReadOnlyList<AuditChange> Changes, bool Secret,
    string Hash);
