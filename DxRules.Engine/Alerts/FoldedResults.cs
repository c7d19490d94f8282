namespace DxRules.Engine.Alerts;

/// <summary>Which alerts stand for themselves, and what was folded under each.</summary>
public sealed class FoldedResults
{
    private readonly Dictionary<string, Alert> alerts;
    private readonly ILookup<string, Alert> alertsUnder;
    private readonly ILookup<string, UndeterminedResult> undeterminedUnder;

    public FoldedResults(PlanReport plan)
    {
        alerts = plan.Alerts.ToDictionary(alert => alert.Key, StringComparer.Ordinal);
        Standing = [.. plan.Alerts.Where(alert => RootOf(alert.FoldedUnder) is null)];
        Undetermined = [.. plan.Undetermined.Where(result => RootOf(result.FoldedUnder) is null)];
        alertsUnder = plan.Alerts.Where(alert => RootOf(alert.FoldedUnder) is not null).ToLookup(alert => RootOf(alert.FoldedUnder)!);
        undeterminedUnder = plan.Undetermined.Where(result => RootOf(result.FoldedUnder) is not null).ToLookup(result => RootOf(result.FoldedUnder)!);
    }

    /// <summary>Alerts that are not folded, in the order of the report.</summary>
    public IReadOnlyList<Alert> Standing { get; }

    /// <summary>Undetermined results that are not folded, in the order of the report.</summary>
    public IReadOnlyList<UndeterminedResult> Undetermined { get; }

    /// <summary>The alerts that this one causes, those at the far end of a chain too.</summary>
    public IEnumerable<Alert> AlertsUnder(Alert cause) => alertsUnder[cause.Key];

    /// <summary>What could not be judged because of what this alert reports.</summary>
    public IEnumerable<UndeterminedResult> UndeterminedUnder(Alert cause) => undeterminedUnder[cause.Key];

    // The loader refuses causes that go round in a circle; the count keeps a report from elsewhere from doing so.
    private string? RootOf(string? cause)
    {
        var root = cause is not null && alerts.ContainsKey(cause) ? cause : null;
        for (var i = 0; root is not null && i < alerts.Count; i++)
        {
            if (alerts[root].FoldedUnder is not { } above || !alerts.ContainsKey(above))
                break;
            root = above;
        }
        return root;
    }
}
