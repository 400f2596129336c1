using Trt.Sandbox.Telegram.Chats;
using Trt.Sandbox.Telegram.Objects;

namespace Trt.Sandbox.Telegram.Payments;

/// <summary>A bot's sales: who is paying right now, what was sold and, in Stars, given back. Guarded by the account's lock.</summary>
internal sealed class StarsCashier(BotAccount bot)
{
    private const int KeptMax = 10_000;

    private readonly OrderedDictionary<string, Order> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ChatRoom Room, Checkout Checkout)> _waiting = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, (ChatRoom Room, Checkout Checkout)> _charges = new(StringComparer.Ordinal);
    private readonly List<StarTransaction> _transactions = [];

    public long Balance { get; private set; }

    /// <summary>Newest first.</summary>
    public IEnumerable<StarTransaction> Transactions => Enumerable.Reverse(_transactions);

    public string Link(Order order)
    {
        var slug = "sandbox" + bot.NewId();
        _links.Add(slug, order);
        if (_links.Count > KeptMax)
        {
            _links.RemoveAt(0);
        }

        return slug;
    }

    public Order? OrderBehind(string slug) => _links.GetValueOrDefault(slug);

    /// <summary>A person presses Pay: the bot is asked, and its answer is awaited for ten seconds.</summary>
    public Checkout Begin(ChatRoom room, User payer, Order order, long? messageId)
    {
        var checkout = new Checkout(bot.NewId(), order, payer, messageId, bot.Now);
        room.Add(checkout);
        _waiting.Add(checkout.Id, (room, checkout));
        bot.Tell(new Update
        {
            PreCheckoutQuery = new PreCheckoutQuery(
                checkout.Id, payer, order.Invoice.Currency, order.Invoice.TotalAmount, order.Payload),
        });
        _ = ExpireLater(checkout.Id);
        return checkout;
    }

    /// <returns>False when nobody waits for this answer (any more).</returns>
    public bool Answer(string id, bool accepted, string? errorMessage)
    {
        if (!_waiting.Remove(id, out var waiting))
        {
            return false;
        }

        if (accepted)
        {
            Pay(waiting.Room, waiting.Checkout);
        }
        else
        {
            waiting.Checkout.State = CheckoutState.Declined;
            waiting.Checkout.ErrorMessage = errorMessage;
            waiting.Room.Touch();
        }

        return true;
    }

    /// <returns>The reason why not, or null.</returns>
    public string? Refund(long userId, string chargeId)
    {
        if (chargeId.Length == 0)
        {
            return "CHARGE_ID_EMPTY";
        }

        if (!_charges.TryGetValue(chargeId, out var charge) || !charge.Checkout.Order.Invoice.IsInStars)
        {
            return "CHARGE_ID_INVALID";
        }

        var (room, checkout) = charge;
        if (checkout.Payer.Id != userId)
        {
            return "USER_ID_INVALID";
        }

        if (checkout.State == CheckoutState.Refunded)
        {
            return "CHARGE_ALREADY_REFUNDED";
        }

        checkout.State = CheckoutState.Refunded;
        var invoice = checkout.Order.Invoice;
        Balance -= invoice.TotalAmount;
        Book(Transaction(checkout) with { Receiver = Partner(checkout) });
        Announce(room, bot.AsUser, message => message with
        {
            RefundedPayment = new RefundedPayment(invoice.Currency, invoice.TotalAmount, checkout.Order.Payload, chargeId),
        });
        return null;
    }

    public bool Knows(long userId, string chargeId) =>
        _charges.TryGetValue(chargeId, out var charge) && charge.Checkout.Payer.Id == userId
            && charge.Checkout.Order.SubscriptionPeriod is not null;

    public void Clear()
    {
        _links.Clear();
        _waiting.Clear();
        _charges.Clear();
        _transactions.Clear();
        Balance = 0;
    }

    private void Pay(ChatRoom room, Checkout checkout)
    {
        var (invoice, payload, period) = checkout.Order;
        checkout.State = CheckoutState.Paid;
        checkout.ChargeId = $"{(invoice.IsInStars ? "stx" : "")}{bot.NewId()}{bot.NewId()}";
        _charges.Add(checkout.ChargeId, (room, checkout));
        if (_charges.Count > KeptMax)
        {
            _charges.RemoveAt(0);
        }

        if (invoice.IsInStars)
        {
            Balance += invoice.TotalAmount;
            Book(Transaction(checkout) with { Source = Partner(checkout) });
        }

        Announce(room, checkout.Payer, message => message with
        {
            SuccessfulPayment = new SuccessfulPayment
            {
                Currency = invoice.Currency,
                TotalAmount = invoice.TotalAmount,
                InvoicePayload = payload,
                SubscriptionExpirationDate = period is { } seconds ? bot.Now.AddSeconds(seconds).ToUnixTimeSeconds() : null,
                IsRecurring = period is null ? null : true,
                IsFirstRecurring = period is null ? null : true,
                TelegramPaymentChargeId = checkout.ChargeId,
                ProviderPaymentChargeId = $"{checkout.Payer.Id}_{bot.NewId()}",
            },
        });
    }

    /// <summary>Money that moves is a service message in the chat, and an update even when the bot itself moved it.</summary>
    private void Announce(ChatRoom room, User from, Func<Message, Message> content)
    {
        var message = content(new Message
        {
            MessageId = bot.NextMessageId(room),
            From = from,
            Chat = room.Chat,
            Date = bot.Now.ToUnixTimeSeconds(),
        });
        room.Add(new ChatEntry(message) { IsFromUser = !from.IsBot });
        bot.Tell(new Update { Message = message });
    }

    private async Task ExpireLater(string id)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(bot.World.Settings.Current.PreCheckoutWindowMs), bot.World.Clock);
        lock (bot.Gate)
        {
            if (!_waiting.Remove(id, out var waiting))
            {
                return;
            }

            waiting.Checkout.State = CheckoutState.Expired;
            waiting.Room.Touch();
        }
    }

    private void Book(StarTransaction transaction)
    {
        _transactions.Add(transaction);
        if (_transactions.Count > KeptMax)
        {
            _transactions.RemoveAt(0);
        }
    }

    private StarTransaction Transaction(Checkout checkout) => new()
    {
        Id = checkout.ChargeId!,
        Amount = checkout.Order.Invoice.TotalAmount,
        Date = bot.Now.ToUnixTimeSeconds(),
    };

    private static TransactionPartner Partner(Checkout checkout) => new()
    {
        TransactionType = "invoice_payment",
        User = checkout.Payer,
        InvoicePayload = checkout.Order.Payload,
        SubscriptionPeriod = checkout.Order.SubscriptionPeriod,
    };
}
