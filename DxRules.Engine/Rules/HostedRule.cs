using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A rule that a program has written: the text of a rule file whose expressions call conditions in C# by name.</summary>
/// <param name="Problems">What is wrong with the conditions themselves; their places are in the text.</param>
internal sealed record HostedRule(SourceText Source, IReadOnlyList<HostedCondition> Conditions, IReadOnlyList<Diagnostic> Problems);
