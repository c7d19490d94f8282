using System.Security.Cryptography;

namespace DxRules.Admin.People;

/// <summary>What a session must carry to go on; a new one ends every session of a person.</summary>
internal static class SecurityStamps
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
