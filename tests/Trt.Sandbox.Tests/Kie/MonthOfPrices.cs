using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Costs;
using Trt.Application.Drafts;
using Trt.Application.Generations;
using Trt.Application.Later;
using Trt.Application.Ports;
using Trt.Application.Terms;
using Trt.Domain.Catalog;
using Trt.Domain.Costs;
using Trt.Domain.Generations;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Sandbox.Kie.Catalogue;
using Trt.Sandbox.Kie.Protocol;
using Trt.Testing.Shop;

namespace Trt.Sandbox.Tests.Kie;

/// <summary>
/// A month in which the provider changes its prices a thousand times, sometimes too far and sometimes in words that nobody understands,
/// while customers order. Nobody pays less than the cost that is known, unless a price was shown to them before.
/// </summary>
internal sealed class MonthOfPrices
{
    private const int Changes = 1000;
    private const int Orders = 200;

    /// <summary>So little is earned that a rise behind a shown price costs the house something.</summary>
    private static readonly PriceTerms Thin = PriceTerms.Default with { Markup = 1.2m };

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private static readonly string[] Models =
    [
        "nano-banana-pro", "nano-banana-2", "google/nano-banana", "google/imagen4", "google/imagen4-fast", "google/imagen4-ultra",
        "gpt-image-2-text-to-image", "flux-2/pro-text-to-image", "flux-2/flex-text-to-image", "wan/2-5-text-to-video",
        "kling/v2-1-master-text-to-video", "bytedance/v1-lite-text-to-video",
    ];

    private readonly KieModels _models = new();
    private readonly Random _random = new(2026);
    private readonly List<TimeSpan> _ages = [];
    private KieShelf _shelf = null!;
    private TestShop _shop = null!;
    private int _honoured;
    private int _taken;
    private int _parked;

