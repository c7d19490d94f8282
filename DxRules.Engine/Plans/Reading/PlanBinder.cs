namespace DxRules.Engine.Plans.Reading;

/// <summary>Turns the tree of a file into records, by the marks on their members. What is wrong is told and left out, so that all of it is told at once.</summary>
internal sealed class PlanBinder(PlanProblems problems, PlanNames names)
{
    public const string Raw = "raw";
    public const string Inferred = "inferred";

    /// <summary>The record of an object, or null if the node is none.</summary>
    public PlanObject? Bind(JsonNode node, PlanShape shape)
    {
        if (node.Kind != JsonKind.Object)
        {
            problems.WrongType(node, Expected.Object);
            return null;
        }

        var record = shape.Create();
        foreach (var child in node.Children)
        {
            if (shape.Find(child.Name!) is { } member)
            {
                if (Read(child, member) is { } value)
                    member.Set(record, value);
            }
            else if (!ReadAside(child, shape, ref record))
                problems.UnknownMember(child, [.. shape.Members.Select(m => m.Name), Raw, Inferred]);
        }

        foreach (var member in shape.Required)
        {
            if (node.Find(member.Name) is null)
                problems.MissingMember(node, member);
        }
        foreach (var (start, end) in shape.Periods)
        {
            if (start.Get(record) is PlanDate from && end.Get(record) is PlanDate to && to.Day < from.Day)
                problems.EndsBeforeItStarts(node.Find(end.Name)!, from, to);
        }
        return record;
    }

    /// <summary>The value of a member, or null: absent, or a problem told.</summary>
    private object? Read(JsonNode node, PlanMember member)
    {
        if (node.Kind == JsonKind.Null)
        {
            if (member.Presence == MemberPresence.Required)
                problems.WrongType(node, Expected.ValueOf(member));
            else if (member.Presence is MemberPresence.Default or MemberPresence.EmptyList)
                problems.NullNotAllowed(node, member);
            return null;
        }
        if (!member.IsList)
            return ReadValue(node, member);
        if (node.Kind == JsonKind.List)
            return ReadElements(node, member);
        problems.WrongType(node, Expected.List);
        return null;
    }

    private Array ReadElements(JsonNode node, PlanMember member)
    {
        var elements = Array.CreateInstance(member.ValueType, node.Children.Count);
        for (var i = 0; i < node.Children.Count; i++)
        {
            if (ReadValue(node.Children[i], member) is { } element)
                elements.SetValue(element, i);
        }
        return elements;
    }

    private object? ReadValue(JsonNode node, PlanMember member)
    {
        if (member.ValueKind == PlanValueKind.Object)
            return Bind(node, PlanShape.Of(member.ValueType));

        var value = PlanValues.Read(node, member, problems);
        if (value is string text)
            names.Add(node, member, text);
        return value;
    }

    /// <summary>Reads what every object may carry besides its members; false if the child is none of it.</summary>
    private bool ReadAside(JsonNode child, PlanShape shape, ref PlanObject record)
    {
        switch (child.Name)
        {
            case Raw:
                record = record with { Raw = ReadRaw(child, shape) };
                return true;
            case Inferred:
                record = record with { Inferred = ReadInferred(child, shape) };
                return true;
            default:
                return child.Name == PlanFormat.Member && shape.Type == typeof(PlanDocument);
        }
    }

    private Dictionary<string, string> ReadRaw(JsonNode node, PlanShape shape)
    {
        var wording = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node.Kind != JsonKind.Object)
            problems.WrongType(node, Expected.Object);
        foreach (var child in node.Children)
        {
            if (child.Name is null || shape.Find(child.Name) is null)
                problems.RawOfUnknownMember(child, shape.Members.Select(m => m.Name));
            else if (child.Kind != JsonKind.Text)
                problems.WrongType(child, Expected.Text);
            else
                wording[child.Name] = child.Text;
        }
        return wording;
    }

    private string[] ReadInferred(JsonNode node, PlanShape shape)
    {
        if (node.Kind != JsonKind.List)
            problems.WrongType(node, Expected.List);
        foreach (var child in node.Children)
        {
            if (child.Kind != JsonKind.Text)
                problems.WrongType(child, Expected.Text);
            else if (shape.Find(child.Text) is null)
                problems.RawOfUnknownMember(child, shape.Members.Select(m => m.Name));
        }
        return [.. node.Children.Select(c => c.Text)];
    }
}
