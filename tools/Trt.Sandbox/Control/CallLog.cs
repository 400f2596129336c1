using System.Text.Json.Nodes;
using Trt.Sandbox.Telegram;
using Trt.Sandbox.Telegram.Wire;

namespace Trt.Sandbox.Control;

internal sealed record LoggedCall
{
    public required long Seq { get; init; }
    public required DateTimeOffset At { get; init; }
    public required long Bot { get; init; }
    public required string Method { get; init; }
    public required JsonObject Parameters { get; init; }
    public required int Status { get; init; }
    public string? Description { get; init; }
}

/// <summary>The latest Bot API calls of all bots, without their secrets.</summary>
internal sealed class CallLog(TimeProvider clock) : ISandboxState
{
    private const int CallsMax = 5000;
    private const int TextMax = 8192;
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase) { "secret_token", "provider_token", "token" };

    private readonly Lock _gate = new();
    private readonly Queue<LoggedCall> _calls = new(CallsMax);
    private long _seq;

    public void Add(BotAccount bot, string method, Parameters parameters, int status, string? description)
    {
        var shown = Shown(bot, parameters);
        lock (_gate)
        {
            if (_calls.Count == CallsMax)
            {
                _calls.Dequeue();
            }

            _calls.Enqueue(new LoggedCall
            {
                Seq = ++_seq,
                At = clock.GetUtcNow(),
                Bot = bot.Id,
                Method = method,
                Parameters = shown,
                Status = status,
                Description = description,
            });
        }
    }

    public IReadOnlyList<LoggedCall> After(long seq)
    {
        lock (_gate)
        {
            return [.. _calls.Where(call => call.Seq > seq)];
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    private static JsonObject Shown(BotAccount bot, Parameters parameters)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in parameters.Texts)
        {
            if (!Secrets.Contains(name))
            {
                shown[name] = (value.Length > TextMax ? value[..TextMax] + "…" : value).Replace(
                    bot.Token, "<token>", StringComparison.Ordinal);
            }
        }

        foreach (var (name, file) in parameters.Files)
        {
            shown[name] = new JsonObject
            {
                ["file_name"] = file.FileName,
                ["mime_type"] = file.MimeType,
                ["file_size"] = file.Content.Length,
            };
        }

        return shown;
    }
}
