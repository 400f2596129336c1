using MediatR;
using Trt.Application.Drafts;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Finding;

/// <summary>One of the proposed models is chosen: an order with everything that was said and sent already filled in.</summary>
/// <param name="Rivals">Others that are to make the same beside it; null for an order with this one alone.</param>
public sealed record TakeWish(UserId UserId, int Number, ModelId Model, IReadOnlyList<ModelId>? Rivals = null) : IRequest<WizardView>;

internal sealed class TakeWishHandler(WishBook book, WishFiles files, WizardSession session, OrderStart start)
    : IRequestHandler<TakeWish, WizardView>
{
    public async Task<WizardView> Handle(TakeWish request, CancellationToken token)
    {
        if (await book.Find(request.UserId, request.Number, token) is not { } kept)
        {
            return new WizardView.Nothing();
        }

        var wish = await start.Read(kept, token);
        var brought = await files.Measure(kept, request.Model, token);
        var view = await session.Begin(
            request.UserId,
            request.Model,
            (draft, card) =>
            {
                kept.Take();
                var wizard = start.Fill(draft, card, wish, brought.Items);
                draft.AskIn(request.Rivals is null ? kept.AskedIn : null);
                if (request.Rivals is { } rivals)
                {
                    draft.Compare(rivals);
                }

                return wizard;
            },
            token);
        return view is WizardView.Ask ask && brought.Problem is { } problem
            ? ask with { Problems = [problem with { Field = ask.Field.Name }] } : view;
    }
}

/// <summary>What a kept wish means, and the order that it begins.</summary>
internal sealed class OrderStart(IWishReader reader, ShopOptions options, TimeProvider time)
{
    public async ValueTask<Wish> Read(KeptWish kept, CancellationToken token) =>
        await reader.Read(kept.Text, FilesGiven.Of(kept.Items), token) is Reading.Wanted { Wish: var wish }
            ? wish
            : new Wish([], IsSure: false) { Description = kept.Text };

    public Wizard Fill(Draft draft, ModelCard card, Wish wish, IReadOnlyList<MediaItem> items) =>
        Wizard.BeginFilled(draft, card, WishFill.Of(card, wish, items), wish.Description, time.GetUtcNow(), options.DraftLifetime);
}

/// <summary>The files of a wish, measured for the model that is to take them.</summary>
internal sealed class WishFiles(ICatalog catalog, FileCheck check)
{
    public async Task<(IReadOnlyList<MediaItem> Items, InputProblem? Problem)> Measure(KeptWish kept, ModelId model,
        CancellationToken token)
    {
        List<MediaItem> items = [];
        InputProblem? problem = null;
        if (catalog.Current.Find(model) is not { } card)
        {
            return (items, problem);
        }

        foreach (var file in kept.Files)
        {
            if (WishFill.Takers(card).FirstOrDefault(field => field.Kind == file.Item.Kind) is not { } field)
            {
                continue;
            }

            var looked = await check.Look(file, card, field, token);
            problem ??= looked.Problem
                ?? (card.Inputs.CheckField(field with { ItemsMin = 1 }, new MediaValue([looked.Item])).Problems is [var first, ..] ? first
                    : null);
            if (looked.Problem is null)
            {
                items.Add(looked.Item);
            }
        }

        return (items, problem);
    }
}
