using DxRules.Admin.Data;
using Microsoft.AspNetCore.Http.Extensions;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>Which lines of a run are shown and how; all of it stands in the address, so that an address is a saved view.</summary>
internal sealed record AlertFilter
{
    public const string ByPolicy = "policy";
    public const string BySeverity = "severity";
    public const string ByRule = "rule";

    /// <summary>The words that <see cref="Severity"/> may be chosen from.</summary>
    public static readonly IReadOnlyList<string> Severities = ["critical", "warning", "notice", "info", "undetermined"];

    /// <summary>A severity, <c>undetermined</c> or <c>fault</c>; null for all.</summary>
    public string? Severity { get; init; }
    public string? Category { get; init; }

    /// <summary>How alerts stand against the cycle before: a state, or several together as <see cref="AlertStateWords"/> calls them; null for all.</summary>
    public string? State { get; init; }

    /// <summary>The id of a rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Words that the subject, its policy, the sentence or the rule must all hold.</summary>
    public string? Q { get; init; }

    /// <summary><c>show</c> lists folded alerts as alerts of their own.</summary>
    public string? Folded { get; init; }
    public string? Order { get; init; }

    /// <summary>The number of a run of the cycle; null for the latest.</summary>
    public int? Run { get; init; }

    public bool ShowsFolded => Folded == "show";

    public bool Narrows => Any(Severity) || Any(State) || Any(Category) || Any(Rule) || Any(Q);

    public bool Matches(AlertLine line) =>
        (!Any(Severity) || Severity == line.SeverityWord)
        && (!Any(State) || (line.Life.State is { } state && AlertStateWords.Covers(State!, state)))
        && (!Any(Category) || Category == line.Category)
        && (!Any(Rule) || Rule == line.RuleId)
        && (!Any(Q) || line.Search.Holds(Q!));

    /// <summary>The address of the list under this filter, without what is as usual.</summary>
    public string Address(int cycle)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Values().Where(pair => Any(pair.Value)))
            query.Add(name, value!);
        return $"/cycles/{cycle}/alerts{query.ToQueryString()}";
    }

    private IEnumerable<(string Name, string? Value)> Values() =>
    [
        ("severity", Severity), ("state", State), ("category", Category), ("rule", Rule), ("q", Q), ("folded", Folded),
        ("order", Order == ByPolicy ? null : Order),
        ("run", Run?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static bool Any(string? value) => !string.IsNullOrWhiteSpace(value);
}
