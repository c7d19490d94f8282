using System.Collections.Frozen;
using System.Globalization;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Which lines of a run are shown and how; all of it stands in the address, so that an address is a saved view.</summary>
internal sealed record AlertFilter
{
    public const string ByPolicy = "policy";
    public const string BySeverity = "severity";
    public const string ByRule = "rule";
    public const string ByDepartment = "department";
    public const string ByYears = "years";
    public const string ByDue = "due";

    /// <summary>Alerts of every severity, without what could not be judged.</summary>
    public const string AnyAlert = "alert";

    /// <summary>The departments that the viewer acts for.</summary>
    public const string Mine = "mine";

    /// <summary>What no department answers for.</summary>
    public const string Nobody = "none";

    /// <summary>Alerts on one page.</summary>
    public const int PageSize = 50;

    /// <summary>The words that <see cref="Order"/> may be chosen from, the usual one first.</summary>
    public static readonly IReadOnlyList<string> Orders = [ByPolicy, BySeverity, ByRule, ByDepartment, ByYears, ByDue];

    /// <summary>The words that <see cref="Severity"/> may be chosen from.</summary>
    public static readonly IReadOnlyList<string> Severities = ["critical", "warning", "notice", "info", "undetermined"];

    /// <summary>A severity, <c>undetermined</c> or <c>fault</c>; null for all.</summary>
    public string? Severity { get; init; }
    public string? Category { get; init; }

    /// <summary>How alerts stand against the cycle before: a state, or several together as <see cref="AlertStateWords"/> calls them; null for all.</summary>
    public string? State { get; init; }

    /// <summary>The id of a rule.</summary>
    public string? Rule { get; init; }

    /// <summary>The id of a department that answers for the subject, <see cref="Mine"/> or <see cref="Nobody"/>.</summary>
    public string? Department { get; init; }

    /// <summary>What undetermined results miss, as <see cref="MissingGroup.Word"/> calls it; those that stand under an alert are not among them.</summary>
    public string? Missing { get; init; }

    /// <summary>How far people have come with an alert, as <see cref="WorkStateWords"/> calls it.</summary>
    public string? Work { get; init; }

    /// <summary>The id of an object of the plan: what is on it and on all that it holds.</summary>
    public string? Under { get; init; }

    /// <summary>The ids that <see cref="Under"/> means, as the newest version of the plan has them.</summary>
    [BindNever]
    public IReadOnlySet<string> Below { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Words that the subject, its policy, the sentence or the rule must all hold.</summary>
    public string? Q { get; init; }

    /// <summary><c>show</c> lists folded alerts as alerts of their own.</summary>
    public string? Folded { get; init; }
    public string? Order { get; init; }

    /// <summary>The number of a run of the cycle; null for the latest.</summary>
    public int? Run { get; init; }

    /// <summary><c>show</c> puts all pages on one, for paper.</summary>
    public string? All { get; init; }

    // The route has a value of the same name, which is the page of the site.
    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    public bool ShowsFolded => Folded == "show";

    public bool ShowsAll => All == "show";

    public bool Narrows => Narrowing.Any(pair => Any(pair.Value));

    /// <summary>Whether anything is asked for at all but the run.</summary>
    public bool IsUsual => !Narrows && !ShowsFolded && Order is (null or "" or ByPolicy);

    /// <summary>The number of the page that is asked for, if there were as many; 1 where it is none.</summary>
    public int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 1) : 1;

    /// <summary>Everything but the words, what is missing and where the work stands, which are looked for in what comes back.</summary>
    /// <param name="municipality">The code of that whose plan it is.</param>
    public IQueryable<ObservationRow> Narrow(IQueryable<ObservationRow> rows, string municipality, Viewer viewer)
    {
        if (Any(Severity))
            rows = OfSeverity(rows, Severity!);
        if (Any(State))
        {
            var states = Enum.GetValues<AlertState>().Where(state => AlertStateWords.Covers(State!, state)).ToList();
            rows = rows.Where(row => row.State != null && states.Contains(row.State.Value));
        }
        if (Any(Category))
            rows = rows.Where(row => row.Category == Category);
        if (Any(Rule))
            rows = rows.Where(row => row.Rule!.RuleId == Rule);
        if (Any(Work))
            rows = rows.Where(row => row.Outcome == Outcome.Alert);
        if (Any(Missing))
            rows = rows.Where(row => row.Outcome != Outcome.Fault && row.Outcome != Outcome.Gone);
        if (Any(Under))
        {
            // The id of a wording begins with that of the object that has it.
            var below = Below.ToList();
            rows = rows.Where(row => below.Contains(row.SubjectId) || (row.SubjectType == "wording" && below.Contains(row.SubjectId.Substring(0, row.SubjectId.IndexOf("/")))));
        }
        if (Department == Nobody)
            rows = rows.Where(row => !row.Departments.Any());
        else if (Any(Department))
        {
            IReadOnlyList<string> departments = Department == Mine ? viewer.Departments : [$"{municipality}/{Department}"];
            rows = rows.Where(row => row.Departments.Any(department => departments.Contains(department.Department)));
        }
        return rows;
    }

    /// <summary>The address of the list under this filter from its first page on, without what is as usual.</summary>
    /// <param name="handler">What else than the page is asked for; null for the page.</param>
    public string Address(int cycle, string? handler = null)
    {
        var query = QueryOf(handler);
        return query.Length == 0 ? $"/cycles/{cycle}/alerts" : $"/cycles/{cycle}/alerts?{query}";
    }

    /// <summary>Whether the work on a row stands where it is asked for.</summary>
    public bool Covers(AnswerStanding? standing, DateOnly today) => !Any(Work) || standing?.IsCoveredBy(Work!, today) == true;

    /// <summary>As a view keeps it, for whichever run.</summary>
    public string Query => (this with { Run = null, All = null }).QueryOf(null);

    /// <summary>The same without what narrows it.</summary>
    public AlertFilter Cleared => new() { Run = Run };

    private string QueryOf(string? handler)
    {
        var query = new QueryBuilder();
        if (handler is not null)
            query.Add("handler", handler);
        foreach (var (name, value) in Values.Where(pair => Any(pair.Value)))
            query.Add(name, value!);
        return query.ToQueryString().ToString().TrimStart('?');
    }

    private static IQueryable<ObservationRow> OfSeverity(IQueryable<ObservationRow> rows, string word) =>
        Severities.Contains(word) && Enum.TryParse<Severity>(word, ignoreCase: true, out var severity) ? rows.Where(row => row.Outcome == Outcome.Alert && row.Severity == severity)
        : word == AnyAlert ? rows.Where(row => row.Outcome == Outcome.Alert)
        : word == "undetermined" ? rows.Where(row => row.Outcome == Outcome.Undetermined)
        : word == "fault" ? rows.Where(row => row.Outcome == Outcome.Fault)
        : rows.Where(row => false);

    private IEnumerable<(string Name, string? Value)> Narrowing =>
        [("severity", Severity), ("state", State), ("category", Category), ("rule", Rule), ("department", Department), ("work", Work), ("missing", Missing), ("under", Under), ("q", Q)];

    private IEnumerable<(string Name, string? Value)> Values =>
    [
        .. Narrowing, ("folded", Folded), ("order", Order == ByPolicy ? null : Order), ("all", All),
        ("run", Run?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static bool Any(string? value) => !string.IsNullOrWhiteSpace(value);
}
