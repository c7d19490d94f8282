using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Engine.RecordChecks;

/// <summary>What rules can speak of in a host's own records. Immutable; made by <see cref="RecordSchemaBuilder"/> and shared by as many checks and threads as there are.</summary>
/// <typeparam name="TRoot">What a check is given: the record above all others.</typeparam>
public sealed class RecordSchema<TRoot>
    where TRoot : class
{
    internal RecordSchema(Schema schema) => Schema = schema;

    internal Schema Schema { get; }

    /// <summary>The name of a kind of subject by its English word, as reports give it; the word itself where there is no such kind.</summary>
    public LocalizedText NameOf(string type) => Schema.FindSubject(type) is { } kind ? new LocalizedText(kind.Ja, kind.En) : type;

    /// <summary>Everything a rule can read and call, as a page in Markdown for the authors of rules: kinds, members, words and functions.</summary>
    public string Dictionary(Language language) => DataDictionary.Write(Schema, language);
}
