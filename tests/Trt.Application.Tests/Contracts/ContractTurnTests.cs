using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Contracts;
using Trt.Application.Ports;
using Trt.Application.Tests.Costs;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Contracts;

/// <summary>The provider's schemas are looked at in turns; what breaks orders stops sale until a person or the provider says otherwise.</summary>
public sealed class ContractTurnTests : ShopTest
{
    private static readonly ModelId Picture = new(PriceLists.Picture);

    protected override Task<TestShop> OpenShop() => PriceLists.Open();

    [Test]
    public async Task Every_model_has_its_turn_before_one_is_asked_again()
    {
        Shop.Contracts.Answer = Read("1");

        for (var turn = 0; turn < 13; turn++)
        {
            await Turn();
        }

        Shop.Contracts.Asked.Take(12).Distinct().Count().ShouldBe(12);
        Shop.Contracts.Asked[12].ShouldBe(Shop.Contracts.Asked[0]);
        (await Shop.Send(new ListContracts())).Count.ShouldBe(12);
    }

    [Test]
    public async Task A_change_that_breaks_orders_stops_sale_tells_once_and_ends_with_the_change()
    {
        await Look(Read("1"));
        IsOffered().ShouldBeTrue();

        await Look(Read("2", "style: nothing, not choice"));
        await Look(Read("2", "style: nothing, not choice"));

        IsOffered().ShouldBeFalse();
        Offered().StatusReason.ShouldBe("the provider has changed it: style: nothing, not choice");
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.ModelChanged>().ShouldSatisfyAllConditions(
            changed => changed.Model.ShouldBe(new ModelId("nano-banana-pro")), changed => changed.IsStopped.ShouldBeTrue());

        await Look(Read("1"));

        IsOffered().ShouldBeTrue();
    }

    [Test]
    public async Task A_person_may_sell_it_as_it_is_now()
    {
        await Look(Read("1"));
        await Look(Read("2", "style: nothing, not choice"));

        (await Shop.Send(new AcceptContract(Picture, "operator:1", "the provider takes it without"))).ShouldBe(AcceptContractOutcome.Accepted);

        IsOffered().ShouldBeTrue();
        await Look(Read("3", "style: nothing, not choice"));
        IsOffered().ShouldBeTrue("the same difference has been accepted");
        await Look(Read("4", "style: nothing, not choice", "prompt: text, not objects"));
        IsOffered().ShouldBeFalse();
        (await Shop.Send(new AcceptContract(new ModelId("nothing"), "operator:1", "x"))).ShouldBe(AcceptContractOutcome.NothingToAccept);
    }

    [Test]
    public async Task The_first_look_tells_and_does_not_close_a_card_that_has_been_selling()
    {
        await Look(Read("1", "style: nothing, not choice"));

        IsOffered().ShouldBeTrue();
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldHaveSingleItem().ShouldBeOfType<Matter.ModelChanged>().IsStopped.ShouldBeFalse();
    }

    [Test]
    public async Task Safe_changes_are_listed_and_nothing_more()
    {
        await Look(Read("1"));
        await Look(new ContractReading.Read("2", [], ["prompt.max: 20000, not 30000"]));

        IsOffered().ShouldBeTrue();
        (await Shop.Send(new ListContracts())).Single(contract => contract.Model == Picture).Safe.ShouldBe(["prompt.max: 20000, not 30000"]);
        await Shop.HearAlerts();
        Shop.Mail.Alerts.ShouldBeEmpty();
    }

    [Test]
    public async Task A_provider_that_is_away_changes_nothing()
    {
        await Look(Read("1"));
        await Look(Read("2", "style: nothing, not choice"));

        await Look(new ContractReading.Unreadable("no schema is shown"));
        await Look(new ContractReading.TryLater(TimeSpan.FromSeconds(5), "too fast"));

        IsOffered().ShouldBeFalse();
        (await Shop.Send(new ListContracts())).Single(contract => contract.Model == Picture).Trouble.ShouldBe("no schema is shown");
    }

    private static ContractReading.Read Read(string fingerprint, params string[] breaking) => new(fingerprint, breaking, []);

    private ModelCard Offered()
    {
        using var scope = Shop.Scope();
        return scope.ServiceProvider.GetRequiredService<ICatalog>().Current.Find(Picture)!;
    }

    private bool IsOffered() => Offered().IsOffered;

    /// <summary>Turns until the picture has had this answer; the others agree with their cards.</summary>
    private async Task Look(ContractReading answer)
    {
        Shop.Contracts.Of[Picture.Value] = answer;
        Shop.Contracts.Answer = Read("1");
        var before = Shop.Contracts.Asked.Count(model => model == Picture.Value);
        while (Shop.Contracts.Asked.Count(model => model == Picture.Value) == before)
        {
            await Turn();
        }
    }

    private async Task Turn()
    {
        Shop.Clock.Advance(TimeSpan.FromMinutes(6));
        await Shop.Send(new ContractTurn());
    }
}
