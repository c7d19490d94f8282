using DxRules.Admin.Data;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Alerts under one heading.</summary>
internal sealed record AlertGroup(string Heading, IReadOnlyList<FoldedLine> Lines)
{
    public int Count => Lines.Count + Lines.Sum(line => line.Folded.Count);

    /// <summary>Puts alerts under headings: by policy as the document orders them, by severity, or by rule.</summary>
    public static IReadOnlyList<AlertGroup> Of(IEnumerable<FoldedLine> lines, string? order, Texts texts) => order switch
    {
        AlertFilter.BySeverity => Group(lines, line => -(int)line.Severity!, line => texts[$"severity.{line.SeverityWord}"]),
        AlertFilter.ByRule => Group(lines, line => line.RuleId, line => $"{line.RuleId} {texts.In(line.RuleTitle)}"),
        _ => Group(lines, line => (line.Group.Position, line.Group.Id), line => line.Group.Title ?? texts[line.Group.TextKey!]),
    };

    private static IReadOnlyList<AlertGroup> Group<TKey>(
        IEnumerable<FoldedLine> lines, Func<AlertLine, TKey> by, Func<AlertLine, string> heading) =>
        [.. lines.GroupBy(line => by(line.Line)).OrderBy(group => group.Key).Select(group => new AlertGroup(heading(group.First().Line), [.. group]))];
}

/// <summary>A fact that is missing on subjects of one kind, and what waits for it: what entering it would settle.</summary>
/// <param name="Fact">Null where a result misses no fact that could be named.</param>
internal sealed record MissingGroup(string SubjectType, Bilingual? Fact, IReadOnlyList<AlertLine> Lines)
{
    public int Subjects => Lines.Select(line => line.SubjectId).Distinct().Count();

    public int Rules => Lines.Select(line => line.RuleId).Distinct().Count();

    /// <summary>Most subjects first; a result that misses two facts is in both groups.</summary>
    public static IReadOnlyList<MissingGroup> Of(IEnumerable<AlertLine> lines) =>
    [
        .. lines.SelectMany(line => line.Missing.DefaultIfEmpty(), (line, fact) => (Line: line, Fact: fact))
            .GroupBy(missing => (missing.Line.SubjectType, missing.Fact))
            .Select(group => new MissingGroup(group.Key.SubjectType, group.Key.Fact, [.. group.Select(missing => missing.Line)]))
            .OrderByDescending(group => group.Subjects).ThenByDescending(group => group.Rules),
    ];
}
