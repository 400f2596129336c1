using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trt.Chaos.Tests;

/// <summary>A shop as the operating system has it: it can be killed, stopped, frozen, and it tells how it ended.</summary>
internal sealed class ShopProgram : IAsyncDisposable
{
    public const int Killed = 128 + 9;

    private const int OutputMax = 200_000;

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly StringBuilder _output = new();

    private ShopProgram(Process process, int port)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(2) };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="words">The assembly and its arguments.</param>
    public static ShopProgram Start(IEnumerable<string> words, int port, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["LISTEN_LOCAL_ONLY"] = "true";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new ShopProgram(Process.Start(start)!, port);
    }

    public async Task<int> Exit(CancellationToken token = default)
    {
        await _process.WaitForExitAsync(token);
        return _process.ExitCode;
    }

    public async Task<bool> IsReady()
    {
        try
        {
            using var answer = await _http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Tell(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException) when (_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            // The dead need not be told.
        }
    }

    public void Kill() => _process.Kill();

    public void Terminate() => Signal("TERM");

    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Note(string? line)
    {
        lock (_output)
        {
            if (_output.Length < OutputMax)
            {
                _output.AppendLine(line);
            }
        }
    }
}
