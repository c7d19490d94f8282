using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Data;

/// <summary>Which rows a viewer may see is said in one place. Whatever is left out of it is left out by name and with a reason.</summary>
public sealed class QueryFilterTests
{
    /// <summary>Rows that everybody's requests may read: what is read of them is decided by the pages about people, or says nothing of a plan.</summary>
    private static readonly Dictionary<Type, string> Unfiltered = new()
    {
        [typeof(UserRow)] = "signing in reads people before it is known who asks; names of authors are told to all who see what they wrote",
        [typeof(HeldDepartmentRow)] = "who the viewer is, is made of it",
        [typeof(SignInLinkRow)] = "found by a secret that only the person of the link has",
        [typeof(ApiTokenRow)] = "found by a secret that only the program with the token has, before it is known what that may see",
        [typeof(IdentityUserClaim<int>)] = "of Identity; not used",
        [typeof(IdentityUserLogin<int>)] = "of Identity; not used",
        [typeof(IdentityUserToken<int>)] = "of Identity; read for the person who signs in",
        [typeof(RunRuleRow)] = "which rules took part is the same for all",
        [typeof(RuleTextRow)] = "rules are public: they hold no fact of any plan",
        [typeof(RunSettingRow)] = "which settings took part is the same for all",
        [typeof(SettingTextRow)] = "profiles and scales are public: they hold no fact of any plan",
    };

    /// <summary>How often a file steps past the filter, and why it may.</summary>
    private static readonly Dictionary<string, (int Times, string Why)> Past = new()
    {
        ["Audit/AuditLog.cs"] = (1, "the chain goes on from its last entry, whoever may see that"),
        ["Cycles/Runs.cs"] = (1, "a run takes the next number"),
        ["Cycles/AlertRows.cs"] = (3, "alerts and their answers are moved to new ids that the one who checks may not see"),
        ["Cycles/RunLifecycle.cs"] = (3, "the state of an alert is counted from all runs of its plan"),
        ["Cycles/RenumberedIds.cs"] = (1, "the state of an alert follows its subject through every renumbering"),
        ["Search/RunEntries.cs"] = (1, "what a check found is made ready once for all; whoever searches is shown of it the rows that they may see"),
        ["Tuning/CityProfiles.cs"] = (3, "everybody's plan is checked by the same settings; what changed in them is shown by way of the viewer"),
        ["Versions/PlanDocuments.cs"] = (3, "a document is put together whole, and shown by way of the viewer"),
        ["Versions/PlanVersions.cs"] = (4, "a version is saved whole, whatever of it its author may see"),
        ["Governance/CorrectiveActions.cs"] = (1, "what a department reports of an action stands in the answer, too, whoever may see that"),
        ["Search/RunEntries.cs"] = (1, "what a run saw is made ready once for all; which of it the viewer may see the database is asked for each search"),
        ["Publishing/Publications.cs"] = (3, "what the public is told is the same whoever makes it; what is secret is left out there by name"),
        ["People/HeldDepartments.cs"] = (1, "who the viewer is, is made of it"),
    };

    [Fact]
    public void Every_kind_of_row_is_filtered_or_named_here_with_the_reason_why_not()
    {
        var options = new DbContextOptionsBuilder<AdminDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = new AdminDb(options, Viewer.System);

        var open = db.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.GetQueryFilter() is null).Select(type => type.ClrType).ToList();

        open.Except(Unfiltered.Keys).Select(type => type.Name).ShouldBeEmpty("Add these to AdminDb.Filter, or name them here with the reason why all may read them.");
        Unfiltered.Keys.Except(open).Select(type => type.Name).ShouldBeEmpty("These are filtered, or gone: take them off the list.");
    }

    [Fact]
    public void Only_what_is_named_here_steps_past_the_filter()
    {
        var folder = Repository.File("DxRules.Admin");
        var found = Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Select(file => (File: Path.GetRelativePath(folder, file).Replace('\\', '/'), Times: File.ReadAllText(file).Split("IgnoreQueryFilters").Length - 1))
            .Where(file => file.Times > 0 && !file.File.StartsWith("obj/", StringComparison.Ordinal) && !file.File.StartsWith("bin/", StringComparison.Ordinal));

        found.Where(file => file.Times != Past.GetValueOrDefault(file.File).Times).Select(file => $"{file.File}: {file.Times}")
            .ShouldBeEmpty("Is it sure that nobody is shown what they may not see? Then name it here with the reason.");
    }
}
