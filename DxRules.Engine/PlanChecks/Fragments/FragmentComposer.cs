using System.Globalization;
using System.Text.Json.Nodes;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Fragments;

/// <summary>Completes a fragment to a plan file.</summary>
internal sealed partial class FragmentComposer
{
    private readonly DateOnly asOf;
    private readonly FragmentErrors errors;
    private readonly Schema schema = PlanSchema.Instance;
    private readonly JsonObject document = [];
    private readonly JsonObject security = [];
    private readonly JsonObject governance = [];
    private readonly List<(JsonObject Json, Type Record, ObjectType? Kind)> made = [];
    private readonly List<(JsonObject Holder, string Member)> emptyUnlessGiven = [];
    private readonly List<(JsonNode Node, TextSpan Span)> spans = [];
    private readonly HashSet<string> givenAncestors = new(StringComparer.Ordinal);
    private int ids;

    public FragmentComposer(DateOnly asOf, FragmentErrors errors)
    {
        this.asOf = asOf;
        this.errors = errors;
        document["format"] = PlanReader.Format;
        document["municipality"] = Note([], typeof(Municipality), null);
        document["plan"] = Note(new JsonObject { ["id"] = "plan" }, typeof(PlanHeader), schema.Root);

        // Neither part is absent as a whole in an example: then nothing else could be said of what lies in it.
        document["security"] = security;
        document["governance"] = governance;
        frames["plan"] = (JsonObject)document["plan"]!;
    }

    public ComposedPlan Compose(ObjectType kind, FragmentObject given)
    {
        NoteAncestors(kind, given);
        var find = kind.Clr == typeof(WordingNode) ? ComposeWording(kind, given) : ComposeSubject(kind, given);
        foreach (var (holder, member) in emptyUnlessGiven)
            holder[member] ??= new JsonArray();
        StandIns.Complete(made, asOf);
        return new ComposedPlan(document.ToJsonString(), ComposedPlan.PathsOf(spans), find)
        {
            GivesCycle = givesCycle,
            GivesActions = givesActions,
            DepartmentsWithChecks = departmentsWithChecks,
        };
    }

    private Func<PlanNode, Node?> ComposeSubject(ObjectType kind, FragmentObject given)
    {
        var json = FrameOf(kind.En);
        Fill(json, kind, given);
        if (kind == schema.Root)
            return plan => plan;
        if (kind.Clr == typeof(SecurityPolicyNode))
            return plan => plan.SecurityPolicy;
        return plan => plan.SubjectsById.GetValueOrDefault((string?)json["id"] ?? "");
    }

    private Func<PlanNode, Node?> ComposeWording(ObjectType kind, FragmentObject given)
    {
        string text = "", member = "備考";
        object? value = null;
        var isFiscalYear = false;
        foreach (var entry in given.Entries)
        {
            switch (kind.Find(entry.Name)?.En)
            {
                case null:
                    errors.UnknownName(entry, kind);
                    break;
                case "text":
                    text = (string?)Scalar(FeelType.Text, entry.Value) ?? "";
                    break;
                case "member":
                    member = (string?)Scalar(FeelType.Text, entry.Value) ?? member;
                    break;
                case "hasValue":
                    value ??= (bool?)Scalar(FeelType.Boolean, entry.Value) == true ? "" : null;
                    break;
                case "number":
                    value = (decimal?)Scalar(FeelType.Number, entry.Value);
                    break;
                case "date" when entry.Value is FragmentValue { Text: { } day } && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                    value = new PlanDate(date);
                    break;
                case "fiscalYear" when (decimal?)Scalar(FeelType.Number, entry.Value) is { } year:
                    (value, isFiscalYear) = ((int)year, true);
                    break;
                case "plan" when entry.Value is FragmentObject above:
                    Fill(FrameOf("plan"), schema.Root, above);
                    break;
                default:
                    errors.Computed(entry, kind.Find(entry.Name)!);
                    break;
            }
        }
        return plan => new WordingNode($"{plan.Id}/notes/1", plan, new WordingPlace(plan, plan.Id).Element(member), text, value, isFiscalYear);
    }

    private JsonObject NewObject(ObjectType kind, JsonArray list, int? at = null)
    {
        var record = PlanWording.RecordOf(kind.Clr);
        var json = Note([], record, kind);
        if (PlanShape.Of(record).Members.Any(m => m.IsId))
            json["id"] = NextId(kind);
        list.Insert(at ?? list.Count, json);
        return json;
    }

    private JsonObject NewObject(string kind, JsonObject holder, string member) => NewObject(KindOf(kind), Array(holder, member));

    private JsonObject Note(JsonObject json, Type record, ObjectType? kind)
    {
        made.Add((json, record, kind));
        return json;
    }

    private string NextId(ObjectType kind) => string.Create(CultureInfo.InvariantCulture, $"{kind.En}-{++ids}");

    private ObjectType KindOf(string en) => schema.Objects.First(o => o.En == en);

    private static JsonArray Array(JsonObject holder, string member)
    {
        if (holder[member] is JsonArray there)
            return there;
        var array = new JsonArray();
        holder[member] = array;
        return array;
    }
}
