using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Reading;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing;

/// <summary>Turns the tree of a file into a publication. What is wrong is told and left out, so that all of it is told at once.</summary>
internal sealed class PublicationBinder(PlanProblems problems)
{
    private static readonly LocalizedText Day = new("日付 \"YYYY-MM-DD\"", "a date \"YYYY-MM-DD\"");

    private readonly Dictionary<string, JsonNode> ids = new(StringComparer.Ordinal);
    private readonly List<JsonNode> references = [];

    /// <summary>The publication; null where a problem was told.</summary>
    public Publication? Read(JsonNode root)
    {
        var publication = ReadObject(root, PublicationShape.Of(typeof(Publication)));
        foreach (var reference in references.Where(reference => !ids.ContainsKey(reference.Text)))
            problems.UnresolvedReference(reference, ids.Keys);
        return (Publication?)publication;
    }

    private object? ReadObject(JsonNode node, PublicationShape shape)
    {
        if (node.Kind != JsonKind.Object)
        {
            problems.WrongType(node, Expected.Object);
            return null;
        }

        var given = new Dictionary<PublicationMember, JsonNode>(node.Children.Count);
        foreach (var child in node.Children)
        {
            if (shape.Find(child.Name!) is { } member)
                given.Add(member, child);
            else if (child.Name != PlanFormat.Member || shape.Type != typeof(Publication))
                problems.UnknownMember(child, shape.Members.Select(m => m.Name));
        }

        var values = new object?[shape.Members.Count];
        var isWhole = true;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ReadMember(node, shape.Members[i], given);
            isWhole &= values[i] is not null || shape.Members[i].IsNullable;
        }
        return isWhole ? shape.Make(values) : null;
    }

    private object? ReadMember(JsonNode parent, PublicationMember member, Dictionary<PublicationMember, JsonNode> given)
    {
        if (!given.TryGetValue(member, out var node))
        {
            if (member.IsRequired)
                problems.MissingMember(parent, member.Name, ExpectedIn(member));
            return member.Default;
        }
        if (node.Kind == JsonKind.Null && member.IsNullable)
            return null;
        if (!member.IsList)
            return ReadValue(node, member);
        if (node.Kind == JsonKind.List)
            return ReadElements(node, member);
        problems.WrongType(node, Expected.List);
        return null;
    }

    private Array? ReadElements(JsonNode node, PublicationMember member)
    {
        var elements = node.Children.ConvertAll(child => ReadValue(child, member));
        if (elements.Contains(null))
            return null;
        var list = Array.CreateInstance(member.ValueType, elements.Count);
        for (var i = 0; i < elements.Count; i++)
            list.SetValue(elements[i], i);
        if (list is PublicFigure[] figures)
            CheckYears(node, figures);
        return list;
    }

    private object? ReadValue(JsonNode node, PublicationMember member)
    {
        var isOfKind = member.Kind switch
        {
            PublicationValueKind.Text or PublicationValueKind.Date or PublicationValueKind.Word => node.Kind == JsonKind.Text,
            PublicationValueKind.Number or PublicationValueKind.Whole => node.Kind == JsonKind.Number,
            PublicationValueKind.Boolean => node.Kind is JsonKind.True or JsonKind.False,
            _ => node.Kind == JsonKind.Object,
        };
        if (!isOfKind)
        {
            problems.WrongType(node, ExpectedOf(member));
            return null;
        }
        return member.Kind switch
        {
            PublicationValueKind.Object => ReadObject(node, PublicationShape.Of(member.ValueType)),
            PublicationValueKind.Text => ReadText(node, member),
            PublicationValueKind.Word => PlanValues.Word(node, member.ValueType, problems),
            PublicationValueKind.Date => ReadDay(node),
            PublicationValueKind.Boolean => node.Kind == JsonKind.True,
            PublicationValueKind.Whole => member.IsFiscalYear ? PlanValues.FiscalYear(node, problems) : PlanValues.Whole(node, problems),
            _ => ReadAmount(node, member),
        };
    }

    private string? ReadText(JsonNode node, PublicationMember member)
    {
        // Words of departments may be blank where a record demands them; ids and codes may not, and nothing that may be left out.
        if (member.IsNullable && PlanValues.Text(node, problems) is null)
            return null;
        if (member.IsCode && !LocalGovernmentCode.TryParse(node.Text, out _))
            problems.WrongMunicipalityCode(node);
        else if (member.IsId && !PlanNames.IsId(node.Text))
            problems.BadId(node);
        else if (member.IsId && !ids.TryAdd(node.Text, node))
            problems.DuplicateId(node, ids[node.Text]);
        else if (member.Reference is not null)
            references.Add(node);
        return node.Text;
    }

    private object? ReadDay(JsonNode node)
    {
        if (PlanDateText.Read(node, isStart: false, problems) is not { } date)
            return null;
        if (!date.IsMonth)
            return date.Day;
        problems.WrongType(node, Day);
        return null;
    }

    private object? ReadAmount(JsonNode node, PublicationMember member)
    {
        if (PlanValues.Amount(node, problems) is not { } value)
            return null;
        if (!member.IsShare || value is >= 0 and <= 1)
            return value;
        problems.NotAShare(node, value);
        return null;
    }

    // Whoever compares two years must not find two figures of one.
    private void CheckYears(JsonNode node, PublicFigure[] figures)
    {
        for (var i = 1; i < figures.Length; i++)
        {
            if (figures[i].FiscalYear is { } year && !(figures[i - 1].FiscalYear < year))
                problems.Error("DX680", node.Children[i],
                    new($"{year}年度が、前の値の年度より後ではありません。", $"Fiscal {year} does not come after the year of the figure before it."),
                    new("年度の早い順に、一つの年度に一つの値を書いてください。", "write one figure a year, the earliest year first."));
        }
    }

    private static LocalizedText ExpectedIn(PublicationMember member) => member.IsList ? Expected.List : ExpectedOf(member);

    private static LocalizedText ExpectedOf(PublicationMember member) => member.Kind switch
    {
        PublicationValueKind.Object => Expected.Object,
        PublicationValueKind.Text => Expected.Text,
        PublicationValueKind.Number => Expected.Number,
        PublicationValueKind.Whole => member.IsFiscalYear ? Expected.FiscalYear : Expected.Whole,
        PublicationValueKind.Boolean => Expected.Boolean,
        PublicationValueKind.Date => Day,
        _ => Expected.Words(member.ValueType),
    };
}
