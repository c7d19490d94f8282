using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>One way in which a city's profile differs from the rules it builds on, for <c>rules list --profile</c>.</summary>
/// <param name="What">What is changed: a rule, a level of it, a parameter, a topic, a scale, a kind of subject.</param>
/// <param name="Before">As the rules have it, in the words of the files; null where there was nothing.</param>
/// <param name="After">As the city has it; null where nothing is left.</param>
/// <param name="Rules">Ids of the rules it is about; empty where it is about none in particular.</param>
internal sealed record ProfileChange(ChangeKind Kind, LocalizedText What, string? Before, string? After, string Reason, IReadOnlyList<string> Rules);

internal enum ChangeKind
{
    SwitchedOff,
    Parameter,
    Severity,
    OwnRule,
    Scale,
    LevelName,
}
