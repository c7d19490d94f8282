using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Departments;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Departments;

internal sealed class IndexModel(AdminDb db, PlanDocuments documents, Viewer viewer, TimeProvider clock, Texts texts) : PageModel
{
    public PlanHead Plan { get; private set; } = null!;

    public DepartmentsOn Shown { get; private set; } = null!;

    /// <summary>The day asked for as typed, else today.</summary>
    public string Day { get; private set; } = "";

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public bool MayHandOver => viewer.May(Access.Administer) && Shown.Day == Today;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string? on, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head)
            return NotFound();
        Plan = head;
        var day = Today;
        if (!string.IsNullOrWhiteSpace(on) && !DateOnly.TryParseExact(on.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            ModelState.AddModelError("on", texts["departments.on.bad"]);
            day = Today;
        }
        Day = on ?? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Shown = await DepartmentsOn.Read(db, documents, plan, head.Municipality, day, cancel);
        return Page();
    }

    /// <summary>How many of each kind: 施策2・取組3.</summary>
    public string Kinds(DepartmentOn department) =>
        string.Join(texts["role.and"], department.Open.GroupBy(item => item.Kind).Select(kind => texts["departments.kindCount", texts[$"item.{kind.Key}"], kind.Count()]));
}
