using MediatR;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>The same wish with cheaper or better models.</summary>
public sealed record ShowWish(UserId UserId, int Number, Lean Lean) : IRequest<HeardView>;

internal sealed class ShowWishHandler(IWishReader reader, WishBook book, Proposals proposals) : IRequestHandler<ShowWish, HeardView>
{
    public async Task<HeardView> Handle(ShowWish request, CancellationToken token) =>
        await book.Find(request.UserId, request.Number, token) is { } kept
        && await reader.Read(kept.Text, FilesGiven.Of(kept.Items), token) is Reading.Wanted { Wish: var wish }
            ? await proposals.Of(kept, wish, request.Lean, token)
            : new HeardView.Forgotten();
}
