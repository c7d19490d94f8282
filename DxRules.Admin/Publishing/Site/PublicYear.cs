using System.Globalization;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing.Site;

/// <summary>What was published of a plan for a year, with where each part of it is shown.</summary>
/// <param name="approved">The publication.</param>
/// <param name="before">That of the same plan for the year before it, however long ago; null for the first.</param>
internal sealed class PublicYear(ApprovedPublication approved, ApprovedPublication? before)
{
    private readonly Dictionary<string, (string Title, string Page)> shown = Shown(approved.Content, FolderOf(approved.Content.Head));
    private readonly ILookup<string?, PublicKpi> kpis = approved.Content.Kpis.ToLookup(kpi => kpi.Policy, StringComparer.Ordinal);

    public ApprovedPublication Approved => approved;
    public Publication Content => approved.Content;
    public PublicationHead Head => approved.Content.Head;
    public ApprovedPublication? Before => before;

    /// <summary>Where its files lie, with a slash at the end.</summary>
    public string Folder => FolderOf(Head);

    public string Index => Folder + "index.html";
    public string Actions => Folder + "actions.html";
    public string Changes => Folder + "changes.html";
    public string Minutes => Folder + "minutes.html";
    public string Words => Folder + "words.html";
    public string Search => Folder + "search.html";
    public string Data => Folder + "data.html";

    public static string FolderOf(ApprovedPublication publication) => FolderOf(publication.Content.Head);

    private static string FolderOf(PublicationHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"{SiteNames.Of(head.Code)}/{SiteNames.Of(head.Plan)}/{head.FiscalYear}/");

    public string PageOf(PublicPolicy policy) => PolicyPage(Folder, policy.Id);
    public string PageOf(PublicKpi kpi) => KpiPage(Folder, kpi.Id);

    public static string AnchorOf(PublicInitiative initiative) => "i-" + SiteNames.Of(initiative.Id);

    /// <summary>What an id is called and where it is shown, with an anchor where it is a part of a page; null for one that is shown nowhere.</summary>
    public (string Title, string Page)? Find(string? id) => id is not null && shown.TryGetValue(id, out var found) ? found : null;

    /// <summary>The KPIs of a policy and its initiatives, or with null those of the plan.</summary>
    public IEnumerable<PublicKpi> KpisOf(PublicPolicy? policy) => kpis[policy?.Id];

    public IEnumerable<PublicResponse> ResponsesOf(PublicPolicy? policy) => Content.Responses.Where(response => PolicyOf(response.Subject) == policy?.Id);

    /// <summary>What is done differently next year, but for what a response says in the same words.</summary>
    public IEnumerable<PublicAction> ActionsOf(PublicPolicy? policy) => OwnActions.Where(action => PolicyOf(action.Subject) == policy?.Id);

    public IEnumerable<PublicAction> OwnActions => Content.Actions.Where(action => !Content.Responses.Any(response => response.Subject == action.Subject && response.Text == action.Action));

    /// <summary>How many things are done about what is late or wrong.</summary>
    public int Answered => Content.Responses.Count + OwnActions.Count();

    public Standing Initiatives => Standing.Of(Content.Policies.SelectMany(policy => policy.Initiatives).Select(initiative => initiative.Grade.Kind));

    public Standing Kpis => Standing.Of(Content.Kpis.Select(KindOf));

    public static Standing InitiativesOf(PublicPolicy policy) => Standing.Of(policy.Initiatives.Select(initiative => initiative.Grade.Kind));

    public static GradeKind KindOf(PublicKpi kpi) => Standing.Worst(kpi.Series.Select(series => series.Grade.Kind));

    private string? PolicyOf(string? subject) => Find(subject) is null ? null : policies.GetValueOrDefault(subject!);

    private readonly Dictionary<string, string?> policies = Policies(approved.Content);

    private static Dictionary<string, string?> Policies(Publication content)
    {
        var found = content.Kpis.DistinctBy(kpi => kpi.Id).ToDictionary(kpi => kpi.Id, kpi => kpi.Policy, StringComparer.Ordinal);
        foreach (var policy in content.Policies)
        {
            found[policy.Id] = policy.Id;
            foreach (var initiative in policy.Initiatives)
                found[initiative.Id] = policy.Id;
        }
        return found;
    }

    private static Dictionary<string, (string, string)> Shown(Publication content, string folder)
    {
        var found = content.Kpis.DistinctBy(kpi => kpi.Id).ToDictionary(kpi => kpi.Id, kpi => (kpi.Title, KpiPage(folder, kpi.Id)), StringComparer.Ordinal);
        foreach (var policy in content.Policies)
        {
            found[policy.Id] = (policy.Title, PolicyPage(folder, policy.Id));
            foreach (var initiative in policy.Initiatives)
                found[initiative.Id] = (initiative.Title, $"{PolicyPage(folder, policy.Id)}#{AnchorOf(initiative)}");
        }
        return found;
    }

    private static string PolicyPage(string folder, string id) => $"{folder}policies/{SiteNames.Of(id)}.html";

    private static string KpiPage(string folder, string id) => $"{folder}kpis/{SiteNames.Of(id)}.html";
}
