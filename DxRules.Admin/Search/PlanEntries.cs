using System.Globalization;
using System.Runtime.CompilerServices;
using DxRules.Admin.Pages.Plans;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Search;

/// <summary>What can be found in plans, made once for each document.</summary>
internal sealed class PlanEntriesOf
{
    private readonly ConditionalWeakTable<PlanSight, IReadOnlyList<SearchEntry>> known = [];

    public IReadOnlyList<SearchEntry> this[int plan, PlanSight sight] => known.GetValue(sight, made => new PlanEntries(plan, made).All);
}

/// <summary>What can be found in a plan: every object that has a page or stands on one, with its texts and those of what it holds and has no id.</summary>
internal sealed class PlanEntries
{
    private static readonly string[] Titles = ["title", "name", "post", "summary", "role", "action"];

    private readonly int plan;
    private readonly PlanSight sight;
    private readonly List<SearchEntry> entries = [];

    public PlanEntries(int plan, PlanSight sight)
    {
        (this.plan, this.sight) = (plan, sight);
        Walk(sight.Document, new Around(null, null, false));
    }

    public IReadOnlyList<SearchEntry> All => entries;

    private void Walk(PlanObject record, Around around)
    {
        var shape = PlanShape.Of(record.GetType());
        around = around with { InSecurity = around.InSecurity || record is Security, Year = record is Cycle cycle ? cycle.FiscalYear : around.Year };
        if (record is Judgement)
            return;
        if (shape.Id?.Get(record) is string id)
        {
            around = around with { Fields = [] };
            Texts(record, shape, around.Fields!);
            Below(record, shape, around);
            if (around.Fields!.Count > 0 && Entry(record, id, around) is { } entry)
                entries.Add(entry);
            return;
        }
        if (around.Fields is { } fields)
            Texts(record, shape, fields);
        Below(record, shape, around);
    }

    private void Below(PlanObject record, PlanShape shape, Around around)
    {
        foreach (var member in shape.Members.Where(member => member.ValueKind == PlanValueKind.Object))
        {
            foreach (var below in member.Get(record) switch { PlanObject one => [one], IEnumerable<PlanObject> many => many, _ => [] })
                Walk(below, around);
        }
    }

    // The title first: it stands for the whole.
    private static void Texts(PlanObject record, PlanShape shape, List<SearchField> fields)
    {
        foreach (var member in shape.Members.Where(member => member.IsWording).OrderBy(member => Array.IndexOf(Titles, member.Name) is var place && place < 0 ? Titles.Length : place))
        {
            foreach (var text in member.Get(record) switch { string one => [one], IEnumerable<string> many => many, _ => [] })
                fields.Add(new SearchField(member.Name, text, shape.Type));
        }
    }

    private SearchEntry? Entry(PlanObject record, string id, Around around)
    {
        var fields = around.Fields!;
        if (around.InSecurity)
            return new(SearchKind.Security, null, fields, Address("security", null));
        return record switch
        {
            PlanHeader => new(SearchKind.Plan, null, fields, PlanAddress.Of(plan)),
            Category => new(SearchKind.Plan, null, fields, new TreeFilter { Category = id }.Address(plan)),
            Policy => new(SearchKind.Policy, id, fields, PlanAddress.Policy(plan, id)),
            Initiative => new(SearchKind.Initiative, id, fields, PlanAddress.Initiative(plan, id)),
            Lane => new(SearchKind.Phase, id, fields, InitiativePage(id)),
            Phase => new(SearchKind.Phase, id, fields, $"{InitiativePage(id)}#{Uri.EscapeDataString(id)}"),
            Milestone => new(SearchKind.Phase, id, fields, PlanAddress.Milestone(plan, id)),
            Kpi => new(SearchKind.Kpi, id, fields, PlanAddress.Kpi(plan, id)),
            Series => new(SearchKind.Kpi, id, fields, PlanAddress.Kpi(plan, sight.Above(id)!)),
            Department => new(SearchKind.Department, null, fields, Address("departments", null)),
            CorrectiveAction => new(SearchKind.Action, id, fields, $"/actions#{Uri.EscapeDataString(id)}", around.Year),
            Opinion opinion => new(SearchKind.Opinion, opinion.Subjects.FirstOrDefault(), fields, OpinionPage(opinion)),
            Body => new(SearchKind.Body, null, fields, Address("governance/bodies", id)),
            BodyMember => new(SearchKind.Body, null, fields, Address("governance/bodies", sight.Above(id)!)),
            Meeting => new(SearchKind.Body, null, fields, Address("governance/meetings", id)),
            Cycle => new(SearchKind.Body, null, fields, "/comments", around.Year),
            _ => null,
        };
    }

    private string Address(string part, string? id) =>
        string.Create(CultureInfo.InvariantCulture, $"/plans/{plan}/{part}{(id is null ? "" : $"/{Uri.EscapeDataString(id)}")}");

    private string InitiativePage(string below) => PlanAddress.Initiative(plan, sight.Chain(below).First(id => sight.Find<Initiative>(id) is not null));

    private string OpinionPage(Opinion opinion)
    {
        var page = opinion.Subjects.SelectMany(sight.Chain)
            .Select(id => sight.Find<Initiative>(id) is not null ? PlanAddress.Initiative(plan, id) : sight.Find<Policy>(id) is not null ? PlanAddress.Policy(plan, id) : null)
            .FirstOrDefault(address => address is not null);
        return page is null ? PlanAddress.Of(plan) : $"{page}#{Uri.EscapeDataString(opinion.Id)}";
    }

    /// <param name="Fields">Where the texts of the nearest object with an id are gathered; null where there is none.</param>
    private sealed record Around(List<SearchField>? Fields, int? Year, bool InSecurity);
}
