using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>The bodies of a plan document: finding them and their meetings, and making the document with one of them changed.</summary>
internal static class GovernedBodies
{
    public static Body? Body(this PlanDocument plan, string id) => plan.Governance?.Bodies?.FirstOrDefault(body => body.Id == id);

    public static (Body Body, Meeting Meeting)? Meeting(this PlanDocument plan, string id) =>
        (plan.Governance?.Bodies ?? []).SelectMany(body => body.Meetings ?? [], (body, meeting) => ((Body, Meeting)?)(body, meeting)).FirstOrDefault(found => found!.Value.Item2.Id == id);

    /// <summary>The name of a body, or the post that stands there itself.</summary>
    public static string NameOf(this PlanDocument plan, string bodyOrPost) => plan.Body(bodyOrPost)?.Name ?? bodyOrPost;

    public static PlanDocument WithBody(this PlanDocument plan, string id, Func<Body, Body> change) => plan with
    {
        Governance = plan.Governance! with { Bodies = [.. plan.Governance.Bodies!.Select(body => body.Id == id ? change(body) : body)] },
    };
}
