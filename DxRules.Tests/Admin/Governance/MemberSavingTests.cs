using DxRules.Admin.Governance;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Governance;

public sealed class MemberSavingTests : IAsyncLifetime
{
    private GovernanceDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await GovernanceDesk.Open();

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("", false, null, "member.post.missing")]
    [InlineData("市長", true, "2027-03-31", "member.term.exOfficio")]
    [InlineData("公募委員", false, "2026-03-19", "member.term.past")]
    public async Task What_cannot_be_is_refused(string post, bool exOfficio, string? term, string why)
    {
        var entry = new MemberEntry(post, exOfficio, term is null ? null : DateOnly.Parse(term, System.Globalization.CultureInfo.InvariantCulture));

        (await desk.Members.Add(GovernanceDesk.Plan, "b-forum", entry, default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe(why);
    }

    [Fact]
    public async Task A_body_takes_no_more_members_than_it_may_have()
    {
        var full = (await desk.Newest()).Governance!.Bodies!.First(body => body.Members?.Count >= body.MaxMembers);

        (await desk.Members.Add(GovernanceDesk.Plan, full.Id, new("公募委員", false, null), default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("member.most");
    }

    [Fact]
    public async Task A_member_is_added_renewed_and_taken_off()
    {
        var id = (await desk.Members.Add(GovernanceDesk.Plan, "b-forum", new("弁護士", false, new(2027, 6, 30)), default)).Id.ShouldNotBeNull();
        (await desk.Members.Renew(GovernanceDesk.Plan, "b-forum", id, new("弁護士", false, new(2026, 6, 30)), default)).Problems.ShouldHaveSingleItem().TextKey.ShouldBe("member.term.earlier");

        await desk.Members.Renew(GovernanceDesk.Plan, "b-forum", id, new("弁護士", false, new(2029, 6, 30)), default);
        (await Member(id))!.TermEndsOn!.Value.Day.ShouldBe(new DateOnly(2029, 6, 30));

        await desk.Members.Remove(GovernanceDesk.Plan, "b-forum", id, default);
        (await Member(id)).ShouldBeNull();
        (await desk.Members.Remove(GovernanceDesk.Plan, "b-forum", id, default)).Saving!.IsRefused.ShouldBeTrue();
    }

    private async Task<BodyMember?> Member(string id) => (await desk.Newest()).Body("b-forum")!.Members!.FirstOrDefault(member => member.Id == id);
}
