namespace Trt.Simulation.Tests;

/// <summary>What can go wrong. A seed decides which of them are on at all, and how often.</summary>
internal enum Fault
{
    SubmitCutBefore,
    SubmitCutAfter,
    SubmitRefused,
    SubmitLater,
    SubmitSlow,
    AccountEmpty,
    TaskFails,
    ReadUnreadable,
    ReadMissing,
    ResultUnclear,
    CallbackLost,
    CallbackTwice,
    CallbackEarly,
    CallbackLate,
    CallbackForged,
    CallbackUnsigned,
    ChatCutBefore,
    ChatCutAfter,
    ChatTrouble,
    ChatLater,
    ChatSlow,
    ChatBlocked,
    DatabaseAway,
    CommitLost,
    CommitUnknown,
    KillInCall,
    KillBeforeCommit,
    KillAfterCommit,
    Freeze,
    RowPutAside,
    PressTwice,
    Cancel,
    MoneyLate,
    MoneyTwice,
    PaidTwice,
}

/// <summary>How bad a day it is: drawn from the seed before anything else.</summary>
internal sealed class Profile
{
    private static readonly double[] Rates = [0.03, 0.1, 0.3];

    /// <summary>Often enough to matter, rare enough that a row is not put aside for it.</summary>
    private const double DatabaseRateMax = 0.06;

    /// <summary>Every third day is one on which people do more than order pictures.</summary>
    private const int FullDayInOneOf = 3;

    private const int DuelDayInOneOf = 4;

    private const double MoneyRate = 0.3;

    private readonly Dictionary<Fault, double> _rates = [];

    /// <param name="further">Decides about what was not always there.</param>
    public Profile(Random random, Random further)
    {
        foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault < Fault.MoneyLate))
        {
            var (isOn, rate) = (random.Next(2) == 0, Rates[random.Next(Rates.Length)]);
            _rates[fault] = !isOn ? 0 : fault is Fault.DatabaseAway or Fault.CommitLost or Fault.CommitUnknown
                or Fault.KillBeforeCommit or Fault.KillAfterCommit ? Math.Min(rate, DatabaseRateMax) : rate;
        }

        Customers = random.Next(1, 3);
        Orders = random.Next(2, 4);
        Instances = random.Next(1, 3);
        KillsMax = random.Next(0, 5);
        IsBurst = random.Next(2) == 0;
        Chaos = TimeSpan.FromSeconds(random.Next(30, 400));
        IsFull = further.Next(FullDayInOneOf) == 0;
        TopUps = IsFull ? further.Next(1, 3) : 0;
        foreach (var fault in (Fault[])[Fault.MoneyLate, Fault.MoneyTwice, Fault.PaidTwice])
        {
            _rates[fault] = further.Next(2) == 0 ? MoneyRate : 0;
        }

        HasDuels = further.Next(DuelDayInOneOf) == 0;
    }

    public int Customers { get; }

    public int Orders { get; }

    public int Instances { get; }

    public int KillsMax { get; }

    public bool IsBurst { get; }

    public TimeSpan Chaos { get; }

    /// <summary>Films and free ones are ordered too, and money is paid in.</summary>
    public bool IsFull { get; }

    /// <summary>Whether some of the pictures are ordered of three models at once.</summary>
    public bool HasDuels { get; }

    public int TopUps { get; }

    public double RateOf(Fault fault) => _rates[fault];

    public override string ToString() =>
        $"{Customers} customers, {Orders} orders{(IsBurst ? " at once" : "")}, {(IsFull ? $"{TopUps} top-ups, films and free ones, " : "")}{(HasDuels ? "duels, " : "")}{Instances} instances, {KillsMax} kills, {Chaos.TotalSeconds:0} s of "
        + string.Join(" ", _rates.Where(rate => rate.Value > 0).Select(rate => FormattableString.Invariant($"{rate.Key}:{rate.Value}")));
}
