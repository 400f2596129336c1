using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog.Reports;

namespace Trt.Infrastructure.Tests.Catalog.Reports;

public sealed class OrderInquiryTests
{
    [Test]
    public void An_order_is_shown_as_the_provider_would_get_it()
    {
        var order = Ask("nano-banana-pro", "prompt=a fox", "resolution=4k", "image_input=2");

        order.IsAnswered.ShouldBeTrue(order.Text);
        order.Text.ShouldBe("""
            POST /api/v1/jobs/createTask
            {
              "model": "nano-banana-pro",
              "input": {
                "prompt": "a fox",
                "image_input": [
                  "https://example.com/image_input-1.jpeg",
                  "https://example.com/image_input-2.jpeg"
                ],
                "resolution": "4K",
                "aspect_ratio": "1:1",
                "output_format": "png"
              }
            }
            """);
    }

    [TestCase("veo3_fast", "/api/v1/veo/generate", "prompt=waves")]
    [TestCase("V5", "/api/v1/generate", "prompt=a lullaby", "callBackUrl")]
    [TestCase("suno/wav", "/api/v1/wav/generate", "taskId=abc/track-2", "\"audioId\": \"track-2\"")]
    public void Every_door_is_named_with_its_own_form(string model, string door, string input, string? holds = null)
    {
        var order = Ask(model, input);

        order.IsAnswered.ShouldBeTrue(order.Text);
        order.Text.ShouldStartWith($"POST {door}\n");
        order.Text.ShouldContain(holds ?? input.Split('=')[1]);
    }

    [TestCase("prompt", "\"prompt\" is not key=value")]
    [TestCase("resolution=4K", "prompt: Required")]
    [TestCase("prompt=x,resolution=9K", "resolution: NotAChoice 1K, 2K, 4K")]
    [TestCase("prompt=x,image_input=9", "image_input: TooManyItems 8, given 9")]
    [TestCase("prompt=x,colour=red", "colour: UnknownField")]
    public void What_is_wrong_is_said_field_by_field(string inputs, string complaint)
    {
        var order = Ask("nano-banana-pro", inputs.Split(','));

        order.IsAnswered.ShouldBeFalse();
        order.Text.ShouldContain(complaint);
    }

    private static OrderInquiry Ask(string model, params string[] inputs) =>
        OrderInquiry.Ask(ShippedCards.Catalog.Find(new ModelId(model))!, inputs);
}
