using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A value and the place in the file where it was written.</summary>
internal sealed record Located<T>(T Value, TextSpan Span);
