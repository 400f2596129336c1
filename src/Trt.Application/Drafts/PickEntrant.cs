using MediatR;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>A model joins the duel, or leaves it. When the order's own one leaves, the next one takes the order over.</summary>
/// <param name="Model">The key of the model.</param>
/// <param name="IsIn">As the button said, so that a second press does not undo the first.</param>
public sealed record PickEntrant(UserId UserId, string Model, bool IsIn) : IRequest<WizardView>;

internal sealed class PickEntrantHandler(WizardSession session, ICatalog catalog, ShopOptions options, TimeProvider time)
    : IRequestHandler<PickEntrant, WizardView>
{
    public Task<WizardView> Handle(PickEntrant request, CancellationToken token)
    {
        var picked = catalog.Current.FindByKey(request.Model);
        return session.Change(
            request.UserId,
            wizard =>
            {
                if (picked is null || wizard.Draft.Rivals is not { } rivals)
                {
                    return WizardRemark.OldButton;
                }

                Pick(wizard, [.. rivals.Select(rival => rival.Model)], picked, request.IsIn);
                return WizardAnswer.Fine;
            },
            token);
    }

    private void Pick(Wizard wizard, IReadOnlyList<ModelId> rivals, ModelCard picked, bool isIn)
    {
        if (picked.Id != wizard.Card.Id)
        {
            wizard.Draft.Compare(isIn ? [.. rivals, picked.Id] : rivals.Where(model => model != picked.Id));
        }
        else if (!isIn && rivals.Select(catalog.Current.Find).FirstOrDefault(card => card is { IsOffered: true }) is { } next)
        {
            Wizard.HandOver(wizard.Draft, wizard.Card, next, time.GetUtcNow(), options.DraftLifetime);
        }
    }
}
