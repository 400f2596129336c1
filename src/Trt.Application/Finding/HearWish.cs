using FluentValidation;
using MediatR;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>Somebody writes or sends something outside an order: what can be made of it is proposed. Nothing is ordered.</summary>
public sealed record HearWish(UserId UserId, string? Text, GivenFile? File = null, string? AlbumId = null) : IRequest<HeardView>;

internal sealed class HearWishHandler(IWishReader reader, WishBook book, Proposals proposals, ModelSearch search)
    : IRequestHandler<HearWish, HeardView>
{
    public async Task<HeardView> Handle(HearWish request, CancellationToken token)
    {
        if (request.File?.Item.Bytes > AddFile.BytesMax)
        {
            return new HeardView.TooLarge();
        }

        var alone = await reader.Read(request.Text, FilesGiven.None, token);
        if (request.File is null && alone is Reading.Said { Talk: var talk })
        {
            return new HeardView.Said(talk);
        }

        var kept = await book.Keep(request.UserId, request.Text, request.File, request.AlbumId, _ => !MakesAnew(alone), token);
        return await reader.Read(kept.Text, FilesGiven.Of(kept.Items), token) switch
        {
            Reading.Wanted { Wish: var wish } => await proposals.Of(kept, wish, wish.Lean, token),
            Reading.Said said => new HeardView.Said(said.Talk),
            _ => new HeardView.Found(await search.Page(kept, 1, token)),
        };
    }

    /// <summary>These words ask for something that the files before them are not for.</summary>
    private static bool MakesAnew(Reading alone) =>
        alone is Reading.Wanted { Wish: { IsSure: true, Description: not null, Jobs: [var job, ..] } }
        && job is Job.DrawImage or Job.FilmFromText or Job.MakeSong or Job.WriteLyrics or Job.SpeakText or Job.MakeSound;
}

internal sealed class HearWishValidator : AbstractValidator<HearWish>
{
    public HearWishValidator() => RuleFor(request => request.AlbumId).MaximumLength(64);
}
