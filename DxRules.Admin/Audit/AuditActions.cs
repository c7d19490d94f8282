namespace DxRules.Admin.Audit;

/// <summary>Everything the audit log can tell; the sentence of each is the text <c>audit.{action}</c>.</summary>
internal static class AuditActions
{
    public const string SignedIn = "signedIn";
    public const string SignedInWithCode = "signedInWithCode";
    public const string SignedInWithRecoveryCode = "signedInWithRecoveryCode";
    public const string SignedOut = "signedOut";
    public const string SignInRefused = "signInRefused";
    public const string SignInLocked = "signInLocked";
    public const string CodeRefused = "codeRefused";
    public const string PasswordSetByLink = "passwordSetByLink";
    public const string PasswordChanged = "passwordChanged";
    public const string SecondFactorTurnedOn = "secondFactorTurnedOn";
    public const string SecondFactorTurnedOff = "secondFactorTurnedOff";
    public const string RecoveryCodesRenewed = "recoveryCodesRenewed";
}
