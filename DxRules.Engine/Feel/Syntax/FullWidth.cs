namespace DxRules.Engine.Feel.Syntax;

/// <summary>Signs as Japanese keyboards give them, and the half-width ones that expressions are written with.</summary>
internal static class FullWidth
{
    /// <summary>The half-width form of a full-width sign, digit, letter or space; every other character stays.</summary>
    public static char HalfWidthOf(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u3000' => ' ',
        '、' => ',',
        '−' => '-',
        _ => c,
    };

    /// <summary>Punctuation of Japanese texts that has no meaning in an expression, though the standard counts it among letters.</summary>
    public static bool IsPunctuation(char c) => "。」『』【】〈〉《》〔〕".Contains(c);

    public static bool Is(char c) => HalfWidthOf(c) != c;

    public static string HalfWidthOf(string text) => string.Create(text.Length, text, static (output, input) =>
    {
        for (var i = 0; i < input.Length; i++)
            output[i] = HalfWidthOf(input[i]);
    });

    /// <summary>How an operator sign of mathematics is written in expressions; null for every other character.</summary>
    public static string? OperatorOf(char c) => c switch
    {
        '≧' or '≥' => ">=",
        '≦' or '≤' => "<=",
        '≠' => "!=",
        '×' => "*",
        '÷' => "/",
        _ => null,
    };
}
