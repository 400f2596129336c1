using System.Text.Json;
using System.Text.Json.Nodes;
using Trt.Application.Ports;
using Trt.Domain.Catalog;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class SubmitTests : ProviderTests
{
    private static readonly (string, InputValue) Prompt = ("prompt", new TextValue("маяк \"в шторм\" 🌊"));

    [Test]
    public async Task An_order_arrives_as_model_callback_and_input_and_gives_a_task_id()
    {
        var id = await Host.Accepted(Cards.ZImage, Prompt, ("aspect_ratio", new TextValue("16:9")));

        var task = (await Host.Tasks()).Single()!;
        task["id"]!.GetValue<string>().ShouldBe(id);
        JsonNode.DeepEquals(task["body"], new JsonObject
        {
            ["model"] = "z-image",
            ["callBackUrl"] = $"{Host.Root}callbacks/kie/g1/secret",
            ["input"] = new JsonObject { ["prompt"] = "маяк \"в шторм\" 🌊", ["aspect_ratio"] = "16:9" },
        }).ShouldBeTrue(task["body"]!.ToJsonString());
    }

    [Test]
    public async Task Flags_travel_as_booleans_and_choices_of_figures_as_the_text_the_model_wants()
    {
        await Host.Accepted(Cards.Kling, Prompt, ("sound", new FlagValue(true)), ("duration", new TextValue("10")));

        var input = (await Host.Tasks()).Single()!["input"]!;
        input["sound"]!.GetValueKind().ShouldBe(JsonValueKind.True);
        input["duration"]!.GetValueKind().ShouldBe(JsonValueKind.String);
    }

    [TestCase("0.50", "0.5")]
    [TestCase("1.00", "1")]
    [TestCase("0", "0")]
    public async Task Numbers_travel_as_numbers_without_idle_zeros(string given, string sent)
    {
        await Host.Accepted(Cards.Speech, ("text", new TextValue("hello")), ("stability", new NumberValue(decimal.Parse(given, System.Globalization.CultureInfo.InvariantCulture))));

        (await Host.Tasks()).Single()!["input"]!["stability"]!.ToJsonString().ShouldBe(sent);
    }

    [Test]
    public async Task A_choice_that_the_model_wants_as_a_number_is_sent_as_one()
    {
        await Host.Submit(Cards.Of("bytedance/seedance-2", OutputKind.Video, Cards.Text("prompt"), Cards.Choice("duration", ChoiceWire.Number, "4", "5")), Prompt, ("duration", new TextValue("5")));

        (await Host.Tasks()).Single()!["input"]!["duration"]!.ToJsonString().ShouldBe("5");
    }

    [Test]
    public async Task Uploaded_files_travel_as_a_list_or_as_one_address_as_the_field_wants()
    {
        var (a, b) = (await Host.Uploaded([1]), await Host.Uploaded([2]));
        var uploads = new Dictionary<string, Uri> { ["A"] = a, ["B"] = b };

        await Host.Submit(Cards.NanoBanana, uploads, Prompt, ("image_input", Cards.Files("B", "A")));
        await Host.Submit(Cards.Upscale, uploads, ("image_url", Cards.Files("A")), ("upscale_factor", new TextValue("2")));

        var tasks = await Host.Tasks();
        tasks[0]!["input"]!["image_input"]!.AsArray().Select(url => url!.GetValue<string>()).ShouldBe([b.AbsoluteUri, a.AbsoluteUri]);
        tasks[1]!["input"]!["image_url"]!.GetValue<string>().ShouldBe(a.AbsoluteUri);
    }

    [Test]
    public async Task What_the_schema_does_not_know_is_not_sent()
    {
        await Host.Accepted(Cards.ZImage, Prompt, ("webhook_secret", new TextValue("x")));

        (await Host.Tasks()).Single()!["input"]!.AsObject().Select(field => field.Key).ShouldBe(["prompt"]);
    }

    [Test]
    public async Task A_file_without_an_address_stops_the_order_before_it_is_sent()
    {
        var outcome = await Host.Submit(Cards.NanoBanana, Prompt, ("image_input", Cards.Files("A")));

        var refused = outcome.ShouldBeOfType<SubmitOutcome.Refused>();
        refused.Reason.ShouldBe(ProviderRefusal.InvalidInput);
        refused.Detail.ShouldContain("image_input");
        (await Host.Tasks()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_value_that_does_not_fit_its_field_stops_the_order_before_it_is_sent()
    {
        var outcome = await Host.Submit(Cards.ZImage, ("prompt", new FlagValue(true)));

        outcome.ShouldBeOfType<SubmitOutcome.Refused>().Detail.ShouldContain("prompt");
        (await Host.Tasks()).ShouldBeEmpty();
    }

    [Test]
    public async Task A_refused_input_is_named()
    {
        var refused = (await Host.Submit(Cards.ZImage, Prompt, ("aspect_ratio", new TextValue("7:1")))).ShouldBeOfType<SubmitOutcome.Refused>();

        refused.Reason.ShouldBe(ProviderRefusal.InvalidInput);
        refused.Detail.ShouldStartWith("aspect_ratio: ");
    }

    [Test]
    public async Task A_model_the_provider_does_not_know_is_unavailable() =>
        (await Host.Submit(Cards.Of("no-such-model", OutputKind.Image, Cards.Text("prompt")), Prompt))
            .ShouldBeOfType<SubmitOutcome.Refused>().Reason.ShouldBe(ProviderRefusal.ModelUnavailable);

    [Test]
    public async Task A_family_without_a_door_is_unavailable_and_does_not_throw() =>
        (await Host.Submit(Cards.ZImage with { Family = (ProviderFamily)99 }, Prompt))
            .ShouldBeOfType<SubmitOutcome.Refused>().Reason.ShouldBe(ProviderRefusal.ModelUnavailable);

    [Test]
    public async Task An_empty_account_is_told_apart()
    {
        await Host.Dial("""{"credits": 0}""");

        (await Host.Submit(Cards.ZImage, Prompt)).ShouldBeOfType<SubmitOutcome.Refused>().Reason.ShouldBe(ProviderRefusal.NoCredits);
    }
}
