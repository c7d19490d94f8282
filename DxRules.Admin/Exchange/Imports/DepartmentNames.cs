using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>Finds departments by their names, with or without the 局 and 部 they belong to.</summary>
internal sealed class DepartmentNames
{
    private const int MostNear = 3;

    private readonly Dictionary<string, List<Department>> byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Department> byKey = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Department> all;

    public DepartmentNames(IReadOnlyList<Department> departments)
    {
        all = departments;
        foreach (var department in departments)
        {
            byKey.TryAdd(department.Id, department);
            foreach (var part in Parts(department.Name))
            {
                if (!byPart.TryGetValue(part, out var those))
                    byPart.Add(part, those = []);
                those.Add(department);
            }
        }
    }

    /// <summary>The departments that a name can mean: one where it is clear, several where another 部 has one of the same name, none where nobody knows it.</summary>
    public IReadOnlyList<Department> Find(string name)
    {
        if (byKey.TryGetValue(name, out var byId))
            return [byId];
        var parts = Parts(name);
        if (parts.Count == 0)
            return [];
        if (byPart.GetValueOrDefault(parts[0]) is { } exact)
            return Preferred(exact, parts[0]);

        // 総務局デジタル推進部情報管理課 is 情報管理課 where that is all the plan says, and no 情報管理課 of another 部.
        foreach (var part in parts.Skip(1))
        {
            if (byPart.GetValueOrDefault(part)?.Where(department => TextKeys.Key(department.Name) == part).ToList() is { Count: > 0 } shorter)
                return shorter;
        }
        return [];
    }

    /// <summary>Names that are near, nearest first.</summary>
    public IReadOnlyList<string> Near(string name)
    {
        var key = TextKeys.Key(name);
        var near = all.Select(department => department.Name).Distinct()
            .Select(other => (Name: other, Key: TextKeys.Key(other)))
            .Where(other => other.Key.Length <= 64 && key.Length is > 0 and <= 64)
            .Select(other => (other.Name, Distance: Spelling.Distance(key, other.Key), Longest: Math.Max(key.Length, other.Key.Length)))
            .Where(other => other.Distance * 2 <= other.Longest)
            .OrderBy(other => other.Distance);
        return [.. near.Take(MostNear).Select(other => other.Name)];
    }

    // What has exactly that name comes before what has it below a 部; of the former those that are there today.
    private static IReadOnlyList<Department> Preferred(List<Department> found, string key)
    {
        var exact = found.Where(department => TextKeys.Key(department.Name) == key).ToList();
        var meant = exact.Count > 0 ? exact : found;
        return meant.Count > 1 && meant.Where(department => department.To is null).ToList() is [var today] ? [today] : meant;
    }

    // The name itself, then what is left of it behind each 局 or 部 in front.
    private static List<string> Parts(string name)
    {
        var key = TextKeys.Key(name);
        var parts = new List<string>();
        if (key.Length > 0)
            parts.Add(key);
        for (var i = 1; i < key.Length - 1; i++)
        {
            if (key[i - 1] is '部' or '局' or '所' or '室' && key[i] is not ('長' or '門'))
                parts.Add(key[i..]);
        }
        return parts;
    }
}
