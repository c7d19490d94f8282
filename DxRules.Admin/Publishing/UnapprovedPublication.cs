using System.Security.Cryptography;

namespace DxRules.Admin.Publishing;

/// <summary>A publication for which whoever makes it answers alone.</summary>
internal static class UnapprovedPublication
{
    public static ApprovedPublication Of(Publication content, DateOnly today) => new(content, 1, today, Convert.ToHexStringLower(SHA256.HashData(PublicationJson.Write(content))), null);
}
