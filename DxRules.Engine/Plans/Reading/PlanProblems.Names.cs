using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>DX440–DX449: ids and what refers to them.</summary>
internal sealed partial class PlanProblems
{
    public void BadId(JsonNode node) => Error("DX440", node,
        new($"「{Expected.Short(node.Text)}」は id に使えません。", $"\"{Expected.Short(node.Text)}\" cannot be an id."),
        new($"半角の英字、数字、- _ . : で、{PlanLimits.IdLength}字以内にしてください。", $"use ASCII letters, digits, - _ . and :, at most {PlanLimits.IdLength} characters."));

    public void DuplicateId(JsonNode node, JsonNode first)
    {
        var (line, _) = Source.PositionOf(first.Span.Start);
        Error("DX441", node,
            new($"id「{node.Text}」は{line}行目の {first.Path} でも使われています。", $"The id '{node.Text}' is also used in line {line}, by {first.Path}."),
            new("id は一つの計画の中で重ならないようにしてください。", "give every object an id of its own."));
    }

    public void ReservedId(JsonNode node) => Error("DX442", node,
        new($"id「{node.Text}」はセキュリティ方針のために取ってあります。", $"The id '{node.Text}' is kept for the security policy."),
        new("別の id にしてください。", "choose another id."));

    public void CategoryLoop(JsonNode node) => Error("DX443", node,
        new($"分野「{node.Text}」をたどると、自分自身に戻ります。", $"Following the category '{node.Text}' upwards leads back to itself."),
        new("parent には上の分野の id を書いてください。", "let parent name the category above."));

    public void UnresolvedReference(JsonNode node, IEnumerable<string> known) => Warning("DX444", node.Span, node.Path,
        new($"「{Expected.Short(node.Text)}」という id は、この計画にありません。", $"Nothing in this plan has the id '{Expected.Short(node.Text)}'."),
        DidYouMean(node.Text, known));
}
