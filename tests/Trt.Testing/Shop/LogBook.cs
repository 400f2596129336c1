using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trt.Testing.Shop;

/// <summary>What a running shop writes down from now on, exceptions included.</summary>
public sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    private LogBook()
    {
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    public static LogBook Of(RunningShop shop)
    {
        var book = new LogBook();
        shop.Sandbox.Shop.GetRequiredService<ILoggerFactory>().AddProvider(book);
        return book;
    }

    public ILogger CreateLogger(string categoryName) => new Page(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Page(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> text) =>
            book._lines.Enqueue($"{level} {category} {id.Name} {text(state, exception)} {exception}");
    }
}
