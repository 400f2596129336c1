using System.CommandLine;
using System.Globalization;
using Trt.Application.Payments;
using Trt.Application.Payments.Messenger;
using Trt.Domain.BackOffice;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Cli;

/// <summary><c>payments list | show | refund | reconcile</c>: what customers paid in.</summary>
internal static class PaymentsCommand
{
    public static Command Create() =>
        new("payments", "What customers paid in: look, give back, hold against Telegram's book.") { List(), Show(), Refund(), Reconcile() };

    private static Command List()
    {
        var customer = new Option<long?>("--customer") { Description = "Only of this Telegram id." };
        var status = new Option<PaymentStatus?>("--status")
        {
            Description = $"Only in this state: {Answer.Choices<PaymentStatus>()}.",
        };
        var count = new Option<int>("--count") { Description = "How many at most.", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "The latest payments, newest first.") { customer, status, count, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var wish = new ListPayments(
                input.GetValue(customer) is { } id ? new UserId(id) : null, input.GetValue(status), input.GetValue(count));
            var payments = await scope.Mediator.Send(wish, stop);
            return input.Give(payments.Select(ForPrograms), payments.Select(Line).Append(
                payments.Count == 0 ? "No such payments." : $"{payments.Count} payment(s). More about one: payments show <id>"));
        }, token));
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var command = new Command("show", "Everything about one payment.") { id, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            return await scope.Mediator.Send(new ShowPayment(new PaymentId(input.GetRequiredValue(id))), stop) is { } view
                ? input.Give(ForPrograms(view.Payment), Lines(view).Select(line => $"{line.Name,-18}{line.Value}"))
                : input.Refuse("There is no such payment. payments list shows them.");
        }, token));
        return command;
    }

    private static Command Refund()
    {
        var id = Id();
        var reason = new Option<string>("--reason") { Description = "Why; it stays in the ledger.", Required = true };
        var actor = new Option<string>("--operator") { Description = "Who does it.", DefaultValueFactory = _ => Environment.UserName };
        var byHand = new Option<bool>("--paid-back-by-hand")
        {
            Description = "The money was returned at the payment provider: now book it. Stars need no hand.",
        };
        var command =
            new Command("refund", "Give a whole payment back; a running shop returns Stars within seconds.") { id, reason, actor, byHand, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            var request = new RefundPayment(
                new Actor.AtConsole(input.GetRequiredValue(actor)),
                new PaymentId(input.GetRequiredValue(id)),
                input.GetRequiredValue(reason),
                input.GetValue(byHand),
                Cid.New(TimeProvider.System.GetUtcNow()));
            return Tell(input, await scope.AsOwner(request, stop));
        }, token));
        return command;
    }

    private static Command Reconcile()
    {
        var days = new Option<int?>("--days") { Description = "How far back; everything when left out." };
        var command = new Command("reconcile", "Hold Stars against Telegram's book: lost payments are credited, lost refunds booked. Ends with 1 when something differs.") { days, Answer.AsJson };
        command.SetAction((input, token) => CliScope.Run(async (scope, stop) =>
        {
            if (!scope.CanAskTelegram)
            {
                return input.Refuse("TELEGRAM_BOT_TOKEN is missing: Telegram's book is read with the bot's token.");
            }

            var now = TimeProvider.System.GetUtcNow();
            DateTimeOffset? since = input.GetValue(days) is { } back ? now.AddDays(-back) : null;
            return Tell(input, await scope.Mediator.Send(new ReconcileStars(since, Cid.New(now)), stop));
        }, token));
        return command;
    }

    private static Argument<Guid> Id() => new("id") { Description = "The payment's id, as payments list shows it." };

    private static string Line(Payment payment) => string.Create(
        CultureInfo.InvariantCulture,
        $"{payment.CreatedAt:u} {payment.Id} customer {payment.UserId} {payment.Amount} ({payment.Price}) by {Answer.Word(payment.Method)}: {Answer.Word(payment.Status)}");

    private static object ForPrograms(Payment payment) => new
    {
        payment.Id,
        Customer = payment.UserId,
        payment.Amount,
        Price = $"{payment.Price}",
        payment.Method,
        payment.Status,
        payment.CreatedAt,
        payment.CreditedAt,
        payment.RefundedAt,
        payment.RefundTaken,
        payment.ChargeId,
        payment.ProviderChargeId,
        payment.ReviewedBy,
        payment.Reason,
    };

    private static int Tell(ParseResult input, RefundResult result)
    {
        var (line, status) = result switch
        {
            RefundResult.Begun begun => ($"{begun.Payment.Amount} left the balance; the Stars are on their way back.", 0),
            RefundResult.Booked booked => ($"{booked.Payment.Amount} left the balance; the refund is booked.", 0),
            RefundResult.AlreadyAsked again => ($"Asked before, nothing has changed: the payment is {Answer.Word(again.Payment.Status)}.", 0),
            RefundResult.ByHandFirst by => (
                $"Payments by {Answer.Word(by.Payment.Method)} go back by hand. Return {by.Payment.Price} at the payment provider (their number: {by.Payment.ProviderChargeId ?? by.Payment.ChargeId}), then repeat with --paid-back-by-hand.",
                1),
            RefundResult.Spent spent => ($"The customer has only {spent.Available} of {spent.Payment.Amount} left; nothing was taken.", 1),
            RefundResult.NeverCredited never => ($"No money came with this payment: it is {Answer.Word(never.Payment.Status)}.", 1),
            RefundResult.NotFound => ("There is no such payment. payments list shows them.", 1),
            _ => throw new InvalidOperationException("A refund is begun, booked or refused"),
        };
        return input.Tell(line, status);
    }

    private static int Tell(ParseResult input, StarsReport report) => input.Give(
        report,
        [
            $"{report.Sales} sales and {report.Refunds} refunds in Telegram's book: {report.Credited} lost payment(s) credited, {report.RefundsBooked} refund(s) booked.",
            .. report.Differences.Select(difference => $"  {difference}"),
            report.Differences.Count > 0 ? $"{report.Differences.Count} difference(s)."
            : report.IsComplete ? "Everything agrees."
            : "Telegram stopped answering: only a part was looked at.",
        ],
        report.Differences.Count == 0 && report.IsComplete ? 0 : 1);

    private static IEnumerable<(string Name, string? Value)> Lines(PaymentView view)
    {
        var payment = view.Payment;
        (string Name, string? Value)[] lines =
        [
            ("payment", payment.Id.ToString()),
            ("customer", $"{payment.UserId}, has {view.Available}"),
            ("amount", $"{payment.Amount}, paid as {payment.Price} by {Answer.Word(payment.Method)}"),
            ("status", Answer.Word(payment.Status)),
            ("asked", Moment(payment.CreatedAt)),
            ("credited", Moment(payment.CreditedAt)),
            (
                "refunded",
                payment.RefundTaken.IsZero
                    ? Moment(payment.RefundedAt)
                    : $"{Moment(payment.RefundedAt) ?? "under way"}, {payment.RefundTaken} taken from the balance"),
            ("charge", payment.ChargeId),
            ("at the provider", payment.ProviderChargeId),
            ("reviewed by", payment.ReviewedBy),
            ("reason", payment.Reason),
        ];
        return lines.Where(line => line.Value is not null);
    }

    private static string? Moment(DateTimeOffset? moment) => moment?.ToString("u", CultureInfo.InvariantCulture);
}
