using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>
/// Builds the subject of an example from what the example gives of it. The fragment is completed to a plan file, with stand-ins for
/// what every plan must have, and then goes the way of every plan: reader, as-of date, subjects. So an example sees what a check sees.
/// </summary>
internal static class FragmentBuilder
{
    /// <summary>The subject as of a day; null where something is wrong with the fragment, which is then told.</summary>
    public static object? Build(ObjectType kind, FragmentObject given, DateOnly asOf, SourceText source, List<Diagnostic> diagnostics)
    {
        var errors = new FragmentErrors(source, diagnostics);
        var composer = new FragmentComposer(asOf, errors);
        var composed = composer.Compose(kind, given);
        if (errors.Count > 0)
            return null;

        var reading = PlanReader.Read(new SourceText(source.Name, composed.Json));
        if (reading.Document is not { } document)
        {
            foreach (var problem in reading.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
                errors.Unreadable(problem, composed.SpanOf(problem.Path) ?? given.Span);
            return null;
        }

        var plan = PlanSubjects.Build(PlanTime.At(asOf, document).Document, asOf);
        composed.Adjust(plan);
        var subject = composed.Find(plan);
        if (subject is null)
            errors.NotThereYet(given.Span, kind, asOf);
        return subject;
    }
}
