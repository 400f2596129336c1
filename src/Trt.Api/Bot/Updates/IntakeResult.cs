using System.Buffers;
using Trt.Infrastructure.Telegram;
using IRequest = Telegram.Bot.Requests.Abstractions.IRequest;

namespace Trt.Api.Bot.Updates;

/// <summary>What became of an update, as the metrics call it.</summary>
internal enum UpdateOutcome
{
    Answered,
    Refused,
    Repeated,
    HandedBack,
    Failed,
}

/// <param name="Reply">The one call that can travel back as the answer to the webhook.</param>
/// <param name="IsHandedBack">Not handled: Telegram must bring it again.</param>
internal sealed record IntakeResult(IRequest? Reply, bool IsHandedBack = false)
{
    public static readonly IntakeResult Nothing = new((IRequest?)null);

    public static readonly IntakeResult ComeAgain = new(null, IsHandedBack: true);

    public bool HasReply => Reply is not null;

    public void WriteReply(IBufferWriter<byte> output) => BotApi.WriteWebhookReply(Reply!, output);
}
