using System.Globalization;
using System.Text.Json;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Reference;

/// <summary>One line of the conformance cases: an expression, what is known around it, and its expected value.</summary>
internal sealed record ConformanceCase(JsonElement Json)
{
    public string Suite => Json.GetProperty("suite").GetString()!.Split('/')[^1];

    public string Expression => Json.GetProperty("expression").GetString()!;

    public bool ExpectsError => Json.GetProperty("error").GetBoolean();

    public object? Expected => ValueOf(Json.GetProperty("expected"));

    public override string ToString() => $"{Suite} {Json.GetProperty("id").GetString()}: {Expression.ReplaceLineEndings(" ").Trim()} => {Json.GetProperty("expected").GetRawText()}";

    public static IEnumerable<ConformanceCase> All()
    {
        var file = Find();
        Assert.SkipWhen(file == null, "The FEEL conformance cases (shared/feel/cases.jsonl beside the repository) are not here.");
        return File.ReadLines(file!).Select(line => new ConformanceCase(JsonDocument.Parse(line).RootElement));
    }

    /// <summary>Its expressions in the order in which they are evaluated, each with the names known by then.</summary>
    public IEnumerable<(string Expression, IReadOnlyCollection<string> Names)> Texts()
    {
        var names = NamesIn(Json.GetProperty("inputs")).ToList();
        foreach (var definition in Json.GetProperty("lets").EnumerateArray())
        {
            yield return (definition.GetProperty("expression").GetString()!, [.. names]);
            names.Add(definition.GetProperty("name").GetString()!);
        }
        yield return (Expression, [.. names]);
    }

    /// <summary>The value that the reference interpreter gives.</summary>
    public object? Evaluate()
    {
        var types = Json.GetProperty("types").EnumerateObject().ToDictionary(type => type.Name, type => TypeOf(type.Value));
        var now = FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 4, 1)));
        var interpreter = new ReferenceInterpreter(new CallContext(now), types);
        var scope = new Scope(null);
        foreach (var input in Json.GetProperty("inputs").EnumerateObject())
            scope.Set(input.Name, ValueOf(input.Value));
        var definitions = Json.GetProperty("lets").EnumerateArray()
            .Select(definition => (Name: definition.GetProperty("name").GetString()!, Type: TypeOf(definition.GetProperty("type"))))
            .Append(("", TypeOf(Json.GetProperty("resultType"))));
        object? result = null;
        foreach (var ((name, type), (text, names)) in definitions.Zip(Texts()))
        {
            result = Types.Coerced(Read(text, names) is { } tree ? interpreter.Evaluate(tree, scope) : null, type, types);
            scope.Set(name, result);
        }
        return result;
    }

    /// <summary>Whether a value is the expected one; numbers to 1e-8 of their size.</summary>
    public static bool Same(object? actual, object? expected) => (actual, expected) switch
    {
        (decimal a, decimal b) => a == b || Math.Abs(a - b) <= Math.Abs(b) * 1e-8m,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Count == b.Count && a.Entries.All(entry => b.TryGet(entry.Key, out var other) && Same(entry.Value, other)),
        (FeelTime or FeelDateTime, _) => Equals(actual, expected),
        _ => Operators.Equal(actual, expected) == true,
    };

    private static Expression? Read(string text, IReadOnlyCollection<string> names)
    {
        var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("case", text)), ParserOptions.Dynamic(names));
        return tree.HasErrors ? null : tree.Root;
    }

    private static IEnumerable<string> NamesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    private static object? ValueOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Null => null,
        JsonValueKind.Array => json.EnumerateArray().Select(ValueOf).ToArray(),
        _ when json.EnumerateObject().FirstOrDefault() is { Name: ['$', ..] } typed => TypedValue(typed.Name, typed.Value.GetString()!),
        _ => new FeelContext([.. json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, ValueOf(member.Value)))]),
    };

    private static object? TypedValue(string kind, string text) => kind switch
    {
        "$number" => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        "$dateTime" => TemporalTexts.ParseDateTime(text),
        _ => TemporalTexts.Parse(text),
    };

    private static TypeName TypeOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Plain(json.ValueKind == JsonValueKind.String ? json.GetString()! : "Any");
        if (json.TryGetProperty("list", out var item))
            return Plain("list") with { Arguments = [TypeOf(item)] };
        if (!json.TryGetProperty("context", out var members))
            return json.TryGetProperty("base", out var root) ? TypeOf(root) : Plain("Any");
        return Plain("context") with
        {
            Arguments = [.. members.EnumerateObject().Select(member => TypeOf(member.Value))],
            MemberNames = [.. members.EnumerateObject().Select(member => member.Name)],
        };
    }

    private static TypeName Plain(string name) => new(default, name switch
    {
        "dateTime" => "date and time",
        "dayTimeDuration" => "days and time duration",
        "yearMonthDuration" => "years and months duration",
        _ => name,
    }, [], [], null);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "feel", "cases.jsonl");
            if (File.Exists(file))
                return file;
        }
        return null;
    }
}
