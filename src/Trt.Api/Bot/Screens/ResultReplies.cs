using Trt.Api.Bot.Texts;
using Trt.Application.Generations;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What the buttons under a result answer at once; what they bring comes by itself.</summary>
internal static class ResultReplies
{
    public static Reply Originals(Language l, RequestOriginalsOutcome outcome) => outcome switch
    {
        RequestOriginalsOutcome.OnTheWay => new Reply(null, GenerationTexts.OriginalsOnTheWay(l)),
        RequestOriginalsOutcome.JustAsked => new Reply(null, GenerationTexts.OriginalsJustAsked(l)) { Rejected = RejectReason.RateLimit },
        RequestOriginalsOutcome.NothingToSend => new Reply(null, GenerationTexts.NoOriginals(l)) { Rejected = RejectReason.StateMismatch },
        RequestOriginalsOutcome.NotFound => new Reply(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied },
    };

    public static Reply Receipt(Language l, GenerationReceipt? receipt) => receipt is null
        ? new Reply(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied }
        : ReceiptScreen.Render(l, receipt);

    public static Reply Resent(Language l, ResendOutcome outcome) => outcome switch
    {
        ResendOutcome.OnTheWay => new Reply(null, GenerationTexts.SendingAgain(l)),
        ResendOutcome.NothingInDoubt => new Reply(null, GenerationTexts.NothingInDoubt(l)) { Rejected = RejectReason.StateMismatch },
        ResendOutcome.NotFound => new Reply(null, GenerationTexts.NotFound(l)) { Rejected = RejectReason.PermissionDenied },
    };
}
