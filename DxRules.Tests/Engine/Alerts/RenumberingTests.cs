using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Engine.Alerts;

public class RenumberingTests
{
    [Fact]
    public void A_renumbered_item_keeps_its_history()
    {
        var life = Follow([("old", "mid"), ("mid", "new")], Year("old", "warning"), Year("mid", "warning"), Year("new", "critical")).ShouldHaveSingleItem();

        (life.Key, life.State, life.Nth, life.FirstSeen).ShouldBe(("R-1/new", AlertState.Worsened, 3, 0));
    }

    [Theory]
    [InlineData("quiet", AlertState.Cleared)]
    [InlineData("notApplicable", AlertState.Gone)]
    [InlineData("undetermined", AlertState.Undetermined)]
    public void What_became_of_it_is_asked_of_the_new_id(string now, AlertState state) =>
        Follow([("old", "new")], Year("old", "warning"), Year("new", now)).ShouldHaveSingleItem().State.ShouldBe(state);

    [Fact]
    public void Without_the_mapping_the_old_is_gone_and_the_new_is_new() =>
        Follow([], Year("old", "warning"), Year("new", "warning")).Select(life => (life.Key, life.State))
            .ShouldBe([("R-1/new", AlertState.New), ("R-1/old", AlertState.Gone)]);

    [Fact]
    public void A_wording_goes_with_the_object_that_holds_it() =>
        Follow([("old", "new")], Year("old", "quiet", ("R-1", "old/end", "warning")), Year("new", "quiet", ("R-1", "new/end", "warning")))
            .ShouldHaveSingleItem().State.ShouldBe(AlertState.Continuing);

    [Fact]
    public void An_old_id_that_was_given_to_something_else_since_stays_where_both_stand()
    {
        var now = Year("new", "warning", ("R-1", "old", "notice")) with { Subjects = ["new", "old"] };

        Follow([("old", "new")], Year("old", "warning"), now).Select(life => (life.Key, life.State))
            .ShouldBe([("R-1/new", AlertState.Continuing), ("R-1/old", AlertState.New)]);
    }

    [Fact]
    public void Two_items_never_become_one()
    {
        var before = Year("a", "warning", ("R-1", "b", "warning")) with { Subjects = ["a", "b"] };

        Follow([("a", "c"), ("b", "c")], before, Year("c", "warning")).Select(life => (life.Key, life.State))
            .ShouldBe([("R-1/c", AlertState.Continuing), ("R-1/b", AlertState.Gone)]);
    }

    [Fact]
    public void Who_renumbers_in_a_circle_still_gets_an_answer() =>
        Follow([("a", "b"), ("b", "a")], Year("a", "warning"), Year("b", "warning")).Count.ShouldBe(2);

    private static YearlyReport Year(string subject, string word, params (string, string, string)[] more) =>
        new(2025) { Subjects = [subject], Says = [.. word == "quiet" ? [] : new[] { ("R-1", subject, word) }, .. more] };

    private static IReadOnlyList<AlertLife> Follow((string Old, string New)[] ids, params YearlyReport[] years) =>
        Lifecycle.Of([.. years.Select(year => year.Report)], new Renumbering(ids.ToDictionary(id => id.Old, id => id.New)), PlanSchema.Instance).Single().Latest.Lives;
}
