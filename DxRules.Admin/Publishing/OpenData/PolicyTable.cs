using static DxRules.Admin.Publishing.OpenData.OpenDataColumns;

namespace DxRules.Admin.Publishing.OpenData;

/// <param name="Category">Where it stands in the plan; null where it stands under none.</param>
internal sealed record PolicyDataRow(PublicationHead Head, PublicPolicy Policy, PublicCategory? Category);

/// <summary>policies.csv: a policy a row.</summary>
internal static class PolicyTable
{
    public static readonly OpenDataTable<PolicyDataRow> Table = new("policies.csv", new("施策", "Policies"),
    [
        .. First<PolicyDataRow>(row => row.Head, row => row.Policy.Id, row => row.Policy.Title, new("施策のID", "Id of the policy"), new("施策の名称", "Title of the policy")),
        Text<PolicyDataRow>("施策番号", "number", "計画に書かれた番号。", "As it stands in the plan.", row => row.Policy.Number),
        Text<PolicyDataRow>("分野ID", "categoryId", "施策が属する分野のID。", "Id of the category it belongs to.", row => row.Category?.Id),
        Text<PolicyDataRow>("分野名", "category", "施策が属する分野。", "The category it belongs to.", row => row.Category?.Title),
        Text<PolicyDataRow>("目的", "purpose", "施策のねらい。", "What it is for.", row => row.Policy.Purpose),
        .. Departments<PolicyDataRow>(row => row.Policy.Departments),
        .. Grade<PolicyDataRow>(row => row.Policy.Grade),
        Text<PolicyDataRow>("評価の理由", "gradeReason", "推進本部がそのように評価した理由。", "Why the headquarters grade it so.", row => row.Policy.GradeReason),
    ],
    publication =>
    {
        var categories = publication.Content.Categories.ToDictionary(category => category.Id, StringComparer.Ordinal);
        return publication.Content.Policies.Select(policy => new PolicyDataRow(publication.Content.Head, policy, policy.Category is { } id ? categories.GetValueOrDefault(id) : null));
    });
}
