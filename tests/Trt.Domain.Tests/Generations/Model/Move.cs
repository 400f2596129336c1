namespace Trt.Domain.Tests.Generations.Model;

/// <summary>What can happen next to one order: an act of the customer, the provider, the messenger, a worker, or an accident.</summary>
internal enum Move
{
    /// <summary>The order leaves, and the provider starts a task.</summary>
    LeaveAndStart,

    /// <summary>The order leaves, and nothing is started.</summary>
    LeaveInVain,
    AnswerAccepted,
    AnswerRefused,
    AnswerTryLater,
    AnswerUnknown,
    DieDuringCall,

    /// <summary>The lease has run out under a process that stood still: another takes the row while the call goes on.</summary>
    TakeOver,

    /// <summary>The process ended after its decision was saved and before its row was: the row comes once more.</summary>
    RowComesBack,

    /// <summary>The row has failed so often that it is put aside.</summary>
    Park,
    CallBack,
    CallBackForged,

    /// <summary>The callback comes while the database is away.</summary>
    CallBackWhileAway,
    CheckDone,
    CheckFailed,
    CheckRunning,
    CheckUnreadable,
    CheckMissing,
    PassDeadline,
    EndOverdue,
    Cancel,

    /// <summary>An operator gives the money back before there is a result.</summary>
    GiveUp,

    /// <summary>It cannot start at once, and its customer has said that they wait.</summary>
    AgreeToWait,

    /// <summary>The provider's account is empty.</summary>
    AnswerClosed,
    SendResult,
    SendResultAnswerLost,
    SendResultLostOnItsWay,
    SendResultGone,
    SendResultToBlocked,
    DieAfterSending,
    TellFailure,
    TellFailureAnswerLost,
    TellFailureToBlocked,
    AskAgain,
    ComeBack,
}

/// <summary>A mistake that the model makes on purpose, to show that its oracles would see it in the shop.</summary>
public enum Plant
{
    None,
    CallbackIgnoredWhileSubmitting,
    CallbackSaidToBeKept,
    ForgedCallbackHeeded,
    SentAgainAfterUnknown,
    CommittedWheneverDone,
    ChargedForLateResult,
    LateResultDropped,
    EndOverwritten,
    ReleasedTwice,
    CancelledWhileSubmitting,
    UnreadableCountsAsFailure,
    OverdueKeptByParkedRow,
    EndNotTold,
    LostAnswerCountsAsTold,
    MarkedBeforeSent,
    DoubtedIsSentAgain,
}
