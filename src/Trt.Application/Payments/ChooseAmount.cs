using MediatR;
using Trt.Application.Payments.Cashbox;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>An amount was chosen with a button or typed: the ways to pay it, or what is wrong with it.</summary>
/// <param name="Text">As it was typed, or as the button says it.</param>
public sealed record ChooseAmount(UserId UserId, string Text) : IRequest<AmountChoice>;

public abstract record AmountChoice
{
    /// <param name="Ways">Empty when this very amount can be paid in no way that is set up.</param>
    public sealed record Fine(Money Amount, IReadOnlyList<PaymentWay> Ways) : AmountChoice;

    public sealed record Wrong(TopUpProblem Problem, Money Min, Money Max) : AmountChoice;
}

internal sealed class ChooseAmountHandler(ITrtDb db, PaymentWays ways, IShopTerms terms) : IRequestHandler<ChooseAmount, AmountChoice>
{
    public async Task<AmountChoice> Handle(ChooseAmount request, CancellationToken token)
    {
        var topUps = terms.Current.TopUps;
        var (amount, problem) = TopUpAmount.Read(request.Text, topUps);
        if (problem is { } wrong)
        {
            return new AmountChoice.Wrong(wrong, topUps.Min, topUps.Max);
        }

        await using var work = await db.Begin(token);
        await db.DropQuestion(request.UserId, token);
        await work.Commit(token);
        return new AmountChoice.Fine(amount, ways.For(amount));
    }
}
