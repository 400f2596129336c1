using System.Text.Json.Serialization;

namespace Trt.Sandbox.YooKassa;

/// <summary>What shall go wrong with cards. Everything left out works.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CardFaults
{
    public CallFault? Create { get; init; }

    public CallFault? Read { get; init; }

    public CallFault? Refund { get; init; }

    public NotificationFault? Notification { get; init; }

    public ChargeFault? Charge { get; init; }
}

/// <summary>A fault for the next so many occasions; without a number until it is switched off.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal abstract record CardFault
{
    public int? Times { get; init; }
}

/// <summary>A call to the API goes wrong.</summary>
internal sealed record CallFault : CardFault
{
    /// <summary>The HTTP status of the answer. With 500 the work is done or not, as <see cref="Runs"/> says.</summary>
    public int? Status { get; init; }

    /// <summary>The work is done all the same.</summary>
    public bool Runs { get; init; }

    /// <summary>The work is done, the answer comes late.</summary>
    public int? HangMs { get; init; }

    /// <summary>The connection is reset before anything was done.</summary>
    public bool DropBefore { get; init; }

    /// <summary>The work is done, the connection is reset instead of an answer.</summary>
    public bool DropAfter { get; init; }
}

/// <summary>What happens to the notifications of a payment or a refund.</summary>
internal sealed record NotificationFault : CardFault
{
    public bool Lost { get; init; }

    /// <summary>So many more of the same, all at once.</summary>
    public int Duplicate { get; init; }

    public int DelayMs { get; init; }

    /// <summary>"Canceled" comes first, then what is true.</summary>
    public bool Reordered { get; init; }
}

/// <summary>The payment itself is not what was ordered.</summary>
internal sealed record ChargeFault : CardFault
{
    /// <summary>Another sum than was asked for, e.g. "1.00".</summary>
    public string? Amount { get; init; }

    public string? Currency { get; init; }

    /// <summary>It belongs to another shop of the provider.</summary>
    public bool AnotherShop { get; init; }

    /// <summary>It carries the name of another payment of the shop.</summary>
    public string? AnotherKey { get; init; }

    /// <summary>The money is held and not taken.</summary>
    public bool OnlyHeld { get; init; }
}

/// <summary>Holds the dial and counts its faults down.</summary>
internal sealed class CardDial
{
    private readonly Lock _gate = new();
    private CardFaults _faults = new();

    public CardFaults Current
    {
        get
        {
            lock (_gate)
            {
                return _faults;
            }
        }
    }

    public void Set(CardFaults faults)
    {
        lock (_gate)
        {
            _faults = faults;
        }
    }

    public CallFault? TakeCreate() => Take(faults => faults.Create, (faults, fault) => faults with { Create = fault });

    public CallFault? TakeRead() => Take(faults => faults.Read, (faults, fault) => faults with { Read = fault });

    public CallFault? TakeRefund() => Take(faults => faults.Refund, (faults, fault) => faults with { Refund = fault });

    public NotificationFault? TakeNotification() =>
        Take(faults => faults.Notification, (faults, fault) => faults with { Notification = fault });

    public ChargeFault? TakeCharge() => Take(faults => faults.Charge, (faults, fault) => faults with { Charge = fault });

    private T? Take<T>(Func<CardFaults, T?> get, Func<CardFaults, T?, CardFaults> put)
        where T : CardFault
    {
        lock (_gate)
        {
            var fault = get(_faults);
            if (fault?.Times is { } left)
            {
                _faults = put(_faults, left > 1 ? (T)((CardFault)fault with { Times = left - 1 }) : null);
                if (left <= 0)
                {
                    return null;
                }
            }

            return fault;
        }
    }
}
