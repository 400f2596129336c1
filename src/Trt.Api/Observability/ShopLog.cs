using Microsoft.Extensions.Logging.Console;

namespace Trt.Api.Observability;

/// <summary>One line per event on the console, with its time and name. Logs carry ids, never what people wrote.</summary>
internal static class ShopLog
{
    public static ILoggingBuilder AddShopLog(this ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // EF logs whole commands with every error; the error itself travels as an exception.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        // Who reads the log may be slow, dead, or out of disk: then lines are dropped and counted, and customers are served.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        return logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.IncludeScopes = false;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }
}
