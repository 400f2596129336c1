using System.Collections.Concurrent;
using Trt.Domain.Payments;

namespace Trt.Api.Bot.Sending;

/// <summary>
/// Which messages carry buttons that something later makes pointless: the steps of an order but the newest, the ways to pay what is paid.
/// This instance remembers its own only; a button that outlives a restart is answered as ever, it just looks alive.
/// </summary>
internal sealed class PassingButtons
{
    private const int RememberedMax = 50_000;

    private readonly ConcurrentDictionary<long, long> _steps = new();
    private readonly ConcurrentDictionary<PaymentId, ConcurrentQueue<long>> _payments = new();

    /// <summary>A screen now stands in this message; what is returned are the messages whose buttons are over with it.</summary>
    public IReadOnlyList<long> Shown(long chatId, long messageId, Screen screen)
    {
        List<long> over = [];
        if (screen.IsOrderStep)
        {
            over.AddRange(StepBefore(chatId, messageId));
        }
        else if (!_steps.IsEmpty)
        {
            _steps.TryRemove(new KeyValuePair<long, long>(chatId, messageId));
        }

        if (screen.PaymentOver is { } closed && _payments.TryRemove(closed, out var ways))
        {
            over.AddRange(ways.Where(way => way != messageId));
        }
        else if (screen.Payment is { } payment)
        {
            NotePayment(payment, messageId);
        }

        return over;
    }

    public void NotePayment(PaymentId payment, long messageId)
    {
        Bound(_payments);
        _payments.GetOrAdd(payment, _ => new ConcurrentQueue<long>()).Enqueue(messageId);
    }

    private IEnumerable<long> StepBefore(long chatId, long messageId)
    {
        Bound(_steps);
        long? before = _steps.TryGetValue(chatId, out var id) && id != messageId ? id : null;
        _steps[chatId] = messageId;
        return before is { } old ? [old] : [];
    }

    private static void Bound<TKey, TValue>(ConcurrentDictionary<TKey, TValue> known) where TKey : notnull
    {
        if (known.Count >= RememberedMax)
        {
            known.Clear();
        }
    }
}
