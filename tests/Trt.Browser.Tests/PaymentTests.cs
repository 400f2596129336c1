using System.Text.Json.Nodes;
using Trt.Sandbox.Control;
using static Microsoft.Playwright.Assertions;

namespace Trt.Browser.Tests;

internal sealed class PaymentTests : PageTest
{
    [Test]
    public async Task An_invoice_is_paid_after_a_confirmation_and_then_marked_as_paid()
    {
        await BeginChat();
        await SendInvoice("Пополнение на 500 ₽");
        await Expect(Chat.Page.GetByTestId("invoice")).ToContainTextAsync("350");

        await PressPay();
        await Answer(ok: true);

        var payment = await Bot.WaitFor(update => update["message"]?["successful_payment"] is not null);
        payment["message"]!["successful_payment"]!["total_amount"]!.GetValue<int>().ShouldBe(350);
        await Expect(Chat.Page.GetByTestId("pay-sheet")).ToHaveCountAsync(0);
        await Expect(Chat.Page.GetByTestId("invoice-paid")).ToBeVisibleAsync();
        await Expect(Chat.Page.GetByTestId("service")).ToContainTextAsync("Пополнение на 500 ₽");
    }

    [Test]
    public async Task A_payment_that_the_bot_declines_says_why_and_can_be_tried_again()
    {
        await BeginChat();
        await SendInvoice("Пополнение");

        await PressPay();
        await Answer(ok: false, "Счёт устарел, откройте новый");

        await Expect(Chat.Page.GetByTestId("pay-problem")).ToContainTextAsync("Счёт устарел, откройте новый");
        await Expect(Chat.Page.GetByTestId("pay-confirm")).ToBeEnabledAsync();
        await Expect(Chat.Page.GetByTestId("invoice-paid")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_invoice_in_rubles_shows_rubles_and_is_paid_alike()
    {
        await BeginChat();
        await SendInvoice("Пополнение на 500 ₽", "RUB", 50_000);
        await Expect(Chat.Page.GetByTestId("invoice")).ToContainTextAsync("500");
        await Expect(Chat.Page.GetByTestId("invoice")).ToContainTextAsync("₽");

        await PressPay();
        await Answer(ok: true);

        var payment = await Bot.WaitFor(update => update["message"]?["successful_payment"] is not null);
        payment["message"]!["successful_payment"]!["total_amount"]!.GetValue<int>().ShouldBe(50_000);
        await Expect(Chat.Page.GetByTestId("invoice-paid")).ToBeVisibleAsync();
    }

    private Task<JsonNode> SendInvoice(string title, string currency = "XTR", int amount = 350) => Bot.Call("sendInvoice", new JsonObject
    {
        ["chat_id"] = Person.Id,
        ["title"] = title,
        ["description"] = "Деньги на балансе сразу и не сгорают.",
        ["payload"] = "topup-500",
        ["currency"] = currency,
        ["provider_token"] = currency == "XTR" ? "" : SandboxDefaults.ProviderToken,
        ["prices"] = new JsonArray(new JsonObject { ["label"] = title, ["amount"] = amount }),
    });

    private async Task PressPay()
    {
        // The pay button is in the keyboard when the server adds one, on the card otherwise.
        await Chat.Page.Locator("[data-testid=pay], [data-testid=keyboard-button]").Last.ClickAsync();
        await Chat.Page.GetByTestId("pay-confirm").ClickAsync();
    }

    private async Task Answer(bool ok, string? problem = null)
    {
        var query = (await Bot.WaitFor(update => update["pre_checkout_query"] is not null))["pre_checkout_query"]!;
        var answer = new JsonObject { ["pre_checkout_query_id"] = query["id"]!.GetValue<string>(), ["ok"] = ok };
        if (problem is not null)
        {
            answer["error_message"] = problem;
        }

        await Bot.Call("answerPreCheckoutQuery", answer);
    }
}
