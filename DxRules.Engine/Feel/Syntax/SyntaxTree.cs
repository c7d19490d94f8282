using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>An expression as read, and all that is wrong in its form, in order of place.</summary>
internal sealed record SyntaxTree(EmbeddedText Text, Expression Root, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Count > 0;
}
