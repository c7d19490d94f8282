using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>A figure of a rule that an office may set, with its type and bounds.</summary>
/// <param name="En">The English name; empty only where the file has errors.</param>
/// <param name="Type">Null only where the file has errors.</param>
/// <param name="Value">See <see cref="ParameterType"/> for the CLR type of each; null only where the file has errors.</param>
/// <param name="Words">The words of an enum, in the order of the file; else empty.</param>
internal sealed record ParameterDefinition(
    Located<string> Name,
    Located<string> En,
    ParameterType? Type,
    Located<object>? Value,
    object? Min,
    object? Max,
    LocalizedText? Help,
    IReadOnlyList<string> Words);

internal enum ParameterType
{
    /// <summary>decimal</summary>
    Number,

    /// <summary>60% is the decimal 0.6</summary>
    Percent,

    /// <summary>P90D is a <see cref="DaysDuration"/></summary>
    Days,

    /// <summary>P12M and P1Y are a <see cref="MonthsDuration"/> of 12</summary>
    Months,

    /// <summary>DateOnly</summary>
    Date,

    /// <summary>06-30 is a <see cref="Feel.Values.MonthDay"/>; 29 February is none, as most years lack it</summary>
    MonthDay,

    /// <summary>string</summary>
    Text,

    /// <summary>bool</summary>
    Boolean,

    /// <summary>string, one of the words</summary>
    Enum,
}
