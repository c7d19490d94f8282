using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DxRules.Admin.Data;

/// <summary>Gives <c>dotnet ef migrations add</c> a context without starting the site.</summary>
internal sealed class AdminDbDesign : IDesignTimeDbContextFactory<AdminDb>
{
    public AdminDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AdminDb>();
        AdminDb.Use(options, "design-time.db");
        return new AdminDb(options.Options, Viewer.System);
    }
}
