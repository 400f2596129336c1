using Trt.Domain.Shared;

namespace Trt.Application.Ports;

/// <summary>Says what follows from an operator's act: to the customer whom it concerns, or to the operator who waits for it.</summary>
public interface IOperatorNotifier
{
    /// <summary>Something that owners must act on.</summary>
    Task<SendOutcome> Alert(string text, CancellationToken token);

    Task<SendOutcome> Adjusted(AdjustmentNotice notice, CancellationToken token);

    /// <summary>Brings a table as a file.</summary>
    /// <param name="write">Writes the file, up to a size.</param>
    Task<SendOutcome> Export(ExportNotice notice, Func<Stream, Task<ExportEnd>> write, CancellationToken token);
}

/// <param name="Kopecks">Up or down.</param>
public sealed record AdjustmentNotice(UserId Customer, Language Language, long Kopecks, string Reason, Money Balance);

public sealed record ExportNotice(UserId Admin, Language Language, ExportTable Table, ExportPeriod Period);

public sealed record ExportEnd(long Rows, bool IsTooLarge);
