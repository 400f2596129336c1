using Trt.Api.Bot.Routes;
using Trt.Api.Bot.Texts;
using Trt.Application.Finding;
using Trt.Application.Storefront;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Api.Bot.Screens;

/// <summary>What can be made of words and files: at most three models, each a tap away from its price card.</summary>
internal static class ProposalScreen
{
    private const int WordsShown = 160;

    public static Screen Render(Language l, HeardView.Proposed view)
    {
        if (view.IsUnheard && view.Proposals.All(proposal => proposal.Job != Job.TranscribeSpeech))
        {
            return new Screen(FindTexts.WriteInstead(l), Buttons(l, view));
        }

        if (view.Proposals.Count == 0)
        {
            return MenuScreen.Aside(l, FindTexts.NobodyDoes(l), orderWaits: false);
        }

        var several = view.Proposals.Select(proposal => proposal.Job).Distinct().Count() > 1;
        return new Screen(
            Html.Paragraphs(
                several ? FindTexts.ChooseJob(l) : WizardTexts.Label(FindTexts.Label(l, view.Proposals[0].Job)),
                Html.Lines(
                    view.Kept.Text is { } text ? FindTexts.Quoted(l, Words.Shorten(text, WordsShown)) : Html.Empty,
                    FindTexts.Settings(l, view.Wish.Options, FilesGiven.Of(view.Kept.Items))),
                view.IsUnheard ? FindTexts.ListenFirst(l) : Html.Empty,
                Html.Lines([.. view.Proposals.Select(proposal =>
                    FindTexts.Line(proposal.Offer.Card.Title.In(l), proposal.Offer.Card.Benefit.In(l)))]),
                FindTexts.Why(l, view),
                view.Proposals.Any(proposal => proposal.Offer.IsFreeNow) ? FreeTexts.Left(l, view.Free, view.FreePerDay) : Html.Empty,
                several ? FindTexts.OrWrite(l) : Missing(l, view)),
            Buttons(l, view));
    }

    private static Keyboard Buttons(Language l, HeardView.Proposed view)
    {
        var several = view.Proposals.Select(proposal => proposal.Job).Distinct().Count() > 1;
        var keyboard = new Keyboard();
        foreach (var (job, offer) in view.Proposals)
        {
            var name = several ? $"{FindTexts.Label(l, job)} · {offer.Card.Title.In(l)}" : offer.Card.Title.In(l);
            keyboard.Row(new TakeWishRoute(view.Kept.Number, offer.Card.Id).Button($"{name} · {Price(l, offer)}"));
        }

        return keyboard
            .Row(!several && view.Proposals.Count > 1
                ? new DuelOfWishRoute(view.Kept.Number, view.Lean).Button(DuelTexts.CompareAll(l, view.Proposals.Count))
                : null)
            .Row(
                !view.HasChoice || view.Lean == Lean.Cheaper ? null : new WishRoute(view.Kept.Number, Lean.Cheaper)
                    .Button(FindTexts.Cheaper(l)),
                !view.HasChoice || view.Lean == Lean.Better ? null : new WishRoute(view.Kept.Number, Lean.Better)
                    .Button(FindTexts.Better(l)))
            .Row(
                view.Proposals.Count > 0 && !several ? new ModelsOfTypeRoute(view.Proposals[0].Offer.Card.Type)
                    .Button(FindTexts.AllOfKind(l)) : null,
                new MainMenuRoute().Button(MenuTexts.Menu(l)));
    }

    public static string Price(Language l, ModelOffer offer) =>
        offer.IsFreeNow ? FreeTexts.Tag(l)
        : offer.Usual is { } order ? PriceTexts.Order(l, offer.Card.Prices.Unit, order)
        : ModelScreens.Price(l, offer);

    /// <summary>What the first of them needs and nobody has sent yet.</summary>
    private static Html Missing(Language l, HeardView.Proposed view)
    {
        var card = view.Proposals[0].Offer.Card;
        var values = WishFill.Of(card, view.Wish, view.Kept.Items);
        return WizardPlan.Steps(card, values).OfType<MediaField>()
            .FirstOrDefault(field => field.IsRequired && !values.ContainsKey(field.Name)) is { } missing
            ? FindTexts.SendNow(l, missing.Kind)
            : Html.Empty;
    }
}
