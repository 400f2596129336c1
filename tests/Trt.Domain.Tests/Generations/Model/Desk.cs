using Trt.Domain.Catalog;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Domain.Wallets;

namespace Trt.Domain.Tests.Generations.Model;

/// <summary>
/// Some orders of one customer, with all that the use cases do around the aggregates: SubmitGeneration, CheckGeneration,
/// AcceptProviderCallback, EndOverdue, Settlement, DeliverResult and TellFailure in as few lines as their decisions allow. The
/// aggregates are the shop's own.
/// </summary>
internal sealed class Desk
{
    public const long Price = 1414;
    public const long Deposit = 5000;

    private const string TaskId = "task";

    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly IReadOnlyList<ResultItem> Picture = [new(OutputKind.Image, new Uri("https://results.example/1.png"), null)];

    private readonly Plant _plant;
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public Desk(int orders, Plant plant)
    {
        _plant = plant;
        Wallet.Deposit(new Money(Deposit), new Booking("deposit", Booking.Customer, "", _now));
        for (var number = 0; number < orders; number++)
        {
            var generation = Generation.Start(
                new GenerationId(new Guid(number, 0, 0, new byte[8])), new UserId(1), new ModelId("m"),
                new Dictionary<string, InputValue>(), new Money(Price), null, new Cid("c"), _now);
            generation.PromiseWithin(TimeSpan.FromMinutes(3));
            Wallet.Reserve(generation.Price, Booking.For(generation.Id, Booking.Customer, "", _now));
            Orders.Add(new Order(generation));
        }
    }

    public Wallet Wallet { get; } = Wallet.Open(new UserId(1));

    public List<Order> Orders { get; } = [];

    /// <summary>One order with what waits for it, what is true at the provider, and what its customer saw.</summary>
    public sealed class Order(Generation generation)
    {
        public Generation Generation { get; } = generation;

        public Row Submit = Row.Waits;
        public Row Check;
        public Row Deliver;
        public Row Tell;

        /// <summary>What the row that finished last was, until something else happens.</summary>
        public Move? Finished;

        public DeliveryPart? Part;
        public bool IsCalling;
        public TaskTruth Task;
        public int Starts;
        public bool IsCallbackKept;
        public bool IsCallbackOwed;
        public bool IsParked;
        public int Commits;
        public int Releases;
        public int Reimbursements;
        public int ResultsSeen;
        public int Copies;
        public bool IsAskedAgain;
        public int FailuresSeen;
        public bool EndedBeforeItsTime;
    }

    public enum Row
    {
        None,
        Waits,
    }

    public enum TaskTruth
    {
        None,
        Running,
        Done,
        Failed,
    }

    /// <returns>False when this cannot happen now.</returns>
    public bool TryMake(int number, Move move)
    {
        var order = Orders[number];
        var finishedBefore = order.Finished;
        order.Finished = null;
        var isMade = TryMake(order, move, finishedBefore);
        order.Finished = isMade ? order.Finished : finishedBefore;
        return isMade;
    }

