using System.Collections;

namespace DxRules.Engine.Text;

/// <summary>Diagnostics that are looked for when somebody asks: most checks can spare the time that warnings take.</summary>
internal sealed class DiagnosticsOnDemand(Func<IReadOnlyList<Diagnostic>> find) : IReadOnlyList<Diagnostic>
{
    private readonly Lazy<IReadOnlyList<Diagnostic>> found = new(find);

    public int Count => found.Value.Count;

    public Diagnostic this[int index] => found.Value[index];

    public IEnumerator<Diagnostic> GetEnumerator() => found.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
