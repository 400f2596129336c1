using Microsoft.EntityFrameworkCore;
using Trt.Application.Drafts;
using Trt.Application.Storefront;

namespace Trt.Application.Tests.Drafts;

/// <summary>A button of years ago names a model by an id of then.</summary>
public sealed class FormerIdsTests : ShopTest
{
    [TestCase("google/veo-3.1", "veo-3-1")]
    [TestCase("google/nano-banana-pro", "nano-banana-pro")]
    [TestCase("suno/v5", "V5")]
    [Property("Case", 95)]
    public async Task It_opens_the_model_of_today_and_the_order_is_for_that(string former, string id)
    {
        var user = await Shop.NewCustomer();

        (await Shop.Send(new ShowModel(user, new(former)))).ShouldBeOfType<ModelView.Card>().Model.Id.Value.ShouldBe(id);
        (await Shop.Send(new BeginDraft(user, new(former)))).ShouldBeOfType<WizardView.Ask>();
        (await Shop.Ask(db => db.Drafts.SingleAsync(draft => draft.UserId == user))).Model.Value.ShouldBe(id);
    }

    [TestCase("sora-2-text-to-video", "kling-3.0-omni/text-to-video")]
    [TestCase("sora-2-pro-storyboard/index", "wan/3-0-video")]
    [TestCase("kling/v1-avatar-standard", "kling/ai-avatar-standard")]
    public async Task Where_the_model_is_gone_its_successor_is_offered_first(string former, string successor)
    {
        var user = await Shop.NewCustomer();

        (await Shop.Send(new BeginDraft(user, new(former)))).ShouldBeOfType<WizardView.Unavailable>()
            .Alternatives[0].Id.Value.ShouldBe(successor);
    }
}