    private bool TryMake(Order order, Move move, Move? finished)
    {
        var status = order.Generation.Status;
        switch (move)
        {
            case Move.LeaveAndStart or Move.LeaveInVain when order.Submit == Row.Waits && !order.IsCalling && !order.IsParked:
                return RunSubmit(order, starts: move == Move.LeaveAndStart);
            case Move.AnswerAccepted when order is { IsCalling: true, Starts: > 0 }:
                return Answer(order, () => Accept(order));
            case Move.AnswerRefused when order is { IsCalling: true, Starts: 0 }:
                return Answer(order, () => Refuse(order));
            case Move.AgreeToWait when order.Generation is { Attempt: 0, WaitsUntil: null } && status == GenerationStatus.Queued && _now == DateTimeOffset.UnixEpoch:
                order.Generation.WaitUntil(_now + WaitMax);
                return true;
            case Move.AnswerClosed when order is { IsCalling: true, Starts: 0, Generation.WaitsUntil: not null }:
                return Answer(order, () => ReturnToQueue(order), again: true);
            case Move.AnswerTryLater when order is { IsCalling: true, Starts: 0 }:
                return Answer(order, () => ReturnToQueue(order), again: true);
            case Move.AnswerUnknown when order.IsCalling:
                return Answer(order, () => Unknown(order), again: _plant == Plant.SentAgainAfterUnknown);
            case Move.DieDuringCall when order.IsCalling:
                order.IsCalling = false;
                return true;
            case Move.TakeOver when order.IsCalling && status == GenerationStatus.Submitting:
                LoseTrack(order);
                order.Submit = Row.None;
                return true;
            case Move.RowComesBack when finished is { } row:
                return ComeBack(order, row);
            case Move.Park when (order.Submit == Row.Waits || order.Check == Row.Waits) && !order.IsCalling && !order.IsParked:
                order.IsParked = true;
                return true;
            case Move.CallBack when order.Task != TaskTruth.None && !order.IsCallbackKept:
                return CallBack(order);
            case Move.CallBackWhileAway when order.Task != TaskTruth.None && order is { IsCallbackKept: false, IsCallbackOwed: false }:
                order.IsCallbackKept = _plant == Plant.CallbackSaidToBeKept;
                order.IsCallbackOwed = !order.IsCallbackKept;
                return true;
            case Move.CallBackForged when order.Generation.Attempt > 0:
                return _plant == Plant.ForgedCallbackHeeded && order.Generation.Learn("forged");
            case Move.CheckDone when CanCheck(order) && order.Task is TaskTruth.Running or TaskTruth.Done:
                order.Task = TaskTruth.Done;
                return Check(order, () => Finish(order));
            case Move.CheckFailed when CanCheck(order) && order.Task is TaskTruth.Running or TaskTruth.Failed:
                order.Task = TaskTruth.Failed;
                return Check(order, () => Fail(order));
            case Move.CheckRunning when CanCheck(order) && order.Task is TaskTruth.Running:
            case Move.CheckMissing when CanCheck(order):
                return Check(order, () => WaitOrExpire(order));
            case Move.CheckUnreadable when CanCheck(order):
                return Check(order, () => _plant == Plant.UnreadableCountsAsFailure ? Fail(order) : WaitOrExpire(order));
            case Move.PassDeadline when order.Generation.Status.IsOpen() && _now <= order.Generation.Deadline:
                _now = order.Generation.Deadline + Moment;
                return true;
            case Move.EndOverdue when order.Generation.Status.IsOpen():
                return EndOverdue(order);
            case Move.Cancel when status == GenerationStatus.Queued
                || (_plant == Plant.CancelledWhileSubmitting && status == GenerationStatus.Submitting):
                return Cancel(order);
            case Move.GiveUp when order.Generation.CanBeGivenUp:
                return EndByHand(order);
            case Move.SendResult or Move.SendResultAnswerLost or Move.SendResultLostOnItsWay or Move.SendResultGone
                or Move.SendResultToBlocked or Move.DieAfterSending when order.Deliver == Row.Waits:
                return Send(order, move);
            case Move.TellFailure or Move.TellFailureAnswerLost or Move.TellFailureToBlocked when order.Tell == Row.Waits:
                return Tell(order, move);
            case Move.AskAgain when order.Part?.State == DeliveryState.Doubted:
                order.Part.SendAgain();
                order.Deliver = Row.Waits;
                order.IsAskedAgain = true;
                order.Copies++;
                return true;
            case Move.ComeBack when order is { Generation.IsUndeliverable: true, Deliver: Row.None, Tell: Row.None }:
                return Return(order);
            default:
                return false;
        }
    }

    /// <summary>Everybody is well again, and time goes on: what is owed must come by itself.</summary>
    public void Heal()
    {
        for (var round = 0; round < 12; round++)
        {
            for (var number = 0; number < Orders.Count; number++)
            {
                HealOnce(number, Orders[number]);
            }
        }
    }

