using System.Text.Json;
using DxRules.Engine.Alerts;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>The words for how alerts stand, in addresses, marks and keys of texts; and those for several states together.</summary>
internal static class AlertStateWords
{
    /// <summary>All alerts of this check.</summary>
    public const string Now = "now";

    /// <summary>All alerts of the cycle before.</summary>
    public const string Previous = "previous";

    /// <summary>Those of both.</summary>
    public const string Carried = "carried";

    /// <summary>Those that grew graver, and those that came back.</summary>
    public const string WorsenedOrRecurred = "worsenedOrRecurred";

    /// <summary>All that can be filtered by, in the order in which it is offered.</summary>
    public static IReadOnlyList<string> Filters { get; } = [Now, Previous, Carried, WorsenedOrRecurred, .. Enum.GetValues<AlertState>().Select(Of)];

    public static string Of(AlertState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>Whether a state is the one that a word names, or one of those that it names together.</summary>
    public static bool Covers(string word, AlertState state) => word switch
    {
        Now => IsNow(state),
        Previous => state is not (AlertState.New or AlertState.Recurred),
        Carried => IsNow(state) && state is not (AlertState.New or AlertState.Recurred),
        WorsenedOrRecurred => state is AlertState.Worsened or AlertState.Recurred,
        _ => word == Of(state),
    };

    private static bool IsNow(AlertState state) =>
        state is AlertState.New or AlertState.Continuing or AlertState.Worsened or AlertState.Eased or AlertState.Recurred;
}
