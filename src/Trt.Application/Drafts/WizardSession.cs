using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Where every step of the wizard happens: the draft is locked, changed and saved. The next page is laid out beside.</summary>
internal sealed class WizardSession(ITrtDb db, ICatalog catalog, WizardPages pages, ShopOptions options, TimeProvider time)
{
    /// <summary>Takes one step; what it returns tells why the same question may have to be asked again.</summary>
    public async Task<WizardView> Change(UserId user, Func<Wizard, WizardAnswer> step, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var draft = await db.LockDraft(user, token);
        var now = time.GetUtcNow();
        if (draft is null || draft.IsExpired(now))
        {
            return new WizardView.Nothing();
        }

        if (catalog.Current.Find(draft.Model) is not { } card)
        {
            return Unavailable(draft.Model, orderIsKept: false);
        }

        var wizard = !card.IsOffered && InPlaceOf(draft) is { } next
            ? Wizard.HandOver(draft, card, next, now, options.DraftLifetime)
            : Wizard.Resume(draft, card, now);
        var fallen = wizard.Card.Id == card.Id ? null : card;
        var answer = step(wizard);
        card = catalog.Current.Find(draft.Model)!;
        if (card.Id != wizard.Card.Id)
        {
            // The step itself has handed the order over.
            wizard = Wizard.Resume(draft, card, now);
        }

        draft.Touch(now, options.DraftLifetime);
        if (!card.IsOffered && !draft.IsPatient(card))
        {
            // What was just typed is kept: the model comes back, or another takes it over.
            var waiting = await pages.Waiting(wizard, token);
            await work.Commit(token);
            return Unavailable(draft.Model, orderIsKept: true) with { Waiting = waiting };
        }

        var view = answer.ShowsSettings ? new WizardView.MoreSettings(card, draft) : await pages.Due(wizard, token);
        await work.Commit(token);
        return answer.On((fallen is not null && view is WizardView.Duel duel ? duel with { Gone = [fallen, .. duel.Gone] } : view) with
        {
            Caption = WizardPages.KeptCaption(wizard),
        });
    }

    /// <summary>An order for a model that rests can be filled in as well: it says so, and waits.</summary>
    public async Task<WizardView> Begin(UserId user, ModelId model, Func<Draft, ModelCard, Wizard> begin, CancellationToken token)
    {
        if (catalog.Current.Find(model) is not { } card || !(card.IsOffered || card.IsResting))
        {
            return Unavailable(model, orderIsKept: false);
        }

        await using var work = await db.Begin(token);
        var wizard = begin(await db.OpenDraft(user, token), card);
        var view = await pages.Due(wizard, token);
        await work.Commit(token);
        return view;
    }

    /// <summary>A new order with a result in it.</summary>
    public async Task<WizardView> GoOn(UserId user, ModelCard next, NextAnswer input, CancellationToken token)
    {
        IReadOnlyList<InputProblem> problems = [];
        var view = await Begin(
            user,
            next.Id,
            (draft, card) =>
            {
                var begun = input.Value is { } value
                    ? Wizard.GoOn(draft, card, input.Field, value, time.GetUtcNow(), options.DraftLifetime)
                    : (Wizard: Wizard.Begin(draft, card, time.GetUtcNow(), options.DraftLifetime), Problems: [input.Problem!]);
                problems = begun.Problems;
                return begun.Wizard;
            },
            token);
        return WizardAnswer.From(problems).On(view);
    }

    /// <summary>A duel goes on without a model that is not sold any more.</summary>
    private ModelCard? InPlaceOf(Draft draft) =>
        draft.Rivals?.Select(rival => catalog.Current.Find(rival.Model)).FirstOrDefault(card => card is { IsOffered: true });

    public WizardView.Unavailable Unavailable(ModelId model, bool orderIsKept) =>
        new(catalog.Current.Find(model), catalog.Current.InsteadOf(model), orderIsKept);
}
