namespace Trt.Application.Ports;

/// <summary>What can be taken out of the shop.</summary>
public enum ExportTable
{
    /// <summary>People by the day they came.</summary>
    Users,

    /// <summary>Movements of money.</summary>
    Ledger,

    /// <summary>Top-ups by the day they were begun.</summary>
    Payments,
}

/// <summary>Whole days of the shop's time zone, both included.</summary>
public sealed record ExportPeriod(DateOnly From, DateOnly To)
{
    public static readonly DateOnly Beginning = new(2020, 1, 1);

    public bool IsValid => From <= To;
}
