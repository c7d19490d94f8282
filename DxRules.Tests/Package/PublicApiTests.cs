using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Package;

public class PublicApiTests
{
    /// <summary>
    /// What users of the package can name cannot be taken back. Run with DXRULES_WRITE_GOLDEN=1 to write the list anew, and ask of each new line whether a user
    /// needs it or whether it can be internal.
    /// </summary>
    [Fact]
    public void What_users_of_the_package_can_name_is_what_the_reviewed_list_names() =>
        Golden.ShouldMatch(PublicApi.Of(typeof(PlanCheck).Assembly), "PublicApi.txt");

    [Fact]
    public void So_it_is_with_the_package_for_hosts() => Golden.ShouldMatch(PublicApi.Of(typeof(DxRules.Hosting.PlanCheckProvider).Assembly), "PublicApi.Hosting.txt");
}
