using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Trt.Application.Ports;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>The customer says what they look for among their own orders; the pages of the history go by it from now on.</summary>
public sealed record SearchHistory(UserId UserId, string Words) : IRequest;

internal sealed class SearchHistoryHandler(ITrtDb db) : AsyncRequestHandler<SearchHistory>
{
    protected override async Task Handle(SearchHistory request, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var user = await db.Users.FirstAsync(found => found.Id == request.UserId, token);
        user.SearchFor(request.Words.Trim());
        await db.DropQuestion(request.UserId, token);
        await work.Commit(token);
    }
}

internal sealed class SearchHistoryValidator : AbstractValidator<SearchHistory>
{
    public SearchHistoryValidator() => RuleFor(request => request.Words).NotEmpty();
}
