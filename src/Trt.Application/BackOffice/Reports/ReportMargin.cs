using FluentValidation;
using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;

namespace Trt.Application.BackOffice.Reports;

/// <summary>What each model brought on each day, and what it cost; the newest day first.</summary>
/// <param name="Days">Today and the days before it.</param>
public sealed record ReportMargin(int Days = 7) : IRequest<IReadOnlyList<MarginFigure>>;

internal sealed class ReportMarginHandler(IReports reports, ShopOptions options, TimeProvider time)
    : IRequestHandler<ReportMargin, IReadOnlyList<MarginFigure>>
{
    public Task<IReadOnlyList<MarginFigure>> Handle(ReportMargin request, CancellationToken token) =>
        reports.Margins(options.StartOf(options.DayOf(time.GetUtcNow()).AddDays(1 - request.Days)), options.DayOffset, token);
}

internal sealed class ReportMarginValidator : AbstractValidator<ReportMargin>
{
    public ReportMarginValidator() =>
        RuleFor(request => request.Days).InclusiveBetween(1, 366).WithMessage("Between 1 and 366 days can be shown.");
}
