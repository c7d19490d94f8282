using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>The catalogue of security controls in the shape of a plan's <c>security.controls</c>, for a city to paste in and fill.</summary>
internal static class ControlSkeleton
{
    /// <summary>A JSON array. What only the city knows is null: it says nothing until it is filled, and a check asks for it.</summary>
    public static string Write(IReadOnlyList<CatalogueControl> controls, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Indented))
        {
            writer.WriteStartArray();
            foreach (var control in controls)
                Write(writer, control, language);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, CatalogueControl found, Language language)
    {
        var control = found.Control;
        writer.WriteStartObject();
        writer.WriteString("id", "control-" + found.Id.ToLowerInvariant());
        writer.WriteString("catalogue", found.Id);
        writer.WriteString("title", control.Title.In(language));
        writer.WriteString("chapter", found.File.Chapter.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("function", control.Function);
        writer.WriteBoolean("required", true);
        writer.WriteNull("status");
        WriteGoal(writer, control);
        writer.WriteNull("lastReviewedOn");
        if (control.ReviewEveryMonths is { } months)
            writer.WriteNumber("reviewEveryMonths", months);
        else
            writer.WriteNull("reviewEveryMonths");
        writer.WriteNull("owner");
        writer.WriteNull("evidence");
        writer.WriteEndObject();
    }

    private static void WriteGoal(Utf8JsonWriter writer, ControlDefinition control)
    {
        if (control.Goal is not { } goal)
            return;
        writer.WriteNull("value");
        writer.WritePropertyName("goal");
        writer.WriteAmount(goal);
        if (control.Unit is { } unit)
            writer.WriteString("unit", unit);
        if (control.Direction is { } direction)
            writer.WriteString("direction", direction);
    }
}
