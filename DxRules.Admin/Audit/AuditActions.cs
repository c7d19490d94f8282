namespace DxRules.Admin.Audit;

/// <summary>
/// Everything the audit log can tell. The sentence of each is the text <c>audit.{action}</c>; what stands before the point is the group by which the
/// log is filtered, named by the text <c>auditGroup.{group}</c>. A sentence takes its places from <see cref="AuditEntry.Details"/>: <c>{0}</c> as it is,
/// <c>{0:date}</c> a day, <c>{0:year}</c> a fiscal year, and with any other word the text under that word: <c>{0:role}</c> is <c>role.{detail}</c>.
/// </summary>
internal static class AuditActions
{
    public const string SignedIn = "signIn.done";
    public const string SignedInWithCode = "signIn.doneWithCode";
    public const string SignedInWithRecoveryCode = "signIn.doneWithRecoveryCode";
    public const string SignedOut = "signIn.out";
    public const string SignInRefused = "signIn.refused";
    public const string SignInLocked = "signIn.locked";
    public const string CodeRefused = "signIn.codeRefused";
    public const string PasswordSetByLink = "account.passwordSetByLink";
    public const string PasswordChanged = "account.passwordChanged";
    public const string SecondFactorTurnedOn = "account.secondFactorTurnedOn";
    public const string SecondFactorTurnedOff = "account.secondFactorTurnedOff";
    public const string RecoveryCodesRenewed = "account.recoveryCodesRenewed";
    public const string SecondFactorKeyMade = "account.secondFactorKeyMade";
    public const string SessionsEnded = "account.sessionsEnded";
    public const string SecondFactorKeysEncrypted = "account.secondFactorKeysEncrypted";
    public const string PersonAdded = "people.added";
    public const string PersonChanged = "people.changed";
    public const string PersonEnded = "people.ended";
    public const string PersonSignedOut = "people.signedOut";
    public const string PersonAllowed = "people.allowed";
    public const string DepartmentHandedOver = "people.departmentHandedOver";
    public const string SecondFactorReset = "people.secondFactorReset";
    public const string SignInLinkMade = "people.linkMade";
    public const string TokenAdded = "token.added";
    public const string TokenRevoked = "token.revoked";
    public const string TokenTakenOver = "token.takenOver";
    public const string PlanAdded = "plan.added";
    public const string PlanVersionSaved = "plan.versionSaved";
    public const string ItemRenumbered = "plan.renumbered";
    public const string RenumberingTakenBack = "plan.renumberingTakenBack";
    public const string CycleOpened = "cycle.opened";
    public const string CycleClosed = "cycle.closed";
    public const string CycleCorrected = "cycle.corrected";
    public const string StepFinished = "cycle.stepFinished";
    public const string StepReopened = "cycle.stepReopened";
    public const string StepMoved = "cycle.stepMoved";
    public const string RunStored = "cycle.checked";
    public const string CommentAdded = "cycle.commentAdded";
    public const string ActionAdded = "action.added";
    public const string ActionChanged = "action.changed";
    public const string ActionCarried = "action.carried";
    public const string MeetingRecorded = "governance.meetingRecorded";
    public const string MeetingChanged = "governance.meetingChanged";
    public const string MinutesKept = "governance.minutesKept";
    public const string MemberAdded = "governance.memberAdded";
    public const string MemberRenewed = "governance.memberRenewed";
    public const string MemberRemoved = "governance.memberRemoved";
    public const string CarryOverDecided = "governance.carryOverDecided";
    public const string FinalReviewRecorded = "governance.finalReviewRecorded";
    public const string AnswerDrafted = "answer.drafted";
    public const string AnswerSubmitted = "answer.submitted";
    public const string AnswerReturned = "answer.returned";
    public const string AnswerApproved = "answer.approved";
    public const string AnswerReportedDone = "answer.reportedDone";
    public const string AnswerReportTakenBack = "answer.reportTakenBack";
    public const string SheetDraftSaved = "sheet.draftSaved";
    public const string SheetSubmitted = "sheet.submitted";
    public const string SheetConfirmed = "sheet.confirmed";
    public const string QuestionAsked = "hearing.asked";
    public const string QuestionAnswered = "hearing.answered";
    public const string ProfileSaved = "profile.saved";
    public const string ProfileTakenBack = "profile.takenBack";
    public const string ImportUploaded = "import.uploaded";
    public const string ImportMapped = "import.mapped";
    public const string ImportPaired = "import.paired";
    public const string ImportChecked = "import.checked";
    public const string ImportRowsLeftOut = "import.rowsLeftOut";
    public const string ImportTaken = "import.taken";
    public const string ImportDiscarded = "import.discarded";
    public const string PublicationRequested = "publication.requested";
    public const string PublicationReturned = "publication.returned";
    public const string PublicationApproved = "publication.approved";
    public const string PublicationWithdrawn = "publication.withdrawn";
    public const string BackupMade = "backup.made";
    public const string BackupDownloaded = "backup.downloaded";
    public const string BackupRestored = "backup.restored";
    public const string JobCancelled = "job.cancelled";

    /// <summary>The group of an action: plan of plan.added.</summary>
    public static string GroupOf(string action) => action.Split('.')[0];

    /// <summary>All of them, in the order in which they stand here.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(AuditActions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The groups, in the same order.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. All.Select(GroupOf).Distinct()];
}
