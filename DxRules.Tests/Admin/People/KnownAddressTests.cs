using DxRules.Admin.People;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.People;

/// <summary>Addresses that somebody else was given. Apart from the other tests of secrecy, because it takes long and runs beside them.</summary>
public sealed class KnownAddressTests(SecretSite shared) : IClassFixture<SecretSite>
{
    [Fact]
    public async Task Whatever_they_can_open_shows_nothing_of_it_to_anybody_else()
    {
        var known = (await Crawl.From(await shared.Site.As(RunningSite.Everything), SecretSite.Entrances)).Pages.Keys.ToList();
        await Task.WhenAll(SecretSite.Outsiders.Select(async person =>
        {
            var outsider = new Crawl(await shared.Site.As(person.Roles, person.Departments));
            foreach (var address in known)
            {
                var answer = await outsider.Read(address);
                SecrecyTests.Without(answer, address).ShouldNotContain(CanaryPlan.Word, Case.Insensitive, $"{address} as {person.Roles}");
            }
        }));
    }
}
