namespace DxRules.Tests.Admin.Browser;

public sealed class EveryPageTests(PageWalk walk) : IClassFixture<PageWalk>
{
    [Fact]
    public void Every_route_with_parameters_has_an_example_address() =>
        walk.Pages.WithoutExample.ShouldBeEmpty("The walk cannot open these pages: give each an example address in PageExamples.");

    [Fact]
    public void Every_example_is_of_a_route_that_is_there() => walk.Pages.WithoutRoute.ShouldBeEmpty();

    [Fact]
    public void Every_page_answers() => walk.Found(PageCheck.Answer).ShouldBeEmpty();

    [Fact]
    public void Every_page_says_its_language_and_has_one_main_heading_and_no_script() => walk.Found(PageCheck.Structure).ShouldBeEmpty();

    [Fact]
    public void No_page_has_to_be_scrolled_sideways() => walk.Found(PageCheck.Width).ShouldBeEmpty();

    [Fact]
    public void No_page_writes_to_the_console_or_asks_anything_of_other_hosts() => walk.Found(PageCheck.Complaint).ShouldBeEmpty();

    [Fact]
    public void No_page_breaks_a_rule_of_accessibility() => walk.Found(PageCheck.Accessibility).ShouldBeEmpty();

    [Fact]
    public void Every_page_can_be_used_by_keyboard_alone() => walk.Found(PageCheck.Keyboard).ShouldBeEmpty();
}
