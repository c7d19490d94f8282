using System.Globalization;
using System.Text;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>A plan file in the making, of which every part knows the cell it came from.</summary>
internal static class PlanParts
{
    /// <summary>The text of the plan file, and which cell each part of it came from.</summary>
    public static (string Json, PartPlaces Places) Write(Part plan)
    {
        var (json, places) = (new StringBuilder(), new PartPlaces());
        Write(plan, json, places);
        return (json.ToString(), places);
    }

    private static void Write(Part part, StringBuilder json, PartPlaces places)
    {
        places.Add(json.Length, part.At);
        switch (part)
        {
            case Value value:
                json.Append(value.Json);
                break;
            case List list:
                json.Append('[');
                foreach (var element in list.Elements)
                {
                    if (element != list.Elements[0])
                        json.Append(',');
                    json.Append('\n');
                    Write(element, json, places);
                }
                json.Append(']');
                break;
            case Object record:
                var isFirst = true;
                foreach (var (name, member) in record.Members)
                {
                    json.Append(isFirst ? "{\n" : ",\n");
                    places.Add(json.Length, member.At);
                    json.Append(PlanText.Quoted(name)).Append(": ");
                    Write(member, json, places);
                    isFirst = false;
                }
                json.Append(isFirst ? "{}" : "}");
                break;
        }
    }

    /// <param name="At">The cell it came from; of what has several cells the first.</param>
    internal abstract record Part(CellPlace At);

    internal sealed record Value(CellPlace At, string Json) : Part(At);

    internal sealed record List(CellPlace At) : Part(At)
    {
        public List<Part> Elements { get; } = [];
    }

    internal sealed record Object(CellPlace At) : Part(At)
    {
        public OrderedDictionary<string, Part> Members { get; } = new(StringComparer.Ordinal);

        /// <summary>The object at the end of a path, made where it is not there yet.</summary>
        public Object Within(IEnumerable<string> path, CellPlace at)
        {
            var within = this;
            foreach (var name in path)
            {
                if (!within.Members.TryGetValue(name, out var next))
                    within.Members.Add(name, next = new Object(at));
                within = (Object)next;
            }
            return within;
        }

        /// <summary>The list of a name, made where it is not there yet.</summary>
        public List ListOf(string name, CellPlace at)
        {
            if (!Members.TryGetValue(name, out var list))
                Members.Add(name, list = new List(at));
            return (List)list;
        }
    }
}

/// <summary>Which cell each part of a text came from.</summary>
internal sealed class PartPlaces
{
    private readonly List<int> starts = [];
    private readonly List<CellPlace> cells = [];

    /// <summary>From here on; the places come in the order of the text.</summary>
    public void Add(int start, CellPlace cell)
    {
        starts.Add(start);
        cells.Add(cell);
    }

    public CellPlace At(int offset)
    {
        var found = starts.BinarySearch(offset);

        // Several parts may begin at one place; the last of them is the innermost.
        var at = found < 0 ? Math.Max(0, ~found - 1) : found;
        while (at + 1 < starts.Count && starts[at + 1] == starts[at])
            at++;
        return cells[at];
    }
}
