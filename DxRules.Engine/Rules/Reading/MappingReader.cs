using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Takes the entries of a mapping one by one and, at the end, reports those nobody asked for.</summary>
internal sealed class MappingReader(NodeReader reader, YamlMapping mapping, LocalizedText what)
{
    private readonly List<string> expected = [];
    private readonly List<string> missing = [];

    public YamlEntry? Entry(string key)
    {
        expected.Add(key);
        return mapping.Entries.FirstOrDefault(entry => entry.Key.Value == key);
    }

    public YamlNode? Optional(string key) => Entry(key)?.Value;

    public YamlNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
            missing.Add(key);
        return value;
    }

    /// <summary>The entries no key was asked for, in the order of the file: names that are free to choose.</summary>
    public IEnumerable<YamlEntry> Others => mapping.Entries.Where(entry => !expected.Contains(entry.Key.Value));

    /// <summary>Whether a key stands in the mapping, or one nobody asked for that was probably meant to be it. To be asked after all others.</summary>
    public bool IsGivenOrMisspelt(string key) =>
        mapping[key] is not null || IsMisspelt(key);

    /// <summary>Whether a key is lacking where one nobody asked for was probably meant to be it. To be asked after all others.</summary>
    public bool IsMisspelt(string key) =>
        mapping[key] is null && Others.Any(entry => Spelling.Nearest(entry.Key.Value, expected) == key);

    /// <summary>Reports what is lacking, where names are free to choose and nothing can be unknown.</summary>
    public void CloseOpen()
    {
        foreach (var key in missing)
            reader.Report(RuleErrors.MissingKey(reader.Source, Beginning, what, key));
    }

    /// <summary>Reports what is lacking and what nobody asked for. A key that was misspelt is not reported as lacking besides.</summary>
    public void Close()
    {
        missing.RemoveAll(IsGivenOrMisspelt);
        CloseOpen();
        foreach (var entry in Others)
            reader.Report(RuleErrors.UnknownKey(reader.Source, entry.Key.Span, what, entry.Key.Value, expected));
    }

    /// <summary>Where what a mapping lacks is reported: at its first key.</summary>
    public TextSpan Beginning => mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : new TextSpan(mapping.Span.Start, 1);
}
