using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Trt.Domain.Free;
using Trt.Domain.Generations;
using Trt.Domain.Wallets;
using Trt.Infrastructure.Telegram;

namespace Trt.Chaos.Tests.Crashes;

/// <summary>
/// Kills its own process at a named point. The points are what the web server, EF Core and the HTTP client tell to whoever listens, so the
/// product holds no hook: a shop without this listener has no way to die here.
/// </summary>
internal sealed class CrashPoints : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Update = "update";
    private const string Callback = "callback";
    private const string Start = "start";
    private const string Record = "record";
    private const string Result = "result";

    private readonly string _point;
    private readonly AsyncLocal<string?> _served = new();
    private readonly AsyncLocal<string?> _called = new();
    private readonly ConditionalWeakTable<DbContext, HashSet<Saved>> _saved = [];
    private readonly SentBodies _bodies;
    private int _left;

    private CrashPoints(string point, int occasion)
    {
        (_point, _left) = (point, occasion);
        _bodies = new SentBodies(this);
    }

    /// <summary>What a save is about.</summary>
    private enum Saved
    {
        Order,
        Task,
        Settlement,
        Expiry,
        Cancel,
        DeliveryPart,
        Delivery,
        Deposit,
        Allowance,
    }

    /// <param name="wish">C07:2 dies the second time that C07 is met, C07 the first; null never.</param>
    public static void Watch(string? wish)
    {
        if (wish is not null)
        {
            var parts = wish.Split(':');
            var occasion = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
            var points = new CrashPoints(parts[0], occasion);
            DiagnosticListener.AllListeners.Subscribe(points);
            ActivitySource.AddActivityListener(points.Messenger());
        }
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name is "Microsoft.AspNetCore" or "Microsoft.EntityFrameworkCore" or "HttpHandlerDiagnosticListener")
        {
            listener.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> seen)
    {
        switch (seen.Value)
        {
            case HttpContext http when seen.Key.EndsWith("HttpRequestIn.Start", StringComparison.Ordinal):
                Served(http);
                break;
            case HttpContext when seen.Key.EndsWith("HttpRequestIn.Stop", StringComparison.Ordinal):
                Reach("C03", _served.Value == Update);
                break;
            case { } call when seen.Key.EndsWith("HttpRequestOut.Start", StringComparison.Ordinal):
                Calls(((HttpRequestMessage)call.GetType().GetProperty("Request")!.GetValue(call)!).RequestUri!.Segments[^1]);
                break;
            case { } when seen.Key.EndsWith("HttpRequestOut.Stop", StringComparison.Ordinal):
                Answered();
                break;
            case DataReaderClosingEventData reader when seen.Key == RelationalEventId.DataReaderClosing.Name:
                Reach("C06", reader.ReadCount > 1 && Claims(reader.Command, "Submit"));
                break;
            case CommandExecutedEventData command when seen.Key == RelationalEventId.CommandExecuted.Name:
                Reach("C26", command.Command.CommandText.Contains("INSERT INTO \"__EFMigrationsHistory\"", StringComparison.Ordinal));
                break;
            case DbContextEventData { Context: { } context } when seen.Key == CoreEventId.SaveChangesStarting.Name:
                _saved.GetOrCreateValue(context).UnionWith(In(context));
                break;
            case TransactionEventData { Context: { } context } when seen.Key == RelationalEventId.TransactionCommitting.Name:
                Commits(_saved.GetOrCreateValue(context));
                break;
            case TransactionEndEventData { Context: { } context } when seen.Key == RelationalEventId.TransactionCommitted.Name:
                Committed(_saved.GetOrCreateValue(context));
                _saved.Remove(context);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Served(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        _served.Value = path.Contains("telegram", StringComparison.OrdinalIgnoreCase) ? Update
            : path.Contains("callbacks", StringComparison.Ordinal) ? Callback
            : null;
        Reach("C01", _served.Value == Update);
        Reach("C10", _served.Value == Callback);
    }

    /// <summary>Its addresses hold the token, so its client tells nobody where it calls; the calls have spans of their own.</summary>
    private ActivityListener Messenger() => new()
    {
        ShouldListenTo = source => source.Name == TelegramTelemetry.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStarted = call => Calls(call.OperationName.Split(' ')[^1]),
        ActivityStopped = _ => Answered(),
    };

    private void Calls(string method)
    {
        _called.Value = method switch
        {
            "createTask" => Start,
            "recordInfo" => Record,
            "sendPhoto" or "sendDocument" or "sendMediaGroup" => Result,
            _ => method,
        };
        Reach("C06b", _called.Value == Start);
        Reach("C15", _called.Value == Result);
    }

    private void Sent()
    {
        Reach("C07", _called.Value == Start);
        Reach("C16", _called.Value == Result);
    }

    private void Answered()
    {
        Reach("C08", _called.Value == Start);
        Reach("C17", _called.Value == Result);
        Reach("C22", _called.Value == Record);
        Reach("C24", _called.Value == "refundStarPayment");
    }

    private void Commits(HashSet<Saved> saved)
    {
        Reach("C04", saved.Contains(Saved.Order));
        Reach("C12", saved.Contains(Saved.Settlement));
        Reach("C20", saved.Contains(Saved.Deposit));
        Reach("C23", saved.Contains(Saved.Expiry));
        Reach("C25", saved.Contains(Saved.Allowance));
        Reach("C27", saved.Contains(Saved.Cancel));
    }

    private void Committed(HashSet<Saved> saved)
    {
        Reach("C02", _served.Value == Update);
        Reach("C05", saved.Contains(Saved.Order));
        Reach("C09", saved.Contains(Saved.Task));
        Reach("C11", _served.Value == Callback);
        Reach("C13", saved.Contains(Saved.Settlement));
        Reach("C14", saved.Contains(Saved.DeliveryPart));
        Reach("C18", saved.Contains(Saved.Delivery));
        Reach("C21", saved.Contains(Saved.Deposit));
        Reach("C28", saved.Contains(Saved.Cancel));
    }

    private static bool Claims(DbCommand command, string lane) =>
        command.CommandText.Contains("WITH waiting", StringComparison.Ordinal)
        && command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value as string == lane);

    private static IEnumerable<Saved> In(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList())
        {
            switch (entry.Entity)
            {
                case Generation when entry.State == EntityState.Added:
                    yield return Saved.Order;
                    break;
                case Generation order:
                    if (order.TaskId is not null && entry.OriginalValues[nameof(Generation.TaskId)] is null)
                    {
                        yield return Saved.Task;
                    }

                    if (!Equals(entry.OriginalValues[nameof(Generation.Status)], order.Status))
                    {
                        foreach (var step in In(order.Status))
                        {
                            yield return step;
                        }
                    }

                    break;
                case DeliveryPart:
                    yield return Saved.DeliveryPart;
                    break;
                case LedgerEntry { Kind: EntryKind.Deposit }:
                    yield return Saved.Deposit;
                    break;
                case FreeAllowance:
                    yield return Saved.Allowance;
                    break;
            }
        }
    }

    private static IEnumerable<Saved> In(GenerationStatus reached) => reached switch
    {
        GenerationStatus.Succeeded or GenerationStatus.Failed => [Saved.Settlement],
        GenerationStatus.Expired => [Saved.Settlement, Saved.Expiry],
        GenerationStatus.Delivered => [Saved.Delivery],
        GenerationStatus.Cancelled => [Saved.Cancel],
        _ => [],
    };

    private void Reach(string point, bool isReached)
    {
        if (isReached && point == _point && Interlocked.Decrement(ref _left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }

    /// <summary>The moment when a request is on the wire and its answer is not: only the HTTP client's events know it.</summary>
    private sealed class SentBodies(CrashPoints points) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "RequestContentStop")
            {
                points.Sent();
            }
        }
    }
}