    /// <summary>Two desks that say the same have the same future; which order is which does not matter.</summary>
    public string Fingerprint() => string.Join('|', Orders.Select(Show).Order(StringComparer.Ordinal));

    private void HealOnce(int number, Order order)
    {
        TryMake(number, Move.DieDuringCall);
        if (order.IsCallbackOwed)
        {
            CallBack(order);
        }

        TryMake(number, Move.ComeBack);
        TryMake(number, Move.LeaveAndStart);
        TryMake(number, Move.AnswerAccepted);
        _ = TryMake(number, Move.CheckDone) || TryMake(number, Move.CheckFailed) || TryMake(number, Move.CheckMissing);
        TryMake(number, Move.SendResult);
        TryMake(number, Move.TellFailure);
        if (order.Generation.Status.IsOpen() && !TryMake(number, Move.PassDeadline))
        {
            _now = order.Generation.Deadline + Grace + Moment;
            TryMake(number, Move.EndOverdue);
        }
    }

    private string Show(Order order)
    {
        var generation = order.Generation;
        var age = !generation.Status.IsOpen() ? 0 : _now <= generation.Deadline ? 1 : _now <= generation.Deadline + Grace ? 2 : 3;
        return string.Join(
            ' ', generation.Status, generation.Attempt > 0, generation.WaitsUntil, generation.TaskId, generation.HasNews, generation.IsLate, generation.IsUndeliverable,
            generation.Result.Count, age, order.Submit, order.Check, order.Deliver, order.Tell, order.Finished, order.Part?.State,
            order.IsCalling, order.Task, order.Starts, order.IsCallbackKept, order.IsCallbackOwed, order.IsParked, order.Commits,
            order.Releases, order.Reimbursements, order.ResultsSeen, order.Copies, order.IsAskedAgain, order.FailuresSeen, order.EndedBeforeItsTime);
    }

    private bool RunSubmit(Order order, bool starts)
    {
        switch (order.Generation.Status)
        {
            case GenerationStatus.Queued when _now > order.Generation.Deadline:
                Expire(order);
                break;
            case GenerationStatus.Queued:
                order.Generation.Submit(_now);
                order.IsCalling = true;
                if (starts)
                {
                    order.Starts++;
                    order.Task = TaskTruth.Running;
                }

                return true;
            case GenerationStatus.Submitting:
                LoseTrack(order);
                break;
        }

        order.Submit = Row.None;
        order.Finished = Move.LeaveAndStart;
        return true;
    }

    private static bool Answer(Order order, Action heed, bool again = false)
    {
        order.IsCalling = false;
        var isOurs = order.Submit == Row.Waits;
        heed();
        if (isOurs && !again)
        {
            order.Submit = Row.None;
            order.Finished = Move.LeaveAndStart;
        }

        return true;
    }

    private static void Accept(Order order)
    {
        order.Generation.Accept(TaskId);
        if (order.Generation.Status is GenerationStatus.Running or GenerationStatus.Expired)
        {
            Watch(order);
        }
    }

    private void Refuse(Order order)
    {
        if (order.Generation.Status != GenerationStatus.Submitting)
        {
            return;
        }

        if (order.Generation.TaskId is not null)
        {
            LoseTrack(order);
        }
        else
        {
            GiveUp(order);
        }
    }

    private static void ReturnToQueue(Order order)
    {
        if (order.Generation.Status != GenerationStatus.Submitting)
        {
            return;
        }

        order.Generation.ReturnToQueue("later");
        if (order.Generation.Status == GenerationStatus.Running)
        {
            Watch(order);
        }
    }

    private void Unknown(Order order)
    {
        if (order.Generation.Status != GenerationStatus.Submitting)
        {
            return;
        }

        if (_plant == Plant.SentAgainAfterUnknown)
        {
            order.Generation.ReturnToQueue("unknown");
            return;
        }

        LoseTrack(order);
    }

    private static void LoseTrack(Order order)
    {
        order.Generation.LoseTrack("?");
        Watch(order);
    }

