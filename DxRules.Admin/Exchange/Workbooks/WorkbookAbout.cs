using System.Globalization;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>What a workbook says of itself on its first sheet: of which plan it is, what of it, and which version it was made from.</summary>
/// <param name="Hash">Of what it held when it was made (<see cref="PlanWriter.Hash"/>); null for an empty one.</param>
/// <param name="Version">The number of the version on the site; null where it was made from a file.</param>
/// <param name="Department">The id of the department whose part it holds; null for all of the plan.</param>
/// <param name="HasSecurity">Whether what lies under security was put into it.</param>
internal sealed record WorkbookAbout(string? Municipality, string? Plan, string? Hash, int? Version, string? Department, bool HasSecurity)
{
    public const string SheetName = "この書式について";

    private const string Format = "dxrules-workbook/1";
    private const string Whole = "すべて";
    private const string FormatLabel = "書式";
    private const string MunicipalityLabel = "団体コード";
    private const string PlanLabel = "計画のID";
    private const string VersionLabel = "版";
    private const string HashLabel = "内容の照合値";
    private const string DepartmentLabel = "課のID";
    private const string SecurityLabel = "情報セキュリティ";

    /// <summary>Where a value stands, by its label.</summary>
    public IReadOnlyDictionary<string, CellPlace> Places { get; init; } = new Dictionary<string, CellPlace>();

    public CellPlace VersionAt => At(VersionLabel);
    public CellPlace PlanAt => At(PlanLabel);
    public CellPlace SecurityAt => At(SecurityLabel);

    private CellPlace At(string label) => Places.GetValueOrDefault(label, new CellPlace(SheetName, 1, 0));

    /// <summary>The rows of the sheet, label and value.</summary>
    public static IEnumerable<(string Label, string? Value)> Rows(PlanSlice? slice, int? version, DateOnly madeOn)
    {
        var plan = slice?.Document;
        yield return (SheetName, null);
        yield return (FormatLabel, Format);
        yield return (MunicipalityLabel, plan?.Municipality.Code);
        yield return ("団体名", plan?.Municipality.Name);
        yield return (PlanLabel, plan?.Plan.Id);
        yield return ("計画の題名", plan?.Plan.Title);
        yield return (VersionLabel, version?.ToString(CultureInfo.InvariantCulture));
        yield return (HashLabel, plan is null ? null : PlanWriter.Hash(plan));
        yield return (DepartmentLabel, slice?.Department ?? Whole);
        yield return ("課名", slice?.Department is { } id ? plan?.Departments?.FirstOrDefault(department => department.Id == id)?.Name : null);
        yield return (SecurityLabel, plan?.Security is null ? "含まない" : "含む");
        yield return ("作成日", madeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("記入のしかた1", "白い欄に記入します。灰色の行は参考なので変えないでください。見出しを選ぶと、書き方と例が出ます。");
        yield return ("記入のしかた2", "行を足すときは一番下に、ほかの行と重ならないIDを付けて記入します。行を消すと、その内容は計画からなくなります。");
        yield return ("記入のしかた3", "分からない欄は空けておきます。このシートは、どの版から作ったかを確かめるために使うので、消したり変えたりしないでください。");
    }

    /// <summary>Null where there is no such sheet.</summary>
    public static WorkbookAbout? Read(IEnumerable<SheetTable> tables)
    {
        if (tables.FirstOrDefault(table => table.Name == SheetName) is not { } table)
            return null;
        var (values, places) = (new Dictionary<string, string?>(StringComparer.Ordinal), new Dictionary<string, CellPlace>(StringComparer.Ordinal));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (CellReading.TextOf(table.Rows[i].ElementAtOrDefault(0))?.Trim() is { } label && values.TryAdd(label, CellReading.TextOf(table.Rows[i].ElementAtOrDefault(1))?.Trim()))
                places.Add(label, new CellPlace(SheetName, i + 1, 1));
        }
        var department = values.GetValueOrDefault(DepartmentLabel);
        return new WorkbookAbout(
            values.GetValueOrDefault(MunicipalityLabel), values.GetValueOrDefault(PlanLabel), values.GetValueOrDefault(HashLabel),
            int.TryParse(values.GetValueOrDefault(VersionLabel), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            department == Whole ? null : department, values.GetValueOrDefault(SecurityLabel) == "含む")
        {
            Places = places,
        };
    }
}
