using System.Diagnostics;

namespace Trt.Infrastructure.Telegram;

public static class TelegramTelemetry
{
    public const string SourceName = "Trt.Telegram";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Start(string method) =>
        Source.StartActivity($"telegram {method}", ActivityKind.Client)?.SetTag("telegram.method", method);
}