    [Test]
    public async Task Nothing_is_sold_below_the_cost_that_is_known()
    {
        var all = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;
        await using var shop = _shop = await TestShop.Open(
            new ShopOptions { CallbackSecret = [1], Terms = new ShopTerms { Prices = Thin } },
            catalog: new ModelCatalog("month", all.Cards.Where(card => Models.Contains(card.Id.Value))));
        _shop.Catalog.Current.Cards.Count.ShouldBe(Models.Length);
        _shelf = new KieShelf(_models);
        foreach (var model in Models)
        {
            Change(model, 1);
        }

        await Play();
        _taken.ShouldBeGreaterThan(Orders / 2);
        _parked.ShouldBeGreaterThan(20);
        _honoured.ShouldBeGreaterThan(0, "no price rose behind a shown one: the month was too quiet");
        _ages.Order().ElementAt(_ages.Count * 99 / 100).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(1));
        await _shop.MoneyAgrees();
    }

    private async Task Play()
    {
        var start = _shop.Clock.GetUtcNow();
        var plan = Enumerable.Range(0, Changes).Select(_ => (At: start + Month * _random.NextDouble(), IsOrder: false))
            .Concat(Enumerable.Range(0, Orders).Select(_ => (At: start + TimeSpan.FromHours(1) + Month * _random.NextDouble(), IsOrder: true)))
            .OrderBy(step => step.At).ToList();
        var nextLook = start;
        foreach (var (at, isOrder) in plan)
        {
            nextLook = await LookUntil(at, nextLook);
            if (isOrder)
            {
                nextLook = await Order(nextLook);
            }
            else
            {
                ChangeSomething();
            }
        }
    }

    /// <summary>The standing work says itself when it comes back.</summary>
    private async Task<DateTimeOffset> LookUntil(DateTimeOffset at, DateTimeOffset nextLook)
    {
        while (nextLook <= at)
        {
            _shop.Clock.Set(Later(nextLook));
            var isAway = _random.Next(40) == 0;
            _shop.List.Instead = isAway ? new ProviderList.TryLater(null, "away") : Listed();
            var outcome = (await _shop.Send(new CatalogSync())).ShouldBeOfType<LaterOutcome.Again>();
            if (!isAway)
            {
                await SeeThatWhatIsNotUnderstoodIsParked();
                await AgreeToLeaps();
            }

            await _shop.RefreshTerms();
            nextLook = _shop.Clock.GetUtcNow() + outcome.Wait;
        }

        _shop.Clock.Set(Later(at));
        await using var scope = _shop.Scope();
        _ages.Add(_shop.Clock.GetUtcNow() - scope.ServiceProvider.GetRequiredService<CostsInUse>().Current.ListedAt!.Value);
        return nextLook;
    }

    /// <summary>A customer sees a price, thinks about it while the world moves on, and agrees.</summary>
    private async Task<DateTimeOffset> Order(DateTimeOffset nextLook)
    {
        var model = new ModelId(Models[_random.Next(Models.Length)]);
        if (!(await OnSale(model)).IsOffered)
        {
            return nextLook;
        }

        var user = await _shop.NewCustomer(90_000);
        var view = await Fill(user, model);
        if (_random.Next(2) == 0)
        {
            ChangeSomething(model.Value);
        }

        nextLook = await LookUntil(_shop.Clock.GetUtcNow() + TimeSpan.FromMinutes(_random.Next(14)), nextLook);
        var order = (await _shop.Confirm(user, view.Draft.Id)).ShouldBeOfType<ConfirmResult.Started>($"{model}: a shown price is honoured").Generation;
        order.Price.ShouldBe(view.Quote.Price);
        _taken++;
        var card = await OnSale(model);
        var credits = card.Prices.Skus.Single(sku => sku.Key == view.Quote.Sku).Credits * order.OrderedQuantity!.Value;
        if (order.Price < Thin.Cost(credits))
        {
            order.Loss.ShouldBe(BelowCost.HonouredQuote, $"{model}: below cost, and nobody knows why");
            _honoured++;
        }
        else
        {
            order.Loss.ShouldBeNull();
        }

        await _shop.Send(new CancelGeneration(user, order.Id));
        return nextLook;
    }

    /// <summary>Two answers that do not go together are answered anew.</summary>
    private async Task<WizardView.Confirm> Fill(UserId user, ModelId model)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (await Answer(user, model) is WizardView.Confirm confirm)
            {
                return confirm;
            }
        }

        throw new InvalidOperationException($"{model} cannot be ordered");
    }

    private async Task<WizardView> Answer(UserId user, ModelId model)
    {
        var view = await _shop.Send(new BeginDraft(user, model));
        while (view is WizardView.Ask ask)
        {
            view = ask.Field switch
            {
                TextField => await _shop.Send(new AnswerField(user, null, "a lighthouse")),
                ChoiceField choice => await _shop.Send(new AnswerField(user, choice.Name, choice.Choices[_random.Next(choice.Choices.Count)].Value)),
                _ => await _shop.Send(new SkipField(user)),
            };
        }

        return view;
    }

    private void ChangeSomething(string? model = null)
    {
        model ??= Models[_random.Next(Models.Length)];
        var before = _shelf.ChangeOf(model)!.Factor ?? 1;
        var move = _random.Next(12) switch
        {
            0 => 3m,
            1 => 0.2m,
            _ => 0.5m + (decimal)_random.NextDouble() * 1.05m,
        };
        // Prices do not grow into the sky: what has gone far comes back.
        var factor = before * move is > 6 or < 0.2m ? 1 : Math.Round(before * move, 3);
        Change(model, factor, _random.Next(16) == 0 ? "Depends on the mood of the day." : null);
    }

    private void Change(string model, decimal factor, string? text = null) => _shelf.Put(new ShelfChange
    {
        Model = model, Factor = factor, Text = text, Style = (PriceStyle)_random.Next(6), Mix = _random.Next(1000),
    });

    private ProviderList.Complete Listed() => new([
        .. _shelf.Listed.Where(model => Models.Contains(model.Id))
            .Select(model => new ListedModel(model.Id, PriceTag.NameOf(model), [], _shelf.PriceTextOf(model))),
    ]);

    private async Task SeeThatWhatIsNotUnderstoodIsParked()
    {
        var dark = _shelf.Changes.Where(change => change.Text is not null).Select(change => change.Model).ToList();
        var books = await _shop.Ask(db => db.ModelCosts.AsNoTracking().ToListAsync());
        foreach (var model in books)
        {
            (model.Trouble is not null).ShouldBe(dark.Contains(model.Model.Value), $"{model.Model}: {model.Trouble} {model.Text}");
        }

        _parked += dark.Count;
    }

    /// <summary>A person looks at what moved too far, sooner or later.</summary>
    private async Task AgreeToLeaps()
    {
        var asked = await _shop.Ask(db => db.ModelCosts.AsNoTracking().Where(model => model.Halt == CostHalt.Leapt && model.Trouble == null).Select(model => model.Model).ToListAsync());
        foreach (var model in asked.Where(_ => _random.Next(3) == 0))
        {
            (await _shop.Send(new AcceptCosts(model, "operator:test", "seen"))).ShouldBeOfType<CostChange.Done>();
        }
    }

    private async Task<ModelCard> OnSale(ModelId model)
    {
        await using var scope = _shop.Scope();
        return scope.ServiceProvider.GetRequiredService<ICatalog>().Current.Find(model)!;
    }

    private DateTimeOffset Later(DateTimeOffset moment) => moment > _shop.Clock.GetUtcNow() ? moment : _shop.Clock.GetUtcNow();
}
