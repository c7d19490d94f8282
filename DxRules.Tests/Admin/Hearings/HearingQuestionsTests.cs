using DxRules.Admin.Cycles;
using DxRules.Admin.Hearings;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Hearings;

public sealed class HearingQuestionsTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_question_is_asked_by_the_office_and_answered_by_the_department()
    {
        var id = (await As(Roles.DxOffice, [], hearing => hearing.Ask(1, "p1-i1", "d-shimin", "時期は？", default))).ShouldNotBeNull();

        (await As(Roles.Department, ["d-bosai"], hearing => hearing.Answer(id, "秋", default))).ShouldBeFalse("it is not theirs to answer");
        (await As(Roles.Department, ["d-shimin"], hearing => hearing.Answer(id, " 秋です。 ", default))).ShouldBeTrue();

        await With(Roles.Reader, [], async desk =>
        {
            var row = await desk.Db.Questions.SingleAsync();
            (row.Department, row.Text, row.Answer, row.Secret).ShouldBe(("992011/d-shimin", "時期は？", "秋です。", false));
            (await desk.Db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()).TakeLast(2).ShouldBe(["hearing.asked", "hearing.answered"]);
        });
    }

    [Fact]
    public async Task A_question_about_security_is_secret_like_what_it_asks_about()
    {
        (await As(Roles.DxOffice, [], hearing => hearing.Ask(1, "ctl-drill", "d-bosai", "訓練は？", default))).ShouldBeNull();
        var id = (await As(Roles.SecurityOfficer, [], hearing => hearing.Ask(1, "ctl-drill", "d-bosai", "訓練は？", default))).ShouldNotBeNull();

        (await As(Roles.Department, ["d-bosai"], hearing => hearing.Answer(id, "x", default))).ShouldBeFalse();
        await With(Roles.DxOffice, [], async desk =>
        {
            (await desk.Db.Questions.CountAsync()).ShouldBe(0);
            (await desk.Db.Audit.AnyAsync(entry => entry.Action == "hearing.asked")).ShouldBeFalse();
        });
    }

    [Theory]
    [InlineData(1, "nothing", "d-shimin")]
    [InlineData(1, "p1-i1", "d-nothing")]
    [InlineData(9, "p1-i1", "d-shimin")]
    public async Task What_is_not_there_is_not_asked_about(int cycle, string subject, string department) =>
        (await As(Roles.DxOffice, [], hearing => hearing.Ask(cycle, subject, department, "？", default))).ShouldBeNull();

    [Fact]
    public async Task A_closed_cycle_takes_neither_questions_nor_answers()
    {
        var id = (await As(Roles.DxOffice, [], hearing => hearing.Ask(1, "p1-i1", "d-shimin", "？", default))).ShouldNotBeNull();
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));

        (await As(Roles.DxOffice, [], hearing => hearing.Ask(1, "p1-i1", "d-shimin", "？", default))).ShouldBeNull();
        (await As(Roles.DxOffice, [], hearing => hearing.Answer(id, "秋", default))).ShouldBeFalse();
    }

    private async Task<T> As<T>(Roles roles, string[] departments, Func<HearingQuestions, Task<T>> work)
    {
        T? result = default;
        await site.In(async services =>
        {
            var clock = services.GetRequiredService<TimeProvider>();
            await using var desk = new Desk(services, Desk.Person(1, roles, departments));
            result = await work(new HearingQuestions(desk.Db, desk.Documents, new(desk.Db, desk.Db.Viewer, clock), clock));
        });
        return result!;
    }

    private Task With(Roles roles, string[] departments, Func<Desk, Task> work) => site.In(async services =>
    {
        await using var desk = new Desk(services, Desk.Person(1, roles, departments));
        await work(desk);
    });
}
