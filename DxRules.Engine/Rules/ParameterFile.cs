using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Parameters shared by several rules (format dxparameters/1), in groups that a rule names under <c>uses</c>.</summary>
internal sealed record ParameterFile(SourceText Source, string Hash, bool HasErrors, IReadOnlyList<ParameterGroup> Groups);

/// <param name="En">The English name.</param>
internal sealed record ParameterGroup(Located<string> Name, Located<string> En, LocalizedText Title, IReadOnlyList<ParameterDefinition> Members, bool HasErrors);
