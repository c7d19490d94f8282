using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>A piece of data written by hand, in the shape of the host's documents and with names in either language: what an example gives.</summary>
internal abstract record Fragment(TextSpan Span);

/// <summary>A text, number, date, word or null, as written; null where nothing was.</summary>
internal sealed record FragmentValue(TextSpan Span, string? Text) : Fragment(Span);

internal sealed record FragmentList(TextSpan Span, IReadOnlyList<Fragment> Items) : Fragment(Span);

internal sealed record FragmentObject(TextSpan Span, IReadOnlyList<FragmentEntry> Entries) : Fragment(Span)
{
    /// <summary>The value under a name; null where it is not given.</summary>
    public Fragment? Find(params string[] names) => Entries.FirstOrDefault(e => names.Contains(e.Name))?.Value;
}

internal sealed record FragmentEntry(string Name, TextSpan NameSpan, Fragment Value);

/// <summary>Builds a subject from a fragment, with everything around it that it needs to stand.</summary>
/// <param name="kind">The kind of subject.</param>
/// <param name="given">What is given of it; everything else is a stand-in, a default, or unknown.</param>
/// <param name="asOf">The day as of which it is seen.</param>
/// <param name="source">Where the fragment stands.</param>
/// <param name="diagnostics">Takes what is wrong with the fragment.</param>
/// <returns>The subject, or null where something is wrong.</returns>
internal delegate object? SubjectFromFragment(ObjectType kind, FragmentObject given, DateOnly asOf, SourceText source, List<Diagnostic> diagnostics);
