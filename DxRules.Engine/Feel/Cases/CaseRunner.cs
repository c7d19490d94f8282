using System.Text.Json;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Cases;

/// <summary>Runs conformance cases along the path that rules take: read, bound, compiled, evaluated.</summary>
internal static class CaseRunner
{
    /// <summary>What came of one case. Nothing in a case makes this throw.</summary>
    /// <param name="each">The case.</param>
    /// <param name="now">What <c>now()</c> gives.</param>
    public static CaseResult Run(FeelCase each, FeelDateTime now)
    {
        var reasons = new NullReasons();
        try
        {
            var value = Evaluate(each, new CallContext(now, reasons));
            var passed = CaseComparison.Same(value, JsonValues.Read(each.Expected));
            return new CaseResult(each, passed, value, passed ? null : reasons.All.Count > 0 ? reasons.All[0] : null);
        }
        catch (EvaluationFault fault)
        {
            return Failed(each, fault.Text);
        }
        catch (Exception defect) when (defect is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return Failed(each, $"{defect.GetType().Name}: {defect.Message}");
        }
    }

    // Failing is an error, and so right where one is expected.
    private static CaseResult Failed(FeelCase each, LocalizedText reason) => new(each, each.ExpectsError && each.Expected.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined, null, reason);

    private static object? Evaluate(FeelCase each, CallContext call)
    {
        var types = new TypeTable(each.Types);
        var run = new DynamicRun(call, types);
        var inputs = new List<string>();
        if (each.Inputs.ValueKind == JsonValueKind.Object)
        {
            foreach (var input in each.Inputs.EnumerateObject())
            {
                run.Set(input.Name, JsonValues.Read(input.Value));
                inputs.Add(input.Name);
            }
        }
        string[] names = [.. JsonValues.NamesIn(each.Inputs)];
        foreach (var definition in each.Definitions)
        {
            run.Set(definition.Name, types.Coerced(Value(definition.Expression, inputs, names, run), definition.Type));
            inputs.Add(definition.Name);
        }
        return types.Coerced(Value(each.Expression, inputs, names, run), each.ResultType);
    }

    private static object? Value(string text, IReadOnlyCollection<string> inputs, IEnumerable<string> names, DynamicRun run)
    {
        var expression = DynamicExpression.Compile(EmbeddedText.Whole(new SourceText("", text)), inputs, names);
        foreach (var error in expression.Diagnostics)
            run.Reasons?.Add(new($"{error.Code}: {error.Message.Ja}", $"{error.Code}: {error.Message.En}"));
        return expression.Evaluate(run);
    }
}

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Passed">Whether it is what was expected.</param>
/// <param name="Actual">The value, null where it failed.</param>
/// <param name="Reason">Why it did not pass, where that is known.</param>
internal sealed record CaseResult(FeelCase Case, bool Passed, object? Actual, LocalizedText? Reason);
