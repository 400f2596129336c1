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

        var wizard = Wizard.Resume(draft, card, now);
        var answer = step(wizard);
        draft.Touch(now, options.DraftLifetime);
        if (!card.IsOffered)
        {
            // What was just typed is kept: the model comes back, or another takes it over.
            var waiting = await pages.Waiting(wizard, token);
            await work.Commit(token);
            return Unavailable(draft.Model, orderIsKept: true) with { Waiting = waiting };
        }

        var view = answer.ShowsSettings ? new WizardView.MoreSettings(card, draft) : await pages.Due(wizard, token);
        await work.Commit(token);
        return answer.On(view with { Caption = WizardPages.KeptCaption(wizard) });
    }

    public async Task<WizardView> Begin(UserId user, ModelId model, Func<Draft, ModelCard, Wizard> begin, CancellationToken token)
    {
        if (catalog.Current.Find(model) is not { IsOffered: true } card)
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

    private WizardView.Unavailable Unavailable(ModelId model, bool orderIsKept) =>
        new(catalog.Current.Find(model), catalog.Current.InsteadOf(model), orderIsKept);
}
