using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Says what follows from an operator's act: to the customer whom it concerns, or to the operator who waits for it.</summary>
public interface IOperatorNotifier
{
    /// <summary>Something that an operator must know.</summary>
    Task<SendOutcome> Alert(AlertNotice notice, CancellationToken token);

    /// <summary>How yesterday was, and what waits.</summary>
    Task<SendOutcome> Digest(DigestNotice notice, CancellationToken token);

    Task<SendOutcome> Adjusted(AdjustmentNotice notice, CancellationToken token);

    /// <summary>Brings a table as a file.</summary>
    /// <param name="write">Writes the file, up to a size.</param>
    Task<SendOutcome> Export(ExportNotice notice, Func<Stream, Task<ExportEnd>> write, CancellationToken token);
}

public sealed record AlertNotice(UserId Operator, Language Language, MatterWord Word);

/// <param name="Day">The shop's day that it tells of.</param>
/// <param name="Spent">What customers paid for results; part of it may be gifts.</param>
public sealed record DigestNotice(
    UserId Operator, Language Language, DateOnly Day, DayFigures Figures, Money Spent, Money Cost, WaitingForHands Waiting)
{
    public Money Margin => Spent - Cost;

    public bool IsQuiet => Figures is { Orders: 0, NewCustomers: 0, PaidIn.IsZero: true, PaidBack.IsZero: true } && Waiting.Count == 0;
}

/// <summary>What only a person can decide.</summary>
/// <param name="Models">Models that are not sold until somebody decides.</param>
/// <param name="Matters">What was told and goes on.</param>
public sealed record WaitingForHands(int Payments, int Models, int ParkedUpdates, int ParkedWork, int Matters)
{
    public int Count => Payments + Models + ParkedUpdates + ParkedWork + Matters;
}

/// <param name="Kopecks">Up or down.</param>
public sealed record AdjustmentNotice(UserId Customer, Language Language, long Kopecks, string Reason, Money Balance);

public sealed record ExportNotice(UserId Admin, Language Language, ExportTable Table, ExportPeriod Period);

public sealed record ExportEnd(long Rows, bool IsTooLarge);
