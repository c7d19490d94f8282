using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.People;

internal sealed class IndexModel(AdminDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    [Permits(Access.Administer)]
    public async Task OnGet(CancellationToken cancel) => People = await PersonLine.ReadAll(db, Now, cancel);
}
