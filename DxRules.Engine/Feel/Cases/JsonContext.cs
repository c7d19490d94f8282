using System.Text.Json;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>What is known around an expression, read from JSON.</summary>
/// <param name="Values">The names with their values; empty where the text is wrong.</param>
/// <param name="Names">All names in it, at any depth.</param>
/// <param name="Diagnostics">What is wrong with the text.</param>
internal sealed record JsonContext(FeelContext Values, IReadOnlyList<string> Names, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static readonly JsonContext Empty = new(FeelContext.Empty, [], []);

    /// <summary>Reads an object of names with values, as <see cref="JsonValues"/> has them. Nothing in the text makes this throw.</summary>
    public static JsonContext Read(SourceText source)
    {
        try
        {
            using var document = JsonDocument.Parse(source.Content);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && JsonValues.Read(root) is FeelContext context
                ? new JsonContext(context, [.. JsonValues.NamesIn(root)], [])
                : Wrong(CaseErrors.NotAContext(source));
        }
        catch (JsonException wrong)
        {
            var at = source.OffsetOf((int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1);
            return Wrong(CaseErrors.NotJson(source, new TextSpan(at, 1), Sentence(wrong.Message)));
        }
        catch (JsonValueException wrong)
        {
            return Wrong(CaseErrors.NotAValue(source, JsonPlaces.Of(source.Content, wrong.Steps), wrong));
        }
    }

    private static JsonContext Wrong(Diagnostic diagnostic) => Empty with { Diagnostics = [diagnostic] };

    // The place stands in the diagnostic already.
    private static string Sentence(string message) => message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
