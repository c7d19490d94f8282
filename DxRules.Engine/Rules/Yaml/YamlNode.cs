using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Yaml;

/// <summary>A piece of a YAML document that knows where it stands. Values are texts here; what they mean is for their reader to say.</summary>
internal abstract record YamlNode(TextSpan Span);

/// <param name="Text">What was written, without quotes and escapes, each character with its place in the file.</param>
internal sealed record YamlScalar(TextSpan Span, EmbeddedText Text, ScalarStyle Style) : YamlNode(Span)
{
    public string Value => Text.Text;

    /// <summary>Nothing was written, or the word for nothing.</summary>
    public bool IsNull => Style == ScalarStyle.Plain && Value is "" or "~" or "null";
}

internal sealed record YamlList(TextSpan Span, IReadOnlyList<YamlNode> Items) : YamlNode(Span);

/// <param name="Entries">In the order of the file; no key twice.</param>
internal sealed record YamlMapping(TextSpan Span, IReadOnlyList<YamlEntry> Entries) : YamlNode(Span)
{
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,

    /// <summary>| or >, the text on lines of its own.</summary>
    Block,
}
