using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Trt.Infrastructure.PrivatePostgres;

/// <summary>The running server: watched until it ends, its last words kept for the error.</summary>
internal sealed partial class ServerProcess
{
    private const int WordsKept = 20;

    private readonly Queue<string> _lastWords = new();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger;

    private ServerProcess(ILogger logger) => _logger = logger;

    public Task Exited => _exited.Task;

    public string LastWords
    {
        get
        {
            lock (_lastWords)
            {
                return string.Join(Environment.NewLine, _lastWords);
            }
        }
    }

    /// <summary>
    /// On a thread of its own that stays until the server ends: the kernel ties the server's life to the thread that forked it.
    /// </summary>
    public static async Task<ServerProcess> Start(ProcessStartInfo command, ILogger logger)
    {
        var server = new ServerProcess(logger);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => server.Live(command, started)) { IsBackground = true, Name = "private postgres" }.Start();
        await started.Task;
        return server;
    }

    private void Live(ProcessStartInfo command, TaskCompletionSource started)
    {
        try
        {
            using var process = new Process { StartInfo = command };
            process.OutputDataReceived += (_, line) => Hear(line.Data);
            process.ErrorDataReceived += (_, line) => Hear(line.Data);
            process.Start();
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult();
            process.WaitForExit();
        }
        catch (Exception e) when (!started.Task.IsCompleted)
        {
            started.SetException(new PrivatePostgresException($"{command.FileName} could not be started: {e.Message}", e));
        }
        finally
        {
            _exited.TrySetResult();
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastWords)
        {
            if (_lastWords.Count == WordsKept)
            {
                _lastWords.Dequeue();
            }

            _lastWords.Enqueue(line);
        }

        LogLine(_logger, line);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "postgres: {Line}")]
    private static partial void LogLine(ILogger logger, string line);
}
