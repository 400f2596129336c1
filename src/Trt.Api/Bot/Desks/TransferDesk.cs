using MediatR;
using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Screens;
using Trt.Api.Bot.Texts;
using Trt.Application.BackOffice;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Payments.Transfers;
using Trt.Application.Ports;
using Trt.Application.Questions;
using Trt.Application.Terms;
using Trt.Domain.Payments;
using Trt.Domain.Shared;
using Trt.Domain.Users;

namespace Trt.Api.Bot.Desks;

/// <summary>Transfers by hand: the customer shows one, a reviewer decides.</summary>
internal sealed class TransferDesk(IMediator mediator, IShopTerms terms)
{
    /// <summary>Null when it is a reviewer's button and the person is none: they get what any unknown button gets.</summary>
    public async Task<Reply?> Follow(TransferRoute route, Visit visit, CancellationToken token) => route switch
    {
        TransferSentRoute to => await AskPicture(to.Payment, visit, token),
        ApproveRoute to => await Decide(new ApproveTransfer(visit.UserId, to.Payment, null, visit.Cid), visit, token),
        OtherAmountRoute to => await Ask(
            QuestionKind.TransferAmount, to.Payment, visit, about => ReviewScreens.AskAmount(visit.Language, about.Payment), token),
        RejectRoute to => await Open(to.Payment, visit, about => ReviewScreens.AskReason(visit.Language, about.Payment.Id), token),
        RejectForRoute { Reason: { } reason } to => await Reject(to.Payment, reason.ToString(), visit, token),
        RejectForRoute to => await Ask(
            QuestionKind.TransferReason, to.Payment, visit, about => ReviewScreens.AskOwnReason(visit.Language, about.Payment.Id), token),
        ShowCaseRoute to => await Open(to.Payment, visit, ReviewScreens.Case, token),
        _ => throw new InvalidOperationException($"No way for {route.GetType().Name}"),
    };

    /// <summary>Where to transfer, for a payment that has just been asked for.</summary>
    public async Task<Reply> Begin(PaymentId payment, Visit visit, CancellationToken token) =>
        await mediator.Send(new ShowTransferDetails(visit.UserId, payment), token) is { } view
            ? TransferScreens.Details(visit.Language, view)
            : NotYours(visit.Language);

    /// <summary>What was asked about a transfer is answered; null when a reviewer was asked who is none any more.</summary>
    public async Task<Reply?> Answer(OpenQuestion question, Incoming answer, Visit visit, CancellationToken token) => question.Kind switch
    {
        QuestionKind.TransferPicture => await TakePicture(question.Subject, answer, visit, token),
        QuestionKind.TransferAmount => await TakeAmount(question.Subject, answer, visit, token),
        QuestionKind.TransferReason => await TakeReason(question.Subject, answer, visit, token),
        _ => throw new InvalidOperationException($"{question.Kind} was not asked here"),
    };

    /// <summary>What was asked for came: a picture, or something else in its place.</summary>
    private async Task<Reply> TakePicture(string subject, Incoming answer, Visit visit, CancellationToken token)
    {
        if (PaymentId.Parse(subject) is not { } payment)
        {
            return NotYours(visit.Language);
        }

        if (answer is not Incoming.File file)
        {
            return await Hint(payment, visit, token);
        }

        var outcome = await mediator.Send(new ShowTransfer(visit.UserId, payment, file.Item, file.IsPhoto, visit.Cid), token);
        return outcome switch
        {
            ShowTransferOutcome.Received => new Reply(await Checking(payment, visit, token), MergeKey: file.AlbumId),
            // The second picture of an album is no second thought.
            ShowTransferOutcome.Added when file.AlbumId is not null =>
                new Reply(await Checking(payment, visit, token), MergeKey: file.AlbumId),
            ShowTransferOutcome.Added => TransferScreens.Added(visit.Language),
            ShowTransferOutcome.NotAPicture or ShowTransferOutcome.TooLarge =>
                await AskPicture(payment, visit, token, TransferTexts.Problem(visit.Language, outcome)),
            ShowTransferOutcome.TooMany or ShowTransferOutcome.Decided or ShowTransferOutcome.NotFound =>
                TransferScreens.Problem(visit.Language, outcome),
        };
    }

    /// <summary>A reviewer typed how much has come; null when they are none (any more).</summary>
    private async Task<Reply?> TakeAmount(string subject, Incoming answer, Visit visit, CancellationToken token)
    {
        if (PaymentId.Parse(subject) is not { } payment)
        {
            return NotFound(visit.Language);
        }

        var limits = terms.Current.TopUps;
        var (amount, problem) = TopUpAmount.Read(answer is Incoming.Text text ? text.Value : "", limits);
        if (problem is { } wrong)
        {
            return await Open(payment, visit, about => WrongAmount(visit.Language, about.Payment, wrong, limits.Min, limits.Max), token);
        }

        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return await Decide(new ApproveTransfer(visit.UserId, payment, amount, visit.Cid), visit, token);
    }

