using FluentValidation;
using Trt.Domain.BackOffice;

namespace Trt.Application.BackOffice.Adjustments;

/// <summary>The bounds of every amount that an operator books, from the chat as from the console.</summary>
internal static class AmountRule
{
    public static IRuleBuilderOptions<T, long> MayBeBooked<T>(this IRuleBuilder<T, long> kopecks) => kopecks
        .Must(amount => AdjustmentAmount.Check(amount) is not AdjustmentProblem.Zero).WithMessage("The amount must not be zero.")
        .Must(amount => AdjustmentAmount.Check(amount) is not AdjustmentProblem.TooLarge).WithMessage(
            "The amount must be at most 1 000 000 ₽.");
}
