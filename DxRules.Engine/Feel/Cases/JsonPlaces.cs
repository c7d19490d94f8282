using System.Text;
using System.Text.Json;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>Where values stand in a JSON text.</summary>
internal static class JsonPlaces
{
    /// <summary>The first character of the value at the end of the way; of the value nearest to it where there is none.</summary>
    /// <param name="json">A JSON text without errors.</param>
    /// <param name="steps">Names of members and positions in lists, from the root.</param>
    public static TextSpan Of(string json, IReadOnlyList<object> steps)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        foreach (var step in steps)
        {
            if (!TryEnter(ref reader, step))
                break;
        }
        return new TextSpan(Encoding.UTF8.GetCharCount(utf8.AsSpan(0, (int)reader.TokenStartIndex)), 1);
    }

    private static bool TryEnter(ref Utf8JsonReader reader, object step)
    {
        for (var index = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); index++)
        {
            var isHere = step is int wanted ? index == wanted : reader.TokenType == JsonTokenType.PropertyName && NameCharacters.Normalized(reader.GetString()!) == (string)step;
            if (reader.TokenType == JsonTokenType.PropertyName)
                reader.Read();
            if (isHere)
                return true;
            reader.Skip();
        }
        return false;
    }
}
