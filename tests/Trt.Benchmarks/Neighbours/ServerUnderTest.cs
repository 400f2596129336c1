using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Trt.Benchmarks.Neighbours;

/// <summary>A server in a process of its own. What it prints goes into a file, as it would at a host.</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(1);

    private readonly Process _process;
    private readonly string _log;
    private readonly long _started;

    private ServerUnderTest(Process process, string log, int port, long started)
    {
        (_process, _log, Port, _started) = (process, log, port, started);
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
    }

    public int Port { get; }

    /// <summary>From the start of the process to the first accepted connection.</summary>
    public TimeSpan OpenedAfter { get; private set; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What of it lies in the machine's memory.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static Task<ServerUnderTest> StartBare(string folder, CancellationToken token)
    {
        var port = Programs.FreePort();
        return Start("Trt.Benchmarks.Bare", [port.ToString(CultureInfo.InvariantCulture)], port, new Dictionary<string, string?>(), folder, token);
    }

    public static Task<ServerUnderTest> Start(
        string project, IReadOnlyList<string> arguments, int port, IReadOnlyDictionary<string, string?> environment, string folder,
        CancellationToken token) =>
        Launch(project, [Programs.Host, Programs.Of(project), .. arguments], port, environment, folder, token);

    /// <param name="name">Of its log.</param>
    public static async Task<ServerUnderTest> Launch(
        string name, IReadOnlyList<string> commandLine, int port, IReadOnlyDictionary<string, string?> environment, string folder,
        CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, $"{name}.log");
        // The shell only opens the file and gives way to the server, which keeps its process id.
        var command = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder };
        foreach (var argument in (string[])["-c", "exec \"$@\" >\"$BENCH_LOG\" 2>&1", "sh", .. commandLine])
        {
            command.ArgumentList.Add(argument);
        }

        command.Environment["BENCH_LOG"] = log;
        foreach (var (variable, value) in environment)
        {
            command.Environment[variable] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var server = new ServerUnderTest(Process.Start(command)!, log, port, started);
        try
        {
            await server.Until(server.Accepts, token);
            server.OpenedAfter = Stopwatch.GetElapsedTime(started);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <returns>How long after the start of the process it said that it is ready.</returns>
    public async Task<TimeSpan> Ready(CancellationToken token)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        await Until(async () =>
        {
            using var answer = await http.GetAsync("health/ready", token);
            return answer.IsSuccessStatusCode;
        }, token);
        return Stopwatch.GetElapsedTime(_started);
    }

    /// <summary>What the shop has counted itself, all lines together that are meant.</summary>
    public async Task<long> Counter(Func<string, bool> isMeant, CancellationToken token)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        var page = await http.GetStringAsync(new Uri("metrics", UriKind.Relative), token);
        return page.Split('\n').Where(isMeant)
            .Sum(line => (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>Asked to stop, as a host asks: it drains and ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        if (!_process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(StopsWithin);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync(CancellationToken.None);
            }
        }

        _process.Dispose();
    }

    /// <summary>A measurement that is broken off leaves no server behind.</summary>
    private void EndWithUs(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    private async Task<bool> Accepts()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task Until(Func<Task<bool>> condition, CancellationToken token)
    {
        while (!await condition())
        {
            if (_process.HasExited)
            {
                throw new BenchmarkException($"A server ended before it was measured ({_process.ExitCode}). It said:\n{await File.ReadAllTextAsync(_log, token)}");
            }

            if (Stopwatch.GetElapsedTime(_started) > OpensWithin)
            {
                throw new BenchmarkException($"A server did not open within {OpensWithin.TotalSeconds} s. Its log is {_log}");
            }

            await Task.Delay(AskAgainAfter, TimeProvider.System, token);
        }
    }
}
