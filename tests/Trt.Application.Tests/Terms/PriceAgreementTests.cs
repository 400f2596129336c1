using System.Globalization;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Storefront;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Terms;

/// <summary>
/// For every model that is sold, whatever the operator has set: the price on the option's button, on the confirm screen, in the order and in
/// the ledger is one number, and the card's "from" is never above it.
/// </summary>
public sealed class PriceAgreementTests
{
    private const int AttemptsMax = 20;
    private const int StepsMax = 50;

    private TestShop _shop = null!;
    private UserId _user;

    [TestCase(1)]
    [TestCase(2)]
    [Property("Case", 8)]
    public async Task One_order_has_one_price_wherever_it_is_shown(int seed)
    {
        var random = new Random(seed);
        var cards = await Cards();
        _shop = await TestShop.Open(new ShopOptions { Terms = RandomTerms(cards, random), OpenPerCustomerMax = 1000, CallbackSecret = [1] });
        await using var shop = _shop;
        _user = await _shop.NewCustomer(900_000);
        // What goes on from an earlier result needs one of those first; its whole way is walked in the stories of every model.
        foreach (var card in cards.Cards.Where(card => card.IsOffered && !card.Inputs.Fields.Any(field => field is EarlierField)))
        {
            await Walk(card.Id, random);
        }

        await _shop.MoneyAgrees();
    }

    private async Task Walk(ModelId model, Random random)
    {
        var from = (await _shop.Send(new ShowModel(_user, model))).ShouldBeOfType<ModelView.Card>().From.ShouldNotBeNull();
        var (confirm, promised) = await Fill(model, random);
        var shown = confirm.Quote.Price;
        (promised ?? shown).ShouldBe(shown, $"{model}: the button and the confirm screen");
        confirm.ListPrice.ShouldBeGreaterThanOrEqualTo(from, $"{model}: from and the confirm screen");

        var before = (await _shop.Balance(_user)).Reserved;
        var started = (await _shop.Confirm(_user, confirm.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>($"{model}");
        started.Generation.Price.ShouldBe(shown);
        ((await _shop.Balance(_user)).Reserved - before).ShouldBe(shown, $"{model}: the charge");
        (await _shop.Send(new ListGenerations(_user, 1))).Items[0].Price.ShouldBe(shown, $"{model}: the history");
        await _shop.Send(new CancelGeneration(_user, started.Generation.Id));
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task<(WizardView.Confirm Confirm, Money? Promised)> Fill(ModelId model, Random random)
    {
        // Choices taken blindly may not go together; then others are tried.
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var view = await _shop.Send(new BeginDraft(_user, model));
            Money? promised = null;
            for (var step = 0; step < StepsMax && view is WizardView.Ask ask; step++)
            {
                (view, promised) = await Answer(ask, random, promised);
            }

            if (view is WizardView.Confirm confirm)
            {
                return (confirm, promised);
            }
        }

        throw new AssertionException($"{model} could not be filled in");
    }

    /// <summary>A button's price is a promise as long as no later question changes it.</summary>
    private async Task<(WizardView View, Money? Promised)> Answer(WizardView.Ask ask, Random random, Money? promised)
    {
        switch (ask.Field)
        {
            case ChoiceField choice:
                var option = choice.Choices[random.Next(choice.Choices.Count)];
                return (await _shop.Send(new AnswerField(_user, choice.Name, option.Token)), Promise(option.Value));
            case FlagField flag:
                var yes = random.Next(2) == 0 ? "true" : "false";
                return (await _shop.Send(new AnswerField(_user, flag.Name, yes)), Promise(yes));
            case NumberField number:
                var few = FewNumbers.Of(number);
                var value = few.Count > 0 ? few[random.Next(few.Count)] : number.Min;
                var text = value.ToString(CultureInfo.InvariantCulture);
                return (await _shop.Send(new AnswerField(_user, few.Count > 0 ? number.Name : null, text)), Promise(text));
            case MediaField media when ask.Media.Count >= Math.Max(1, media.ItemsMin):
                return (await _shop.Send(new FinishFiles(_user, StartOver: false)), null);
            case MediaField { IsRequired: false } when ask.CanSkip:
                return (await _shop.Send(new SkipField(_user)), null);
            case MediaField media:
                return (await Add(ask.Card, media, Sample(media, ask.Media.Count)), null);
            case TextListField when ask.Texts.Count > 0:
                return (await _shop.Send(new FinishFiles(_user, StartOver: false)), null);
            case TextListField list:
                return (await _shop.Send(new AnswerField(_user, null, string.Join('\n', Enumerable.Repeat("a line", Math.Max(1, list.ItemsMin))))), null);
            case DialogueField dialogue when ask.Lines is [.., { Voice: null }]:
                return (await _shop.Send(new AnswerField(_user, dialogue.Name, dialogue.Voices[0].Token)), null);
            case DialogueField when ask.Lines.Count > 0:
                return (await _shop.Send(new FinishFiles(_user, StartOver: false)), null);
            case DialogueField:
                return (await _shop.Send(new AnswerField(_user, null, "Good evening.")), null);
            case TextField words:
                return (await _shop.Send(new AnswerField(_user, null, new string('x', Math.Max(1, words.LengthMin)))), null);
            default:
                throw new InvalidOperationException($"No answer to {ask.Field.GetType().Name}");
        }

        Money? Promise(string key) => ask.Prices.TryGetValue(key, out var price) ? price : ask.Card.Prices.DependsOn(ask.Field.Name) ? null : promised;
    }

    /// <summary>As if it had been measured: here only the price matters.</summary>
    private async Task<WizardView> Add(ModelCard card, MediaField media, MediaItem item)
    {
        await _shop.Ask(async db =>
        {
            await using var work = await db.Begin(default);
            var wizard = Wizard.Resume((await db.LockDraft(_user, default))!, card, _shop.Clock.GetUtcNow());
            wizard.Files.Add(media, item).ShouldBeEmpty($"{card.Id}");
            await work.Commit(default);
            return 0;
        });
        return await _shop.Send(new ShowDraft(_user));
    }

    private static MediaItem Sample(MediaField media, int number) => new()
    {
        FileId = $"file-{number}",
        FileUniqueId = $"unique-{number}",
        Kind = media.Kind,
        MimeType = media.MimeTypes[0],
        Bytes = 1000,
        Width = Math.Max(media.SideMin ?? 0, 1024),
        Height = Math.Max(media.SideMin ?? 0, 1024),
        DurationSeconds = Math.Max(media.DurationSecondsMin ?? 0, 5),
    };

    private static async Task<ModelCatalog> Cards()
    {
        await using var shop = await TestShop.Open();
        return shop.Catalog.Current;
    }

    private static ShopTerms RandomTerms(ModelCatalog cards, Random random)
    {
        var lines = cards.Cards.SelectMany(card => card.Prices.Skus.Select(sku => new SkuId(card.Id, sku.Key))).ToList();
        return new ShopTerms
        {
            Prices = new PriceTerms(random.Next(5000, 20_000) / 100m, 0.005m, random.Next(100, 500) / 100m),
            OwnPrices = lines.Where(_ => random.Next(3) == 0).ToDictionary(line => line, _ => new Money(random.Next(1, 5000))),
            Free = new FreeTerms
            {
                PerDay = random.Next(40),
                Items = [.. lines.Where(_ => random.Next(5) == 0).Select(line => new FreeItem(line.Model, random.Next(2) == 0 ? line.Sku : null))],
            },
        };
    }
}
