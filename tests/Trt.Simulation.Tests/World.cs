using System.Text;
using Trt.Domain.Catalog;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Simulation.Tests;

/// <summary>
/// What one seed decides and what is true outside the shop: tasks at the provider, messages in the chats. Every choice is noted, so
/// that a run can be compared with itself and told to a person.
/// </summary>
internal sealed class World(int seed, IReadOnlySet<int> dropped, SimClock clock)
{
    /// <summary>Drawn apart, so that a day without them is the day it always was.</summary>
    private const int FurtherThings = 0x5EED;

    private readonly Random _random = new(seed);
    private readonly List<string> _trace = [];
    private Profile? _profile;
    private int _kills;

    public Profile Profile => _profile ??= new Profile(_random, new Random(seed ^ FurtherThings));

    /// <summary>Nothing goes wrong now: while a run is prepared, and when it heals.</summary>
    public bool IsCalm { get; set; } = true;

    public List<Customer> Customers { get; } = [];

    public List<Order> Orders { get; } = [];

    public List<ProviderTask> Tasks { get; } = [];

    public List<Charge> Charges { get; } = [];

    /// <summary>Invoices that somebody has before their eyes.</summary>
    public HashSet<PaymentId> InvoicesSeen { get; } = [];

    public List<(DateTimeOffset At, string Subject)> Alerts { get; } = [];

    /// <summary>What may make the shop tell its operator once more.</summary>
    public int AlertExcuses { get; set; }

    public List<string> Problems { get; } = [];

    /// <summary>What happens outside by itself, when its time has come.</summary>
    public List<Event> Events { get; } = [];

    public IReadOnlyList<string> Trace => _trace;

    public ulong Hash { get; private set; } = 14695981039346656037;

    /// <summary>The faults that struck, by number; a run can be repeated without some of them.</summary>
    public List<(int Number, Fault Fault)> Faults { get; } = [];

    private int _draws;

    public DateTimeOffset Now => clock.GetUtcNow();

    public SimClock Clock => clock;

    public int Next(int below) => _random.Next(below);

    public TimeSpan Between(double seconds, double most) => TimeSpan.FromSeconds(seconds + (_random.NextDouble() * (most - seconds)));

    /// <summary>Whether this goes wrong now.</summary>
    public bool Draw(Fault fault)
    {
        var rate = Profile.RateOf(fault);
        if (IsCalm || rate == 0)
        {
            return false;
        }

        var number = _draws++;
        if (_random.NextDouble() >= rate || dropped.Contains(number) || !MayStrike(fault))
        {
            return false;
        }

        Faults.Add((number, fault));
        Note($"! {fault} ({number})");
        return true;
    }

    public void Note(string what)
    {
        _trace.Add($"{Now:HH:mm:ss.fff} {what}");
        foreach (var octet in Encoding.UTF8.GetBytes(what))
        {
            Hash = (Hash ^ octet) * 1099511628211;
        }
    }

    public void At(TimeSpan after, string name, Func<Task> happen) => Events.Add(new Event(Now + after, name, happen));

    public Order? Find(GenerationId id) => Orders.Find(order => order.Id == id);

    private bool MayStrike(Fault fault) =>
        fault is not (Fault.KillInCall or Fault.KillBeforeCommit or Fault.KillAfterCommit) || _kills++ < Profile.KillsMax;
}

internal sealed record Event(DateTimeOffset At, string Name, Func<Task> Happen);

internal sealed class Customer(int number, UserId id)
{
    public int Number => number;

    public UserId Id => id;

    public bool IsBlocking { get; set; }
}

/// <summary>What the shop owes somebody a word about.</summary>
internal abstract class Promise(int number, Customer customer)
{
    public int Number => number;

    public Customer Customer => customer;

    /// <summary>Words about it that were lost on their way, where they are said again for it.</summary>
    public int WordsLost { get; set; }

    /// <summary>What may make the shop say something once more.</summary>
    public int Excuses { get; set; }
}

/// <summary>Money that the messenger took from somebody for the shop.</summary>
internal sealed class Charge(int number, Customer customer, Payment asked) : Promise(number, customer)
{
    public string Id => $"charge-{asked.Id}-{Number}";

    public PaidTotal Price => asked.Price;

    public string Payload => asked.Id.ToString();

    public int ReceiptsSeen { get; set; }

    /// <summary>They had left when it was said.</summary>
    public bool IsUnheard { get; set; }

    public override string ToString() => $"charge {Number}";
}

/// <summary>An order as its customer sees it.</summary>
internal sealed class Order(int number, Customer customer, GenerationId id, OutputKind makes) : Promise(number, customer)
{
    public GenerationId Id => id;

    public OutputKind Makes => makes;

    /// <summary>The press was answered: it is promised.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>Ordered with the same press, of other models.</summary>
    public List<Order> Rivals { get; } = [];

    public bool IsRefused { get; set; }

    public bool IsCancelled { get; set; }

    public bool IsPutAside { get; set; }

    public int ResultsSeen { get; set; }

    public int FailuresSeen { get; set; }

    public override string ToString() => $"order {Number}";
}

internal sealed class ProviderTask(int number, Order order, string id, DateTimeOffset doneAt, bool fails)
{
    public int Number => number;

    public Order Order => order;

    public string Id => id;

    public DateTimeOffset DoneAt => doneAt;

    public bool Fails => fails;

    /// <summary>A callback about it was answered "thank you".</summary>
    public bool IsCallbackKept { get; set; }

    /// <summary>The provider has given up calling.</summary>
    public bool IsCallbackLost { get; set; }

    public bool IsAnswered { get; set; }
}
