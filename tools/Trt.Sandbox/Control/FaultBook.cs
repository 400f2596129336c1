using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

internal enum FaultMoment
{
    Before,
    After,
    DropBefore,
    DropAfter,
    Html,
    Drop,
    Duplicate,
    Reorder,
}

/// <summary>What goes wrong, and how often.</summary>
internal sealed record Fault
{
    public required string Method { get; init; }
    public required FaultMoment When { get; init; }
    public int Times { get; init; } = 1;
    public long? ChatId { get; init; }
    public int? ErrorCode { get; init; }
    public string? Description { get; init; }
    public int? RetryAfter { get; init; }
    public long? MigrateToChatId { get; init; }
    public int LatencyMs { get; init; }

    public BotApiException AsRefusal()
    {
        var parameters = RetryAfter is null && MigrateToChatId is null ? null : new ErrorParameters(RetryAfter, MigrateToChatId);
        return new BotApiException(ErrorCode!.Value, Description ?? Usual(ErrorCode.Value), parameters);
    }

    private string Usual(int code) => code switch
    {
        429 => $"Too Many Requests: retry after {RetryAfter ?? 1}",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden: bot was blocked by the user",
        404 => "Not Found",
        409 => "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        _ => "Internal Server Error",
    };
}

/// <summary>The faults a test has ordered for one bot, taken in the order they were given.</summary>
internal sealed class FaultBook
{
    public const string Webhook = "webhook";
    public const string AnyMethod = "*";

    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Waiting => _faults;

    public void Add(Fault fault) => _faults.Add(fault);

    public Fault? Take(string method, long? chatId)
    {
        var index = _faults.FindIndex(fault => Meets(fault, method) && (fault.ChatId is null || fault.ChatId == chatId));
        if (index < 0)
        {
            return null;
        }

        var fault = _faults[index];
        if (fault.Times > 1)
        {
            _faults[index] = fault with { Times = fault.Times - 1 };
        }
        else
        {
            _faults.RemoveAt(index);
        }

        return fault;
    }

    public void Clear() => _faults.Clear();

    private static bool Meets(Fault fault, string method) =>
        fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase) || (fault.Method == AnyMethod && method != Webhook);
}
