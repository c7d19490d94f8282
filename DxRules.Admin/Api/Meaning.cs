using DxRules.Engine.Text;

namespace DxRules.Admin.Api;

/// <summary>What a member of an answer means, for the document that describes the interface.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MeaningAttribute(string ja, string en) : Attribute
{
    public LocalizedText Text { get; } = new(ja, en);
}
