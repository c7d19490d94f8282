namespace DxRules.Engine.Text;

/// <summary>Something wrong in a text a person wrote: data, not an exception, so that all of them can be told in one run.</summary>
/// <param name="Code">Never changes its meaning: DX1xx file, DX2xx expression, DX3xx evaluation, DX4xx plan, DX5xx report, DX6xx workbook.</param>
/// <param name="Severity">Whether the text can still be used.</param>
/// <param name="Message">What is wrong: what was expected and what was found.</param>
/// <param name="Source">The text in which it stands.</param>
/// <param name="Span">The part of it that is meant.</param>
/// <param name="Hint">What to do about it, where that is known.</param>
/// <param name="Path">Where in a document it stands (a JSON path), where positions alone do not say it.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticSeverity Severity,
    LocalizedText Message,
    SourceText Source,
    TextSpan Span,
    LocalizedText? Hint = null,
    string? Path = null);

public enum DiagnosticSeverity
{
    /// <summary>The text is usable, and somebody should look at it.</summary>
    Warning,

    /// <summary>The text cannot be used.</summary>
    Error,
}
