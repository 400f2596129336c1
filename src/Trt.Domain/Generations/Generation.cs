using Trt.Domain.Catalog;
using Trt.Domain.Free;
using Trt.Domain.Groups;
using Trt.Domain.Shared;

namespace Trt.Domain.Generations;

/// <summary>
/// One order of one customer, from "confirm" to the result in the chat. It knows where it stands and what it costs;
/// the money itself moves in the wallet, in the same save.
/// </summary>
public sealed partial class Generation
{
    public const int TaskIdLengthMax = 100;
    public const int DetailLengthMax = 1000;

    /// <summary>For orders from before a limit was kept with each.</summary>
    public static readonly TimeSpan TimeLimitOnce = TimeSpan.FromMinutes(30);

    private Generation()
    {
    }

    public GenerationId Id { get; private init; }

    public UserId UserId { get; private init; }

    public ModelId Model { get; private init; }

    public IReadOnlyDictionary<string, InputValue> Inputs { get; private set; } = new Dictionary<string, InputValue>();

    /// <summary>Agreed at confirm; a later price list never rewrites it.</summary>
    public Money Price { get; private init; }

    /// <summary>The shop's day a free one was ordered on; null for a paid one.</summary>
    public DateOnly? FreeDay { get; private init; }

    /// <summary>A free one that was taken from what the customer has earned, not from the day's allowance.</summary>
    public bool IsFromBank { get; private init; }

    public GenerationStatus Status { get; private set; }

    public Cid Cid { get; private init; }

    /// <summary>The chat message that shows the progress.</summary>
    public long? ScreenMessageId { get; private set; }

    /// <summary>The group that message is in; null for the customer's own chat.</summary>
    public long? ScreenChatId { get; private set; }

    /// <summary>The message in a group that the result answers; null for an order of the private chat.</summary>
    public GroupPlace? AskedIn => AskedChatId is { } chat && AskedMessageId is { } message ? new GroupPlace(chat, message) : null;

    public long? AskedChatId { get; private set; }

    public int? AskedMessageId { get; private set; }

    /// <summary>Counts the times the order left for the provider; part of the callback's secret.</summary>
    public int Attempt { get; private set; }

    public string? TaskId { get; private set; }

    public IReadOnlyList<ResultItem> Result { get; private set; } = [];

    public FailureReason? Failure { get; private set; }

    /// <summary>What the provider said, for the operator; never shown to the customer.</summary>
    public string? Detail { get; private set => field = value?.Length > DetailLengthMax ? value[..DetailLengthMax] : value; }

    /// <summary>The result came after the money had gone back: it is delivered free, and the house carries the cost.</summary>
    public bool IsLate { get; private set; }

