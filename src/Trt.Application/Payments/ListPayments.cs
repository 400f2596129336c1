using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Application.Payments;

/// <summary>Payments for an operator's eyes, newest first.</summary>
/// <param name="Customer">Null = of everybody.</param>
/// <param name="Status">Null = in any state.</param>
public sealed record ListPayments(UserId? Customer, PaymentStatus? Status, int Count) : IRequest<IReadOnlyList<Payment>>;

internal sealed class ListPaymentsHandler(ITrtDb db) : IRequestHandler<ListPayments, IReadOnlyList<Payment>>
{
    public async Task<IReadOnlyList<Payment>> Handle(ListPayments request, CancellationToken token)
    {
        var payments = db.Payments.AsNoTracking();
        if (request.Customer is { } customer)
        {
            payments = payments.Where(payment => payment.UserId == customer);
        }

        if (request.Status is { } status)
        {
            payments = payments.Where(payment => payment.Status == status);
        }

        return await payments.OrderByDescending(payment => payment.CreatedAt).Take(request.Count).ToListAsync(token);
    }
}

internal sealed class ListPaymentsValidator : AbstractValidator<ListPayments>
{
    public ListPaymentsValidator() => RuleFor(request => request.Count).InclusiveBetween(1, 10_000);
}
