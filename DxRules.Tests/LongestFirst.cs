using DxRules.Tests.Admin.Browser;
using DxRules.Tests.Admin.Cli;
using DxRules.Tests.Admin.Cycles;
using DxRules.Tests.Admin.Pages.Rules;
using DxRules.Tests.Admin.People;
using DxRules.Tests.Admin.Publishing.Site;
using DxRules.Tests.Engine.Evaluation.Reference;
using DxRules.Tests.Package;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(DxRules.Tests.LongestFirst))]

namespace DxRules.Tests;

/// <summary>
/// Begins with the classes that take longest, so that none of them is still running when all others are done. Which these are tells the time of a run;
/// a class that is missing here costs time and nothing else.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly IReadOnlyList<string> Long = Named(
        typeof(EveryPageTests), typeof(SecretCollection), typeof(YearStoryTests), typeof(EndpointAccessTests), typeof(DepartmentSecrecyTests),
        typeof(WritingRulesPageTests), typeof(PackedToolTests), typeof(PackedEngineTests), typeof(RareStateTests), typeof(KeyboardOnlyTests), typeof(PaperTests),
        typeof(ReadmeCommandsTests), typeof(TuningPageTests), typeof(JoinedRulesTests), typeof(CheckTests), typeof(Admin.Browser.SignInTests), typeof(CycleYearTests),
        typeof(PublicSiteInBrowserTests), typeof(KitTests), typeof(ReferenceTests), typeof(RulesTests), typeof(InitTests));

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection)).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place(ITestCollection collection)
    {
        for (var place = 0; place < Long.Count; place++)
        {
            if (collection.TestCollectionDisplayName.Contains(Long[place], StringComparison.Ordinal))
                return place;
        }
        return Long.Count;
    }

    // A class is a collection of its own, called "Test collection for …Tests (id: …)".
    private static IReadOnlyList<string> Named(params Type[] classes) => [.. classes.Select(type => $" {type.FullName} ")];
}
