using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans.Reading;

/// <summary>The ids of a document and what refers to them, collected while it is read and resolved when all of it is known.</summary>
internal sealed class PlanNames(PlanProblems problems)
{
    private readonly Dictionary<string, JsonNode> ids = new(StringComparer.Ordinal);
    private readonly List<(JsonNode Node, ReferenceTo To)> references = [];

    /// <summary>Takes in a text: an id, a reference, a code, or nothing of the kind.</summary>
    public void Add(JsonNode node, PlanMember member, string text)
    {
        if (member.IsId)
            AddId(node, text);
        else if (member.Has<MunicipalityCodeAttribute>())
            CheckCode(node, text);
        else if (member.Reference is { } to)
            references.Add((node, to));
    }

    /// <summary>
    /// Tells which references lead nowhere. An unknown department is no problem of the file but a finding of the check (DAT-05),
    /// and a body may also be a post outside the document.
    /// </summary>
    public void CheckReferences(PlanDocument? document)
    {
        if (document is null)
            return;
        var categories = document.Categories.Where(c => c?.Id is not null).DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var (node, to) in references)
        {
            var isKnown = to switch
            {
                ReferenceTo.Category => categories.ContainsKey(node.Text),
                ReferenceTo.Subject => ids.ContainsKey(node.Text) || node.Text == SecurityPolicy.SubjectId,
                _ => true,
            };
            if (!isKnown)
                problems.UnresolvedReference(node, to == ReferenceTo.Category ? categories.Keys : ids.Keys);
        }
        CheckCategoryLoops(categories);
    }

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= PlanLimits.IdLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');

    private void AddId(JsonNode node, string id)
    {
        if (!IsId(id))
            problems.BadId(node);
        else if (id == SecurityPolicy.SubjectId)
            problems.ReservedId(node);
        else if (!ids.TryAdd(id, node))
            problems.DuplicateId(node, ids[id]);
    }

    private void CheckCode(JsonNode node, string code)
    {
        if (!LocalGovernmentCode.TryParse(code, out _))
            problems.WrongMunicipalityCode(node);
    }

    // Everything below a category that is its own ancestor would hang in the air.
    private void CheckCategoryLoops(Dictionary<string, Category> categories)
    {
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var category in categories.Values)
        {
            var way = new HashSet<string>(StringComparer.Ordinal);
            for (var c = category; c is not null && !sound.Contains(c.Id); c = c.Parent is null ? null : categories.GetValueOrDefault(c.Parent))
            {
                if (way.Add(c.Id))
                    continue;
                problems.CategoryLoop(ids[c.Id]);
                break;
            }
            sound.UnionWith(way);
        }
    }
}
