using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>The catalogue of security controls that the files of a folder make up together.</summary>
internal static class ControlCatalogue
{
    /// <summary>Its controls by chapter and id. One that replaces another stands in its place.</summary>
    public static IReadOnlyList<CatalogueControl> Of(RuleFolder folder)
    {
        var controls = new Dictionary<string, CatalogueControl>(StringComparer.Ordinal);
        foreach (var found in folder.ControlFiles.SelectMany(file => file.Controls.Select(control => new CatalogueControl(file, control))))
        {
            if (!controls.TryAdd(found.Id, found) && found.Control.Replaces is not null)
                controls[found.Id] = found;
        }
        return [.. controls.Values.OrderBy(control => control.File.Chapter).ThenBy(control => control.Id, StringComparer.Ordinal)];
    }

    /// <summary>Tells of ids that stand twice, and of controls that replace nothing.</summary>
    public static void Check(IReadOnlyList<ControlFile> files, List<Diagnostic> diagnostics)
    {
        var all = files.SelectMany(file => file.Controls.Select(control => new CatalogueControl(file, control))).ToList();
        foreach (var sameId in all.GroupBy(control => control.Id, StringComparer.Ordinal))
        {
            Tell(sameId.Where(control => control.Control.Replaces is null).ToList(), diagnostics);
            var replacing = sameId.Where(control => control.Control.Replaces is not null).ToList();
            Tell(replacing, diagnostics);
            if (replacing.Count > 0 && replacing.Count == sameId.Count())
                diagnostics.Add(ControlErrors.NothingReplaced(replacing[0].File.Source, replacing[0].Control.Replaces!.Value, sameId.Key));
        }
    }

    private static void Tell(List<CatalogueControl> sameId, List<Diagnostic> diagnostics)
    {
        foreach (var control in sameId.Skip(1))
            diagnostics.Add(ControlErrors.ControlTwice(control.File.Source, control.Control.Id.Span, control.Id, Place(sameId[0])));
    }

    private static string Place(CatalogueControl control) =>
        $"{control.File.Source.Name}:{control.File.Source.PositionOf(control.Control.Id.Span.Start).Line}";
}

/// <param name="File">The chapter it stands in.</param>
internal sealed record CatalogueControl(ControlFile File, ControlDefinition Control)
{
    public string Id => Control.Id.Value;
}
