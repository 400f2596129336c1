using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Trt.Testing;

namespace Trt.Api.Tests.Startup;

/// <summary>The program as an operator starts it: a process of its own with an environment.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ShopProcess(Process process, int port, bool isRead)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        if (!isRead)
        {
            return;
        }

        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

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

    public static ShopProcess Start(params (string Name, string Value)[] environment) => Begin([], environment);

    /// <summary>Nobody takes its lines away, as when the disk behind its log is full.</summary>
    public static ShopProcess StartUnread(params (string Name, string Value)[] environment) => Begin([], environment, isRead: false);

    /// <summary>One of the program's verbs; without a word it is the shop itself.</summary>
    public static ShopProcess Command(string[] words, params (string Name, string Value)[] environment) => Begin(words, environment);

    private static ShopProcess Begin(string[] words, (string Name, string Value)[] environment, bool isRead = true)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [typeof(TrtApp).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in new[] { "TELEGRAM_BOT_TOKEN", "KIE_API_KEY", "DATABASE_URL", "WEBHOOK_BASE_URL", "BOT_MODE" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["LISTEN_LOCAL_ONLY"] = "true";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ShopProcess(Process.Start(start)!, port, isRead);
    }

    public async Task<int> Exit()
    {
        await Eventually.Holds("the program has ended", () => _process.HasExited);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public Task PortIsOpen() => Eventually.Holds("the port is open", async () =>
    {
        try
        {
            return (await Http.GetAsync("/health")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    public void Terminate() => Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
