using DxRules.Admin.Data;
using DxRules.Admin.Pages;
using DxRules.Admin.Pages.Cycles;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Pages;

public sealed class NextThingTests
{
    private static readonly CycleChoice Open = new(1, 2024, true);
    private static readonly IReadOnlyList<StepLine> Steps =
        [new(CycleStep.Entry, new(2025, 6, 30), StoppedClock.Now, null, 28), new(CycleStep.Check, new(2025, 7, 15), null, null, 43)];

    [Theory]
    [InlineData("Department", 3, 2, 0, "/cycles/1/alerts?department=mine&work=toAnswer")]
    [InlineData("Department", 0, 2, 0, "/cycles/1/alerts")]
    [InlineData("DxOffice", 0, 2, 0, "/cycles/1/approvals")]
    [InlineData("DxOffice", 0, 0, 0, "/cycles/1")]
    [InlineData("SecurityOfficer", 0, 0, 4, "/cycles/1/alerts?category=security&work=toAnswer")]
    [InlineData("SecurityOfficer", 0, 1, 4, "/cycles/1/approvals")]
    [InlineData("SecurityOfficer", 0, 0, 0, "/cycles/1/alerts")]
    [InlineData("Reader", 0, 2, 0, "/cycles/1/alerts")]
    [InlineData("Administrator", 0, 2, 0, "/cycles/1/alerts")]
    [InlineData("Department, DxOffice", 3, 2, 0, "/cycles/1/alerts?department=mine&work=toAnswer")]
    public void It_fits_the_role_and_what_there_is_to_do(string roles, int mine, int submitted, int security, string address) =>
        NextThing.Of(Enum.Parse<Roles>(roles), Open, true, new HomeCounts(9, submitted, 1, 5, mine, security), Steps).Address.ShouldBe(address);

    [Fact]
    public void A_department_hands_in_its_sheet_before_it_answers() =>
        NextThing.Of(Roles.Department, Open, true, new HomeCounts(9, 0, 0, 0, 3, 0) { Sheets = 1 }, Steps).Address.ShouldBe("/cycles/1/sheet");

    [Theory]
    [InlineData("Department")]
    [InlineData("Reader")]
    public void Before_the_first_check_there_is_the_calendar_to_see(string role) =>
        NextThing.Of(Enum.Parse<Roles>(role), Open, false, HomeCounts.None, Steps).Address.ShouldBe("/cycles/1");

    [Fact]
    public void Who_was_named_decides_on_the_publication() =>
        NextThing.Of(Roles.SecurityOfficer, Open, true, new HomeCounts(9, 0, 0, 0, 0, 4) { ToPublish = 1 }, Steps).Address.ShouldBe("/cycles/1/publication");

    [Fact]
    public void The_office_publishes_at_the_gate() => NextThing.Of(
        Roles.DxOffice, Open, true, HomeCounts.None, [new(CycleStep.Report, new(2025, 8, 31), StoppedClock.Now, null, 90), new(CycleStep.Publication, new(2025, 10, 31), null, null, 151)])
        .Address.ShouldBe("/cycles/1/publication");

    [Fact]
    public void Of_a_closed_cycle_one_reads() =>
        NextThing.Of(Roles.DxOffice, Open with { IsOpen = false }, true, new HomeCounts(9, 2, 1, 5, 3, 4), Steps).Address.ShouldBe("/cycles/1/alerts");

    [Fact]
    public void The_step_is_the_first_that_is_not_done() => NextThing.Of(Roles.DxOffice, Open, true, HomeCounts.None, Steps).Step!.Step.ShouldBe(CycleStep.Check);
}
