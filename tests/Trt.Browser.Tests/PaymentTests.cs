using System.Text.Json.Nodes;
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

    private Task<JsonNode> SendInvoice(string title) => Bot.Call("sendInvoice", new JsonObject
    {
        ["chat_id"] = Person.Id,
        ["title"] = title,
        ["description"] = "Деньги на балансе сразу и не сгорают.",
        ["payload"] = "topup-500",
        ["currency"] = "XTR",
        ["prices"] = new JsonArray(new JsonObject { ["label"] = title, ["amount"] = 350 }),
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
            answer["error_message"] = problem;
        await Bot.Call("answerPreCheckoutQuery", answer);
    }
}
