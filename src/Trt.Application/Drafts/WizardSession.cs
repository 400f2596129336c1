using System.Globalization;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Application.Wallets;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Free;
using Trt.Domain.Shared;

namespace Trt.Application.Drafts;

/// <summary>Where every step of the wizard happens: the draft is locked, changed, saved, and the next view is laid out.</summary>
internal sealed class WizardSession(
    ITrtDb db, ICatalog catalog, FundsReader funds, EarlierResults earlier, IShopTerms terms, ShopOptions options, TimeProvider time)
{
    /// <summary>Changes the draft; what the change returns tells why the same question may have to be asked again.</summary>
    public async Task<WizardView> Change(UserId user, Func<Draft, ModelCard, WizardAnswer> change, CancellationToken token)
    {
        await using var work = await db.Begin(token);
        var draft = await db.LockDraft(user, token);
        var now = time.GetUtcNow();
        if (draft is null || draft.IsExpired(now))
        {
            return new WizardView.Nothing();
        }

        if (catalog.Current.Find(draft.Model) is not { IsOffered: true } card)
        {
            return Unavailable(draft.Model);
        }

        draft.Fit(card, now);
        var answer = change(draft, card);
        draft.Touch(now, options.DraftLifetime);
        WizardView view = answer.ShowsSettings ? new WizardView.MoreSettings(card, draft) : await View(draft, card, token);
        await work.Commit(token);
        view = view with { Remark = answer.Remark, Taken = answer.Taken, Sent = answer.Sent, Caption = Kept(draft, card) };
        return view is WizardView.Ask ask
            ? ask with { Problems = answer.Problems.Count > 0 ? answer.Problems : ask.Problems, Found = answer.Found }
            : view;
    }

    public async Task<WizardView> Begin(UserId user, ModelId model, Action<Draft, ModelCard> begin, CancellationToken token)
    {
        if (catalog.Current.Find(model) is not { IsOffered: true } card)
        {
            return Unavailable(model);
        }

        await using var work = await db.Begin(token);
        var draft = await db.OpenDraft(user, token);
        begin(draft, card);
        var view = await View(draft, card, token);
        await work.Commit(token);
        return view;
    }

    /// <summary>The view that is due now. On the confirm screen the price is agreed: what is shown is the most that will be taken.</summary>
    public async Task<WizardView> View(Draft draft, ModelCard card, CancellationToken token)
    {
        if (draft.Asking is { } asking && card.Inputs.Find(asking) is { } field)
        {
            return await Complete(Ask(draft, card, field), draft, token);
        }

        var check = card.Inputs.Check(draft.Values);
        if (!check.IsValid)
        {
            return (WizardView?)Collision(draft, card, check.Problems) ?? await Complete(AskAgain(draft, card, check.Problems), draft, token);
        }

        if (card.Prices.Quote(check.Values, terms.Current.Prices) is not { } quote)
        {
            return new WizardView.Unpriced(card, draft);
        }

        var money = await funds.Read(draft.UserId, token);
        var free = card.FreeFrom(quote.Sku, money.Free);
        draft.Offer(new DraftQuote(
            free is null ? quote.Price : Money.Zero,
            quote.Sku,
            catalog.Current.Version,
            time.GetUtcNow() + options.QuoteLifetime,
            IsFromBank: free == FreeSource.Bank));
        return new WizardView.Confirm(card, draft, draft.Quote!, quote.Price, money, terms.Current.Free.PerDay);
    }

    public WizardView Unavailable(ModelId model) => new WizardView.Unavailable(catalog.Current.InsteadOf(model));

    /// <summary>Null when a field is wrong by itself or simply missing: then that one is asked.</summary>
    private static WizardView.Collision? Collision(Draft draft, ModelCard card, IReadOnlyList<InputProblem> problems)
    {
        var known = card.Inputs.Known(draft.Values);
        if (problems[0].Code is ProblemCode.Required or ProblemCode.UnknownField
            || problems.Any(problem => card.Inputs.Find(problem.Field) is { } field && known.GetValueOrDefault(field.Name) is { } value && !card.Inputs.CheckField(field, value).IsValid)
            || card.Inputs.Rules.FirstOrDefault(rule => !rule.IsKeptBy(known)) is not { } broken)
        {
            return null;
        }

        var fields = broken.Concerns.Distinct().Select(card.Inputs.Find).OfType<Field>().Where(field => !field.IsHidden).ToList();
        return fields.Count > 1 ? new WizardView.Collision(card, draft, problems[0], fields) : null;
    }

    /// <summary>A field is wrong or missing, perhaps since the card has changed: it is asked again.</summary>
    private WizardView.Ask AskAgain(Draft draft, ModelCard card, IReadOnlyList<InputProblem> problems)
    {
        var field = problems.Select(problem => card.Inputs.Find(problem.Field)).FirstOrDefault(found => found is { IsHidden: false })
            ?? throw new InvalidOperationException($"Card {card.Id} finds a problem that no field can solve: {problems[0]}");
        draft.Edit(field);
        return Ask(draft, card, field) with { Problems = [.. problems.Where(problem => problem.Field == field.Name)] };
    }

    private WizardView.Ask Ask(Draft draft, ModelCard card, Field field)
    {
        var steps = WizardPlan.Steps(card, draft.Values);
        var position = steps.Select(step => step.Name).ToList().IndexOf(field.Name);
        return new WizardView.Ask(card, draft.Limited(card, field), position + 1, steps.Count)
        {
            Media = field is MediaField media ? draft.MediaOf(media) : [],
            Texts = field is TextListField list ? draft.TextsOf(list) : [],
            Sources = field is EarlierField from ? [.. from.From.Select(catalog.Current.Find).OfType<ModelCard>().Where(source => source.IsOffered)] : [],
            Lines = field is DialogueField dialogue ? draft.LinesOf(dialogue) : [],
            CanSkip = draft.CanSkip(card, field),
            Problems = draft.Asking == WizardPlan.CaptionField(card)?.Name ? draft.CaptionProblems(card) : [],
            IsEditing = draft.IsEditing,
        };
    }

    /// <summary>The words under a file that still wait for their place; ready to be taken only where they fit as they are.</summary>
    private static KeptCaption? Kept(Draft draft, ModelCard card) =>
        draft.Caption is { } words && WizardPlan.CaptionField(card) is { } field
            ? new KeptCaption(words, field, draft.CaptionProblems(card).Count == 0 && (draft.Asking is null || draft.Asking == field.Name))
            : null;

    /// <summary>What each option would lead to on the confirm screen, where it makes a difference.</summary>
    private async Task<WizardView.Ask> Complete(WizardView.Ask ask, Draft draft, CancellationToken token)
    {
        if (ask.Field is EarlierField results)
        {
            return ask with { Earlier = await earlier.Of(draft.UserId, results, token) };
        }

        return ask.Card.Prices.DependsOn(ask.Field.Name)
            ? ask with { Prices = PricesOf(draft, ask.Card, ask.Field, ask.Card.IsFree ? (await funds.Read(draft.UserId, token)).Free : FreeRoom.None) }
            : ask;
    }

    private Dictionary<string, Money> PricesOf(Draft draft, ModelCard card, Field field, FreeRoom room)
    {
        var known = card.Inputs.Known(draft.Values).ToDictionary(StringComparer.Ordinal);
        IEnumerable<(string Key, InputValue Value)> options = field switch
        {
            ChoiceField choice => choice.Choices.Select(option => (option.Value, (InputValue)new TextValue(option.Value))),
            FlagField => [("true", new FlagValue(true)), ("false", new FlagValue(false))],
            NumberField few => FewNumbers.Of(few).Select(number => (number.ToString(CultureInfo.InvariantCulture), (InputValue)new NumberValue(number))),
            _ => [],
        };

        var prices = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var (key, value) in options)
        {
            known[field.Name] = value;
            if (card.Prices.Quote(known, terms.Current.Prices) is { } quote)
            {
                prices[key] = card.FreeFrom(quote.Sku, room) is null ? quote.Price : Money.Zero;
            }
        }

        return prices;
    }
}

/// <summary>How a step went.</summary>
internal readonly record struct WizardAnswer(WizardRemark Remark, IReadOnlyList<InputProblem> Problems, bool ShowsSettings = false)
{
    /// <summary>What a search among many choices has found.</summary>
    public IReadOnlyList<Choice>? Found { get; init; }

    /// <summary>How many files of an album found a place.</summary>
    public int Taken { get; init; }

    /// <summary>How many it had.</summary>
    public int Sent { get; init; }

    public static readonly WizardAnswer Fine = new(WizardRemark.None, []);

    public static implicit operator WizardAnswer(WizardRemark remark) => new(remark, []);

    public static WizardAnswer From(IReadOnlyList<InputProblem> problems) => new(WizardRemark.None, problems);
}
