using System.Reflection;

namespace DxRules.Tests.Architecture;

/// <summary>Which folder of an assembly may use which, folders being the namespaces right below a root; a folder may also use what those may use.</summary>
internal sealed class Layers(string root, IReadOnlyDictionary<string, string[]> mayUse)
{
    /// <summary>The folders of DxRules.Engine, as the design draws them.</summary>
    public static readonly Layers OfEngine = new("DxRules.Engine", new Dictionary<string, string[]>
    {
        ["Text"] = [],
        ["Feel"] = ["Text"],
        ["Plans"] = ["Text"],
        ["Rules"] = ["Text", "Feel"],
        ["Evaluation"] = ["Rules", "Feel"],
        ["Alerts"] = ["Evaluation"],
        ["Examples"] = ["Alerts"],
        ["PlanChecks"] = ["Text", "Feel", "Plans", "Rules", "Evaluation", "Alerts", "Examples"],
        ["RecordChecks"] = ["PlanChecks"],
    });

    /// <summary>Every use against the arrows, and every type that lies in no folder, as sentences.</summary>
    public IReadOnlyList<string> Violations(Assembly assembly)
    {
        var outside = assembly.GetTypes().Where(type => IsBelowRoot(type) && Folder(type) is null)
            .Select(type => $"{type.FullName} lies in no known folder");
        var against = from use in TypeUses.In(assembly)
                      let user = Folder(use.User)
                      let used = Folder(use.Used)
                      where user is not null && used is not null && user != used && !Reach(user).Contains(used)
                      select $"{user} may not use {used}: {use.User.Name} uses {use.Used.Name} in {use.Where}";
        return [.. outside.Concat(against).Distinct().Order(StringComparer.Ordinal)];
    }

    private bool IsBelowRoot(Type type) => type.Namespace is { } name && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

    private string? Folder(Type type)
    {
        if (!IsBelowRoot(type) || type.Namespace!.Length == root.Length)
            return null;
        var folder = type.Namespace[(root.Length + 1)..].Split('.')[0];
        return mayUse.ContainsKey(folder) ? folder : null;
    }

    private HashSet<string> Reach(string folder)
    {
        var reach = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(mayUse[folder]);
        while (open.TryDequeue(out var next))
        {
            if (reach.Add(next))
                mayUse[next].ToList().ForEach(open.Enqueue);
        }
        return reach;
    }
}
