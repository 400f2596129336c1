using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;

namespace Trt.Application.Drafts;

/// <summary>Lays out the page of the wizard that is due: the open question, settings that collide, or the price.</summary>
internal sealed class WizardPages(ICatalog catalog, EarlierResults earlier, OrderPrices prices, DuelOffers duels)
{
    public async Task<WizardView> Due(Wizard wizard, CancellationToken token)
    {
        if (wizard.Open is { } open)
        {
            return await Ask(wizard, open, token);
        }

        var check = wizard.Card.Inputs.Check(wizard.Draft.Values);
        if (check.IsValid)
        {
            var offer = await prices.Offer(wizard, check.Values, token);
            return wizard.Draft.Rivals is not null && offer is WizardView.Confirm confirm ? duels.Of(wizard, confirm) : offer;
        }

        return Collision(wizard, check.Problems) is { } collision ? collision : await AskAgain(wizard, check.Problems, token);
    }

    /// <summary>An order for a model that is not sold at the moment and comes back by itself; null where something is missing.</summary>
    public async Task<WizardView.Confirm?> Waiting(Wizard wizard, CancellationToken token) =>
        wizard is { Card.IsResting: true, Open: null } && wizard.Card.Inputs.Check(wizard.Draft.Values) is { IsValid: true } check
            && await prices.Offer(wizard, check.Values, token) is WizardView.Confirm { Missing.IsZero: true } confirm
            ? confirm
            : null;

    /// <summary>The words under a file that still wait for their place; ready to be taken only where they fit as they are.</summary>
    public static KeptCaption? KeptCaption(Wizard wizard) =>
        wizard.Captions is { Kept: { } words, Text: { } text, Problems: var problems }
            ? new KeptCaption(
                words, text,
                problems.Count == 0 && (wizard.Open is null || wizard.Open.Name == text.Name || wizard.Captions.IsTextWritten),
                wizard.Captions.IsTextWritten)
            : null;

    private async Task<WizardView.Ask> Ask(Wizard wizard, Field field, CancellationToken token)
    {
        var draft = wizard.Draft;
        var (step, steps) = Position(wizard, field);
        var limited = wizard.Limited(field);
        return new WizardView.Ask(wizard.Card, limited, step, steps)
        {
            Extras = [.. wizard.Extras.Select(extra => (extra, draft.MediaOf(extra).Count))],
            Media = field is MediaField media ? draft.MediaOf(media) : [],
            Texts = field is TextListField list ? draft.TextsOf(list) : [],
            Lines = field is DialogueField dialogue ? draft.LinesOf(dialogue) : [],
            Earlier = field is EarlierField results ? await earlier.Of(draft.UserId, results, token) : [],
            Sources = field is EarlierField from ? Sources(from) : [],
            Prices = await prices.ByOption(wizard, limited, token),
            PerUnit = prices.PerUnit(wizard, limited),
            CanSkip = wizard.CanSkip(field),
            IsExtra = wizard.Captions.IsTextWritten && WizardPlan.Extras(wizard.Card, draft.Values).Any(extra => extra.Name == field.Name),
            Problems = field.Name == wizard.Captions.Text?.Name ? wizard.Captions.Problems : [],
            IsEditing = wizard.IsEditing,
        };
    }

    /// <summary>Files that are asked for together are one step.</summary>
    private static (int Step, int Steps) Position(Wizard wizard, Field field)
    {
        var extras = WizardPlan.Extras(wizard.Card, wizard.Draft.Values).Select(extra => extra.Name).ToList();
        var steps = WizardPlan.Steps(wizard.Card, wizard.Draft.Values).Select(step => step.Name).Except(extras.Skip(1)).ToList();
        return (steps.IndexOf(extras.Contains(field.Name) ? extras[0] : field.Name) + 1, steps.Count);
    }

    private IReadOnlyList<ModelCard> Sources(EarlierField field) =>
        [.. field.From.Select(catalog.Current.Find).OfType<ModelCard>().Where(source => source.IsOffered)];

    /// <summary>Null when a field is wrong by itself or simply missing: then that one is asked.</summary>
    private static WizardView.Collision? Collision(Wizard wizard, IReadOnlyList<InputProblem> problems)
    {
        var inputs = wizard.Card.Inputs;
        var known = inputs.Known(wizard.Draft.Values);
        if (problems[0].Code is ProblemCode.Required or ProblemCode.UnknownField
            || problems.Select(problem => inputs.Find(problem.Field)).OfType<Field>().Any(IsWrong)
            || inputs.Rules.FirstOrDefault(rule => !rule.IsKeptBy(known)) is not { } broken)
        {
            return null;
        }

        var fields = broken.Concerns.Distinct().Select(inputs.Find).OfType<Field>().Where(field => !field.IsHidden).ToList();
        return fields.Count > 1 ? new WizardView.Collision(wizard.Card, wizard.Draft, problems[0], fields) : null;

        bool IsWrong(Field field) => known.GetValueOrDefault(field.Name) is { } value && !inputs.CheckField(field, value).IsValid;
    }

    /// <summary>A field is wrong or missing, perhaps since the card has changed: it is asked again.</summary>
    private async Task<WizardView.Ask> AskAgain(Wizard wizard, IReadOnlyList<InputProblem> problems, CancellationToken token)
    {
        var field = problems.Select(problem => wizard.Card.Inputs.Find(problem.Field)).FirstOrDefault(found => found is { IsHidden: false })
            ?? throw new InvalidOperationException($"Card {wizard.Card.Id} finds a problem that no field can solve: {problems[0]}");
        wizard.Edit(field);
        return await Ask(wizard, field, token) with { Problems = [.. problems.Where(problem => problem.Field == field.Name)] };
    }
}
