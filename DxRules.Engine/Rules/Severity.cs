namespace DxRules.Engine.Rules;

/// <summary>How grave an alert is; a greater value is graver.</summary>
public enum Severity
{
    /// <summary>情報</summary>
    Info,

    /// <summary>注意</summary>
    Notice,

    /// <summary>警告</summary>
    Warning,

    /// <summary>重大</summary>
    Critical,
}
