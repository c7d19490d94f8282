using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Tokens;

/// <summary>A token as the list shows it.</summary>
/// <param name="Department">The name of the department for which it asks; null where it asks for none.</param>
/// <param name="By">Who made it; null where no person did.</param>
/// <param name="State">Its word is the text <c>token.state.…</c>.</param>
internal sealed record TokenLine(ApiTokenRow Token, string? Department, string? By, string State)
{
    /// <summary>Days before the end from which on it is said.</summary>
    private const int Soon = 30;

    /// <summary>Whether it asks for something that only few may see.</summary>
    public bool SeesSecrets => Token.Role.Allows(Access.ReadSecurity);

    public bool IsGood => State is "good" or "ending";

    /// <summary>Whether it opens nothing because its maker is no administrator any more.</summary>
    public bool IsStopped => State == "stopped";

    public DateOnly LastDay => ApiTokens.LastDayOf(Token);

    /// <summary>The colour that repeats the word of the state.</summary>
    public string Tone => State switch
    {
        "good" => "green",
        "ending" or "stopped" => "orange",
        _ => "gray",
    };

    /// <summary>All of them: those that are good first, then the newest.</summary>
    public static async Task<IReadOnlyList<TokenLine>> ReadAll(AdminDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var register = await DepartmentRegister.Read(db, cancel);
        var rows = await db.ApiTokens.AsNoTracking().Include(row => row.CreatedBy).ToListAsync(cancel);
        return [.. rows.Select(row => new TokenLine(row, row.Department is { } department ? register.NameOf(department) : null, row.CreatedBy?.DisplayName, StateOf(row, now)))
            .OrderByDescending(line => line.IsGood || line.IsStopped).ThenByDescending(line => line.Token.CreatedAt).ThenByDescending(line => line.Token.Id)];
    }

    private static string StateOf(ApiTokenRow token, DateTimeOffset now) => token switch
    {
        { RevokedAt: not null } => "revoked",
        _ when token.ExpiresAt <= now => "over",
        { CreatedBy: { } maker } when !ApiTokens.Vouches(maker) => "stopped",
        _ when token.ExpiresAt <= now.AddDays(Soon) => "ending",
        _ => "good",
    };
}