    /// <summary>The customer stopped the bot; the outcome waits for their return.</summary>
    public bool IsUndeliverable { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How long it may take: in the queue, and once more from when it left.</summary>
    public TimeSpan? TimeLimit { get; private set; }

    /// <summary>It could not start at once, and may wait for that until then; null for one whose turn comes within its time.</summary>
    public DateTimeOffset? WaitsUntil { get; private set; }

    /// <summary>The provider has called and nobody has looked since.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Without a result by then the money goes back.</summary>
    public DateTimeOffset Deadline => Status == GenerationStatus.Queued && WaitsUntil is { } end
        ? end
        : (SubmittedAt ?? CreatedAt) + (TimeLimit ?? TimeLimitOnce);

    /// <summary>Nothing has ever been asked of the provider for it.</summary>
    public bool HasNeverLeft => Attempt == 0;

    public bool IsPaid => !Price.IsZero;

    /// <summary>Its money can go back before it has ended; on its way to the provider nobody knows for a moment where it stands.</summary>
    public bool CanBeGivenUp => Status.IsOpen() && Status != GenerationStatus.Submitting;

    /// <summary>The provider has it, or may have: asking again can tell something new.</summary>
    public bool CanBeLookedAt => Status is GenerationStatus.Running or GenerationStatus.Uncertain
        || (Status == GenerationStatus.Expired && !IsLate && TaskId is not null);

    /// <summary>There is a result in files, which may be asked for as they were made.</summary>
    public bool HasFiles =>
        (IsLate || Status is GenerationStatus.Succeeded or GenerationStatus.Delivered) && Result.Any(item => item.Address is not null);

    /// <summary>Null for a paid one.</summary>
    public FreeTicket? Ticket => FreeDay is { } day ? new FreeTicket(IsFromBank ? FreeSource.Bank : FreeSource.Day, day) : null;

    public static Generation Start(
        GenerationId id, UserId user, ModelId model, IReadOnlyDictionary<string, InputValue> inputs, Money price, FreeTicket? ticket,
        Cid cid, DateTimeOffset now)
    {
        if (price.IsZero == ticket is null)
        {
            throw new InvalidOperationException($"Generation {id} must be either paid or free, not {price} and {ticket}");
        }

        return new Generation
        {
            Id = id,
            UserId = user,
            Model = model,
            Inputs = inputs,
            Price = price,
            FreeDay = ticket?.Day,
            IsFromBank = ticket?.Source == FreeSource.Bank,
            Cid = cid,
            CreatedAt = now,
        };
    }

    public void PromiseWithin(TimeSpan limit) => TimeLimit = limit;

    public void WaitUntil(DateTimeOffset end) => WaitsUntil = end;

    /// <param name="group">Null for the customer's own chat.</param>
    public void ShowProgressIn(long messageId, long? group = null) => (ScreenMessageId, ScreenChatId) = (messageId, group);

    public void AnswerIn(GroupPlace place) => (AskedChatId, AskedMessageId) = (place.ChatId, place.MessageId);

    /// <summary>Written down before the order leaves, so that a crash in between is seen as "may have been placed".</summary>
    public void Submit(DateTimeOffset now)
    {
        Become(GenerationStatus.Submitting);
        Attempt++;
        SubmittedAt = now;
    }

    /// <summary>
    /// The provider says that nothing was started, so the order may leave once more; unless its own callback has named a task meanwhile.
    /// </summary>
    public void ReturnToQueue(string detail)
    {
        Become(TaskId is null ? GenerationStatus.Queued : GenerationStatus.Running);
        Detail = detail;
    }

    /// <summary>The answer to the order has come, perhaps after others have looked for it or given it up.</summary>
    public void Accept(string taskId)
    {
        if (Status is GenerationStatus.Submitting or GenerationStatus.Uncertain)
        {
            Become(GenerationStatus.Running);
        }

        if (Status is GenerationStatus.Running or GenerationStatus.Expired)
        {
            TaskId ??= taskId;
        }
    }

    /// <summary>No answer; a callback may have told the task already.</summary>
    public void LoseTrack(string detail)
    {
        Become(TaskId is null ? GenerationStatus.Uncertain : GenerationStatus.Running);
        Detail = detail;
    }

    /// <summary>
    /// The provider's callback names the task, and whenever it comes that is how the result will be found: before the answer to the order,
    /// instead of it, or after the money went back.
    /// </summary>
    public bool Learn(string taskId)
    {
        if (TaskId is not null)
        {
            return TaskId == taskId;
        }

        switch (Status)
        {
            case GenerationStatus.Uncertain:
            case GenerationStatus.Queued when Attempt > 0:
                Become(GenerationStatus.Running);
                break;
            case GenerationStatus.Submitting or GenerationStatus.Expired:
                break;
            default:
                return false;
        }

        TaskId = taskId;
        return true;
    }

    /// <summary>The provider has called: whoever looks next need not wait for their turn.</summary>
    public void Call() => HasNews = true;

    public void HearOut() => HasNews = false;

    public void Succeed(IReadOnlyList<ResultItem> result, decimal? creditsSpent, DateTimeOffset now)
    {
        Become(GenerationStatus.Succeeded);
        Result = result;
        CreditsSpent = creditsSpent;
        FinishedAt = now;
    }

    public void Fail(FailureReason reason, string detail, DateTimeOffset now)
    {
        Become(GenerationStatus.Failed);
        Failure = reason;
        Detail = detail;
        FinishedAt = now;
    }

    public void Expire(DateTimeOffset now)
    {
        Become(GenerationStatus.Expired);
        Failure = FailureReason.TimedOut;
        FinishedAt = now;
    }

    /// <summary>An operator ends it early: the money goes back now, and a result that still comes is a present.</summary>
    public void GiveUp(DateTimeOffset now)
    {
        Become(GenerationStatus.Expired);
        Failure = FailureReason.GivenBack;
        FinishedAt = now;
    }

    public void Cancel(DateTimeOffset now)
    {
        Become(GenerationStatus.Cancelled);
        FinishedAt = now;
    }

    /// <summary>A result after the end: kept for delivery, without any effect on money or status.</summary>
    public bool ArriveLate(IReadOnlyList<ResultItem> result, decimal? creditsSpent)
    {
        if (Status != GenerationStatus.Expired || IsLate || ForgottenAt is not null)
        {
            return false;
        }

        IsLate = true;
        Result = result;
        CreditsSpent = creditsSpent;
        return true;
    }

    public void Deliver()
    {
        Reach();
        if (!IsLate)
        {
            Become(GenerationStatus.Delivered);
        }
    }

    /// <summary>The addresses of the result have changed; the outputs are the same.</summary>
    public void Renew(IReadOnlyList<ResultItem> result) => Result = result;

    /// <summary>
    /// The whole result was gone before it reached the chat. A late one was a present: nothing was promised, so nothing more is said.
    /// </summary>
    public void Lose(string detail, DateTimeOffset now)
    {
        if (!IsLate)
        {
            Fail(FailureReason.ResultLost, detail, now);
        }

        Result = [];
    }

    /// <summary>The customer has been told how it ended.</summary>
    public void Reach() => IsUndeliverable = false;

    /// <summary>The customer has heard that there is no result. One that came late meanwhile still waits for their return.</summary>
    public void ReachWithFailure()
    {
        if (Result.Count == 0)
        {
            Reach();
        }
    }

    public void KeepForReturn() => IsUndeliverable = true;

    private void Become(GenerationStatus next)
    {
        if (!Status.CanBecome(next))
        {
            throw new InvalidOperationException($"Generation {Id} is {Status} and cannot become {next}");
        }

        Status = next;
    }
}