    private static void Watch(Order order)
    {
        if (order.IsCallbackKept || order.Generation.HasNews)
        {
            order.Generation.Call();
        }

        order.Check = Row.Waits;
    }

    private static bool ComeBack(Order order, Move row)
    {
        switch (row)
        {
            case Move.LeaveAndStart:
                order.Submit = Row.Waits;
                break;
            case Move.CheckDone:
                order.Check = Row.Waits;
                break;
            case Move.SendResult:
                order.Deliver = Row.Waits;
                break;
            case Move.TellFailure:
                order.Tell = Row.Waits;
                order.Copies++;
                break;
        }

        return true;
    }

    private bool CallBack(Order order)
    {
        order.IsCallbackKept = true;
        order.IsCallbackOwed = false;
        if (_plant != Plant.CallbackIgnoredWhileSubmitting || order.Generation.Status != GenerationStatus.Submitting)
        {
            order.Generation.Learn(TaskId);
        }

        order.Generation.Call();
        if (order.Generation.Status is GenerationStatus.Running or GenerationStatus.Uncertain or GenerationStatus.Expired)
        {
            order.Check = Row.Waits;
        }

        return true;
    }

    private static bool CanCheck(Order order) => order is { Check: Row.Waits, IsParked: false };

    private bool Check(Order order, Func<bool> read)
    {
        var isWorthALook = order.Generation.Status switch
        {
            GenerationStatus.Running or GenerationStatus.Uncertain => true,
            GenerationStatus.Expired => !order.Generation.IsLate && _plant != Plant.LateResultDropped,
            _ => _plant == Plant.CommittedWheneverDone,
        };
        var isOver = !isWorthALook
            || (order.Generation.TaskId is null && _plant != Plant.CommittedWheneverDone ? WaitOrExpire(order) : read());
        if (isOver)
        {
            order.Check = Row.None;
            order.Finished = Move.CheckDone;
        }

        return true;
    }

    private bool Finish(Order order)
    {
        if (order.Generation.TaskId != TaskId)
        {
            return WaitOrExpire(order);
        }

        if (order.Generation.Status == GenerationStatus.Running)
        {
            order.Generation.Succeed(Picture, null, _now);
            Commit(order);
            order.Deliver = Row.Waits;
        }
        else if (order.Generation.Status == GenerationStatus.Expired && _plant == Plant.EndOverwritten)
        {
            typeof(Generation).GetProperty(nameof(Generation.Status))!.SetValue(order.Generation, GenerationStatus.Succeeded);
        }
        else if (order.Generation.ArriveLate(Picture, null))
        {
            order.Deliver = Row.Waits;
            if (_plant == Plant.ChargedForLateResult)
            {
                Commit(order);
            }
        }
        else if (_plant == Plant.CommittedWheneverDone)
        {
            Commit(order);
        }

        return true;
    }

    private bool Fail(Order order)
    {
        if (order.Generation.Status == GenerationStatus.Running)
        {
            GiveUp(order);
        }

        return true;
    }

    private bool WaitOrExpire(Order order)
    {
        order.Generation.HearOut();
        if (_now > order.Generation.Deadline && order.Generation.Status is GenerationStatus.Running or GenerationStatus.Uncertain)
        {
            Expire(order);
        }

        return false;
    }

    private bool EndOverdue(Order order)
    {
        if (_plant == Plant.OverdueKeptByParkedRow)
        {
            return false;
        }

        if (_now <= order.Generation.Deadline + Grace)
        {
            _now = order.Generation.Deadline + Grace + Moment;
        }

        if (order.Generation.Status == GenerationStatus.Submitting)
        {
            order.Generation.LoseTrack("the call was never answered");
        }

        Expire(order);
        return true;
    }

    private void GiveUp(Order order)
    {
        order.Generation.Fail(FailureReason.ProviderError, "no", _now);
        Release(order);
        order.Tell = Row.Waits;
    }

