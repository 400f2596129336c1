using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Domain.Generations;
using Trt.Domain.Shared;

namespace Trt.Application.Generations;

/// <summary>
/// One line for each step of an order that matters, under the cid of the press that began it, and its figures. Written when the step is
/// saved, so that the log never tells of what did not happen.
/// </summary>
internal sealed partial class OrderTrail(TimeProvider time, ILogger<OrderTrail> logger)
{
    public void Queued(Generation order)
    {
        OrderMeter.Confirmed(order);
        Step(order, "ORDER_QUEUED", "");
    }

    public void Submitted(Generation order, SubmitOutcome outcome)
    {
        var (step, task, reason) = outcome switch
        {
            SubmitOutcome.Accepted accepted => ("SUBMIT_ACCEPTED", accepted.TaskId, ""),
            SubmitOutcome.Refused refused => ("SUBMIT_REFUSED", "", refused.Detail),
            SubmitOutcome.TryLater later => ("SUBMIT_LATER", "", later.Detail),
            _ => ("SUBMIT_UNKNOWN", "", ""),
        };
        if (outcome is SubmitOutcome.Accepted)
        {
            OrderMeter.Submitted(order, time.GetUtcNow());
        }

        Submitted(step, order.Id, task, reason, order.Cid);
    }

    public void Called(Generation order) => Step(order, "KIE_CALLBACK", "");

    /// <summary>Most looks find it running: those are no step.</summary>
    public void Looked(Generation order, TaskReading reading)
    {
        var (step, level) = reading switch
        {
            TaskReading.Done => ("CHECK_DONE", LogLevel.Information),
            TaskReading.Failed => ("CHECK_FAILED", LogLevel.Information),
            TaskReading.Running => ("CHECK_RUNNING", LogLevel.Debug),
            TaskReading.Missing => ("CHECK_MISSING", LogLevel.Debug),
            _ => ("CHECK_UNREADABLE", LogLevel.Information),
        };
        if (reading is TaskReading.Missing)
        {
            Telemetry.JobNotFound.Add(1);
        }

        Checked(level, step, order.Id, order.TaskId, order.Cid);
    }

    /// <summary>How it ended, if this decision has ended it.</summary>
    public void Settled(Generation before, Generation after) => Settled(before.Status.IsOpen(), after);

    public void Settled(bool wasOpen, Generation after)
    {
        if (wasOpen && !after.Status.IsOpen())
        {
            OrderMeter.Ended(after);
            Step(after, "SETTLED", after.IsPaid ? "paid" : "free");
        }
    }

    /// <param name="before">A late result is a present, and one that is brought again was counted.</param>
    public void Delivered(GenerationStatus before, Generation order, DeliveryGaps gaps)
    {
        var how = gaps switch
        {
            { Lost: 0, Doubted: 0 } => "whole",
            { Lost: 0 } => "in doubt",
            _ when gaps.Lost == gaps.Outputs => "lost",
            _ => "in part",
        };
        if (before == GenerationStatus.Succeeded)
        {
            OrderMeter.Delivered(order, how, time.GetUtcNow());
        }

        Step(order, "DELIVERED", how);
    }

    private void Step(Generation order, string step, string detail) =>
        Stepped(step, order.Id, order.UserId, order.Model, order.TaskId, order.Status, detail, order.Cid);

    [LoggerMessage(EventId = 120, EventName = "ORDER_STEP", Level = LogLevel.Information,
        Message = "{Step} generation {Generation} user {User} model {Model} task {Task} status {Status} {Detail} cid {Cid}")]
    private partial void Stepped(
        string step, GenerationId generation, UserId user, ModelId model, string? task, GenerationStatus status, string detail, Cid cid);

    [LoggerMessage(EventId = 121, EventName = "ORDER_SUBMIT", Level = LogLevel.Information,
        Message = "{Step} generation {Generation} task {Task} {Reason} cid {Cid}")]
    private partial void Submitted(string step, GenerationId generation, string task, string reason, Cid cid);

    [LoggerMessage(EventId = 122, EventName = "ORDER_CHECK", Message = "{Step} generation {Generation} task {Task} cid {Cid}")]
    private partial void Checked(LogLevel level, string step, GenerationId generation, string? task, Cid cid);
}
