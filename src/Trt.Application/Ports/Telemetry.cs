using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trt.Application.Ports;

/// <summary>The one source of spans and the one meter of the shop.</summary>
public static class Telemetry
{
    public const string Name = "Trt";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>("trt.request.duration", "ms");

    /// <summary>Decisions that were made again because others were first.</summary>
    public static readonly Counter<long> Outrun = Meter.CreateCounter<long>("trt.db.outrun");

    /// <summary>Free ones that were not offered because the house has given away its number for the day.</summary>
    public static readonly Counter<long> FreeBudgetSpent = Meter.CreateCounter<long>("trt.free.budget_spent");

    public static readonly Counter<long> PossibleDuplicates = Meter.CreateCounter<long>("trt.delivery.possible_duplicates");
}
