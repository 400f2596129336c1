using MediatR;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Payments;
using Trt.Api.Bot.Texts;
using Trt.Api.Instance;
using Trt.Application.Payments.Messenger;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Updates;

/// <summary>
/// Says yes or no to a person who is about to pay. The messenger waits ten seconds; we answer within two, whatever our own troubles are.
/// When we could not look, the answer is no: nothing is charged, and the person can try again.
/// </summary>
internal sealed partial class CheckoutGuard(
    IServiceScopeFactory scopes, Readiness readiness, TimeProvider time, ILogger<CheckoutGuard> logger)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1.5);

    public async Task<AnswerPreCheckoutQueryRequest> Answer(PreCheckoutQuery query)
    {
        var started = time.GetTimestamp();
        var verdict = readiness.IsReady ? await Judge(query) : CouldNotLook;
        var milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
        if (verdict.Refusal is not { } refusal)
        {
            CheckoutAccepted(query.From.Id, query.InvoicePayload, milliseconds);
            return new AnswerPreCheckoutQueryRequest { PreCheckoutQueryId = query.Id, Ok = true };
        }

        CheckoutRefused(query.From.Id, refusal, milliseconds);
        return new AnswerPreCheckoutQueryRequest
        {
            PreCheckoutQueryId = query.Id,
            Ok = false,
            ErrorMessage = TopUpTexts.CheckoutRefused(verdict.Language ?? IncomingReader.PersonOf(query.From).Guess, refusal),
        };
    }

    private static CheckoutVerdict CouldNotLook => new(CheckoutRefusal.NoAnswerInTime, null);

    private async Task<CheckoutVerdict> Judge(PreCheckoutQuery query)
    {
        using var limit = new CancellationTokenSource(Deadline, time);
        var look = Look(query, limit.Token);
        try
        {
            // The look may take longer than its token: a database that is slow to answer is slow to cancel.
            return await look.WaitAsync(limit.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            CouldNotJudge(exception, query.From.Id);
            _ = look.ContinueWith(
                late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return CouldNotLook;
        }
    }

    private async Task<CheckoutVerdict> Look(PreCheckoutQuery query, CancellationToken token)
    {
        // Opening a connection may block for a moment; the deadline must not wait for that.
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new JudgeCheckout(new UserId(query.From.Id), query.InvoicePayload, new PaidTotal(query.Currency, query.TotalAmount)), token);
    }

    [LoggerMessage(EventId = 60, EventName = "CHECKOUT_OK", Level = LogLevel.Information,
        Message = "CHECKOUT_OK user {User} payment {Payment} in {Milliseconds:0.0} ms")]
    private partial void CheckoutAccepted(long user, string payment, double milliseconds);

    [LoggerMessage(EventId = 61, EventName = "CHECKOUT_NO", Level = LogLevel.Information,
        Message = "CHECKOUT_NO user {User} {Refusal} in {Milliseconds:0.0} ms")]
    private partial void CheckoutRefused(long user, CheckoutRefusal refusal, double milliseconds);

    [LoggerMessage(EventId = 62, EventName = "CHECKOUT_BLIND", Level = LogLevel.Warning,
        Message = "A checkout of user {User} could not be looked at in time")]
    private partial void CouldNotJudge(Exception exception, long user);
}
