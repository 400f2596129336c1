using Trt.Domain.Shared;
using Trt.Infrastructure.Telegram;

namespace Trt.Infrastructure.Tests.Telegram;

/// <summary>Which rows of Telegram's book of Stars are customers' payments.</summary>
public sealed class TelegramStarsTests
{
    [TestCase("""{"type":"user","transaction_type":"invoice_payment","user":{"id":5},"invoice_payload":"p"}""", true)]
    [TestCase("""{"type":"user","user":{"id":5},"invoice_payload":"p"}""", true)]
    [TestCase("""{"type":"user","transaction_type":"gift_purchase","user":{"id":5}}""", false)]
    [TestCase("""{"type":"user","transaction_type":"quantum_purchase","user":{"id":5}}""", false)]
    [TestCase("""{"type":"quantum","user":{"id":5}}""", false)]
    [TestCase("""{"type":"fragment"}""", false)]
    [TestCase("""{"type":"user","transaction_type":"invoice_payment"}""", false)]
    public async Task Only_what_was_paid_for_an_invoice_counts(string source, bool counts)
    {
        await using var telegram = await BotApiStub.Start();
        using var bot = telegram.Client();
        telegram.AnswerWith(200, $$$"""{"ok":true,"result":{"transactions":[{"id":"c","amount":250,"date":1790000000,"source":{{{source}}}}]}}""");

        var page = (await new TelegramStars(bot).Read(0, CancellationToken.None))!;

        page.Rows.ShouldBe(1);
        page.Movements.Count.ShouldBe(counts ? 1 : 0);
        if (counts)
        {
            page.Movements[0].Payer.ShouldBe(new UserId(5));
            page.Movements[0].At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
            page.Movements[0].IsRefund.ShouldBeFalse();
        }
    }
}