    private void Expire(Order order)
    {
        order.EndedBeforeItsTime |= _now <= order.Generation.Deadline;
        order.Generation.Expire(_now);
        Release(order);
        order.Tell = _plant == Plant.EndNotTold ? Row.None : Row.Waits;
        if (_plant == Plant.ReleasedTwice && order.Check == Row.Waits)
        {
            Release(order);
        }
    }

    private bool Cancel(Order order)
    {
        if (order.Generation.Status == GenerationStatus.Submitting)
        {
            order.Generation.ReturnToQueue("cancelled");
        }

        order.Generation.Cancel(_now);
        Release(order);
        order.FailuresSeen++;
        return true;
    }

    private bool EndByHand(Order order)
    {
        order.Generation.GiveUp(_now);
        Release(order);
        order.Tell = Row.Waits;
        return true;
    }

    private bool Send(Order order, Move how)
    {
        var generation = order.Generation;
        if (generation.Status is not (GenerationStatus.Succeeded or GenerationStatus.Delivered) && !generation.IsLate)
        {
            return FinishDelivery(order);
        }

        order.Part ??= DeliveryPart.Plan(generation, 0, 0, 1);
        if (!order.Part.IsSettled)
        {
            order.Part.Attempt();
            switch (how)
            {
                case Move.SendResult:
                    order.ResultsSeen++;
                    order.Part.Sent(7, null);
                    break;
                case Move.DieAfterSending:
                    if (_plant == Plant.MarkedBeforeSent)
                    {
                        order.Part.Sent(7, null);
                        return true;
                    }

                    order.ResultsSeen++;
                    order.Copies++;
                    return true;
                case Move.SendResultAnswerLost or Move.SendResultLostOnItsWay:
                    order.ResultsSeen += how == Move.SendResultAnswerLost ? 1 : 0;
                    if (_plant == Plant.DoubtedIsSentAgain)
                    {
                        return true;
                    }

                    order.Part.Doubt();
                    break;
                case Move.SendResultGone:
                    order.Part.Lose();
                    break;
                case Move.SendResultToBlocked:
                    order.Part.NotSent();
                    generation.KeepForReturn();
                    return FinishDelivery(order);
            }
        }

        Conclude(order);
        return FinishDelivery(order);
    }

    private void Conclude(Order order)
    {
        var generation = order.Generation;
        if (generation.Status == GenerationStatus.Delivered)
        {
            generation.Reach();
        }
        else if (order.Part!.State == DeliveryState.Lost)
        {
            var wasPromised = generation.Status == GenerationStatus.Succeeded;
            generation.Lose("gone", _now);
            if (wasPromised)
            {
                order.Reimbursements++;
                Wallet.Reimburse(generation.Price, Booking.For(generation.Id, Booking.System, "", _now));
                order.Tell = Row.Waits;
            }
        }
        else
        {
            generation.Deliver();
        }
    }

    private static bool FinishDelivery(Order order)
    {
        order.Deliver = Row.None;
        order.Finished = Move.SendResult;
        return true;
    }

    private bool Tell(Order order, Move how)
    {
        if (how == Move.TellFailureToBlocked)
        {
            order.Generation.KeepForReturn();
        }
        else if (how == Move.TellFailure)
        {
            order.FailuresSeen++;
            order.Generation.ReachWithFailure();
        }
        else if (_plant != Plant.LostAnswerCountsAsTold)
        {
            order.Copies++;
            return true;
        }

        order.Tell = Row.None;
        order.Finished = Move.TellFailure;
        return true;
    }

    private static bool Return(Order order)
    {
        if (order.Generation.Result.Count == 0)
        {
            order.Tell = Row.Waits;
        }
        else
        {
            order.Deliver = Row.Waits;
        }

        return true;
    }

    private void Commit(Order order)
    {
        order.Commits++;
        Wallet.Commit(order.Generation.Price, Booking.For(order.Generation.Id, Booking.System, "", _now));
    }

    private void Release(Order order)
    {
        order.Releases++;
        Wallet.Release(order.Generation.Price, Booking.For(order.Generation.Id, Booking.System, "", _now));
    }
}
