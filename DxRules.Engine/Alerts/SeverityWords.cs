using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>The words for how grave an alert is.</summary>
public static class SeverityWords
{
    private static readonly LocalizedText[] Words =
    [
        new("情報", "info"),
        new("注意", "notice"),
        new("警告", "warning"),
        new("重大", "critical"),
    ];

    public static LocalizedText Of(Severity severity) => Words[(int)severity];

    /// <summary>The word in files and on the command line.</summary>
    public static string English(Severity severity) => Of(severity).En;

    /// <summary>The severity of a word in files; null where it is none.</summary>
    public static Severity? Find(string english)
    {
        var index = Array.FindIndex(Words, word => word.En == english);
        return index < 0 ? null : (Severity)index;
    }
}
