using FluentValidation;
using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>Somebody looks for a model by a word. What is no model but a wish is taken as one.</summary>
public sealed record FindModels(UserId UserId, string Text) : IRequest<HeardView>;

internal sealed class FindModelsHandler(IWishReader reader, WishBook book, ModelSearch search, Proposals proposals)
    : IRequestHandler<FindModels, HeardView>
{
    public async Task<HeardView> Handle(FindModels request, CancellationToken token)
    {
        var kept = await book.Keep(request.UserId, request.Text, file: null, albumId: null, _ => false, token);
        var found = await search.Page(kept, 1, token);
        return found.Total == 0 && await reader.Read(request.Text, FilesGiven.None, token) is Reading.Wanted { Wish: { IsSure: true } wish }
            ? await proposals.Of(kept, wish, wish.Lean, token)
            : new HeardView.Found(found);
    }
}

internal sealed class FindModelsValidator : AbstractValidator<FindModels>
{
    public FindModelsValidator() => RuleFor(request => request.Text).NotEmpty();
}

/// <summary>Another page of what was found.</summary>
public sealed record ShowFound(UserId UserId, int Number, int Page) : IRequest<HeardView>;

internal sealed class ShowFoundHandler(WishBook book, ModelSearch search) : IRequestHandler<ShowFound, HeardView>
{
    public async Task<HeardView> Handle(ShowFound request, CancellationToken token) =>
        await book.Find(request.UserId, request.Number, token) is { } kept
            ? new HeardView.Found(await search.Page(kept, request.Page, token))
            : new HeardView.Forgotten();
}