    /// <summary>A reviewer typed why not; null when they are none (any more).</summary>
    private async Task<Reply?> TakeReason(string subject, Incoming answer, Visit visit, CancellationToken token)
    {
        if (PaymentId.Parse(subject) is not { } payment)
        {
            return NotFound(visit.Language);
        }

        var reason = answer is Incoming.Text text ? text.Value.Trim() : "";
        return reason.Length is > 0 and <= RejectTransfer.ReasonLengthMax
            ? await Reject(payment, reason, visit, token)
            : await Open(payment, visit, about => ReviewScreens.AskOwnReason(visit.Language, about.Payment.Id), token);
    }

    private async Task<Reply> AskPicture(PaymentId payment, Visit visit, CancellationToken token, Html notice = default)
    {
        var l = visit.Language;
        return await mediator.Send(new ShowTransferDetails(visit.UserId, payment), token) switch
        {
            null => NotYours(l),
            { Payment.Status: PaymentStatus.InReview } view => new Reply(TransferScreens.Checking(l, view.Payment)),
            { Payment.Status: PaymentStatus.Open or PaymentStatus.Expired or PaymentStatus.Cancelled } view =>
                new Reply(TransferScreens.AskPicture(l, view.Payment, notice), AsNewMessage: true),
            _ => TransferScreens.Problem(l, ShowTransferOutcome.Decided),
        };
    }

    /// <summary>A text in place of a picture. Once there is one, texts mean something else again.</summary>
    private async Task<Reply> Hint(PaymentId payment, Visit visit, CancellationToken token)
    {
        var reply = await AskPicture(payment, visit, token);
        if (await mediator.Send(new ShowTransferDetails(visit.UserId, payment, Asks: false), token)
            is not { Payment.Status: PaymentStatus.Open })
        {
            await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        }

        return reply;
    }

    private async Task<Screen> Checking(PaymentId payment, Visit visit, CancellationToken token) =>
        TransferScreens.Checking(visit.Language, (await mediator.Send(new ShowTransferDetails(visit.UserId, payment), token))!.Payment);

    private async Task<Reply?> Reject(PaymentId payment, string reason, Visit visit, CancellationToken token)
    {
        await mediator.Send(new WithdrawQuestion(visit.UserId), token);
        return await Decide(new RejectTransfer(visit.UserId, payment, reason, visit.Cid), visit, token);
    }

    private async Task<Reply?> Ask(
        QuestionKind kind, PaymentId payment, Visit visit, Func<TransferCase, Screen> screen, CancellationToken token)
    {
        var reply = await Open(payment, visit, screen, token);
        if (reply is { Rejected: null })
        {
            await mediator.Send(new AskQuestion(visit.UserId, kind, payment.ToString()), token);
        }

        return reply;
    }

    /// <summary>A step of the decision, as long as it is open and this person may take it.</summary>
    private async Task<Reply?> Open(PaymentId payment, Visit visit, Func<TransferCase, Screen> screen, CancellationToken token) =>
        await mediator.Send(new ShowTransferCase(visit.UserId, payment), token) switch
        {
            Guarded<TransferCase?>.Given { Value: null } => NotFound(visit.Language),
            Guarded<TransferCase?>.Given { Value: { Payment.Status: PaymentStatus.InReview } about } =>
                new Reply(screen(about), AsNewMessage: true),
            Guarded<TransferCase?>.Given { Value: { } decided } =>
                new Reply(ReviewScreens.DecidedBefore(visit.Language, decided.Payment), AsNewMessage: true)
                {
                    Rejected = RejectReason.StateMismatch,
                },
            _ => null,
        };

    private async Task<Reply?> Decide(IAdminRequest<ReviewOutcome> decision, Visit visit, CancellationToken token) =>
        await mediator.Send(decision, token) is Guarded<ReviewOutcome>.Given { Value: var outcome }
            ? Decided(visit.Language, outcome)
            : null;

    private static Reply Decided(Language l, ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Decided done => new Reply(ReviewScreens.Decided(l, done.Payment), AsNewMessage: true),
        ReviewOutcome.DecidedBefore before =>
            new Reply(ReviewScreens.DecidedBefore(l, before.Payment), AsNewMessage: true) { Rejected = RejectReason.StateMismatch },
        ReviewOutcome.AmountRefused refused => new Reply(
            TopUpScreens.WrongAmount(l, refused.Problem, refused.Min, refused.Max), AsNewMessage: true)
        { Rejected = RejectReason.ValidationFailed },
        ReviewOutcome.OverLimit over =>
            new Reply(ReviewScreens.OverLimit(l, over), AsNewMessage: true) { Rejected = RejectReason.PermissionDenied },
        ReviewOutcome.NotFound => NotFound(l),
        _ => throw new InvalidOperationException($"No screen for {outcome.GetType().Name}"),
    };

    private static Screen WrongAmount(Language l, Payment payment, TopUpProblem problem, Money min, Money max) =>
        ReviewScreens.AskAmount(l, payment, TopUpTexts.WrongAmount(l, problem, min, max));

    private static Reply NotYours(Language l) => new(null, TransferTexts.NotYours(l)) { Rejected = RejectReason.PermissionDenied };

    private static Reply NotFound(Language l) => new(null, ReviewTexts.NotFound(l)) { Rejected = RejectReason.StateMismatch };
}
