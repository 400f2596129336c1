using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Trt.Application.Ports;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.Media;

/// <summary>
/// Fetches a result from an address that somebody else gave us: bounded in size and time, true to its type, outside only.
/// </summary>
public sealed partial class ResultDownloader : IResultProbe, IResultFiles, IDisposable
{
    private const int RedirectsMax = 3;

    /// <summary>What is done with the body once it comes from where it may.</summary>
    private delegate Task<FetchOutcome> Taking(Stream body, CancellationToken token);

    /// <summary>The customer waits; what cannot be measured meanwhile costs what was agreed.</summary>
    private static readonly TimeSpan MeasuringTimeMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly DownloadOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ResultDownloader> _log;
    private readonly GuardedConnection _connection;
    private readonly HttpClient _client;

    public ResultDownloader(DownloadOptions options, TimeProvider time, ILogger<ResultDownloader> log)
    {
        _options = options;
        _time = time;
        _log = log;
        _connection = new GuardedConnection(options.TrustedHosts);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = _connection.Open,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseCookies = false,
            // A proxy would make the connection in our place, and the guard would check the proxy.
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Reads no more than tells the type; a file that is too large to fetch is there all the same.</summary>
    public async Task<ResultPresence> Look(Uri address, CancellationToken token) => await FetchInTime(address, Recognise, token) switch
    {
        FetchOutcome.Fetched { File: var file } => await Seen(file),
        FetchOutcome.Refused { Reason: FetchRefusal.TooLarge } => ResultPresence.There,
        FetchOutcome.TryLater => ResultPresence.Unclear,
        _ => ResultPresence.Missing,
    };

    public async Task<decimal?> Seconds(Uri address, CancellationToken token)
    {
        using var clock = new CancellationTokenSource(MeasuringTimeMax, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        var outcome = await Fetch(address, end.Token);
        token.ThrowIfCancellationRequested();
        if (outcome is not FetchOutcome.Fetched { File: var file })
        {
            return null;
        }

        await using (file)
        {
            return MediaGauge.Measure(file.Content)?.DurationSeconds;
        }
    }

    /// <summary>Whoever reads it lets it go.</summary>
    public async Task<CustomerFile> Open(Uri address, CancellationToken token) => await Fetch(address, token) switch
    {
        FetchOutcome.Fetched { File: var file } => new CustomerFile.Opened(file.Content),
        FetchOutcome.TryLater later => new CustomerFile.TryLater(later.After, later.Detail),
        FetchOutcome.Gone gone => new CustomerFile.Lost(gone.Detail),
        FetchOutcome.Refused refused => new CustomerFile.Lost($"{refused.Reason}: {refused.Detail}"),
        var other => throw new InvalidOperationException($"No rule for {other}"),
    };

    public async Task<FetchOutcome> Fetch(Uri address, CancellationToken token)
    {
        var started = _time.GetTimestamp();
        var outcome = await FetchInTime(address, Store, token);
        var (host, end) = (address.IsAbsoluteUri ? address.Host : "", outcome.GetType().Name);
        var bytes = (outcome as FetchOutcome.Fetched)?.File.Bytes;
        var milliseconds = (long)_time.GetElapsedTime(started).TotalMilliseconds;
        Log(host, end, bytes, milliseconds);
        return outcome;
    }

    public void Dispose() => _client.Dispose();

    private static async Task<ResultPresence> Seen(FetchedFile file)
    {
        await file.DisposeAsync();
        return ResultPresence.There;
    }

    private static async Task<FetchOutcome> Recognise(Stream body, CancellationToken token)
    {
        var start = new byte[MediaType.BytesNeeded];
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, token);
        return TypeOf(start.AsSpan(0, length), out var refusal) is { } type
            ? new FetchOutcome.Fetched(new FetchedFile(new MemoryStream(start, 0, length), type))
            : refusal;
    }

    private static MediaType? TypeOf(ReadOnlySpan<byte> start, out FetchOutcome.Refused refusal)
    {
        refusal = start.IsEmpty
            ? new FetchOutcome.Refused(FetchRefusal.Empty, "no bytes")
            : new FetchOutcome.Refused(FetchRefusal.NotMedia, "neither picture nor film nor sound");
        return MediaType.Of(start);
    }

    private async Task<FetchOutcome> FetchInTime(Uri address, Taking take, CancellationToken token)
    {
        using var clock = new CancellationTokenSource(_options.TimeMax, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, clock.Token);
        try
        {
            return await Follow(address, take, end.Token);
        }
        catch (HttpRequestException failure) when (Forbidden(failure) is { } why)
        {
            return new FetchOutcome.Refused(FetchRefusal.ForbiddenAddress, why);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new FetchOutcome.TryLater(Pause, failure.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            return new FetchOutcome.TryLater(Pause, token.IsCancellationRequested ? "cancelled" : "not finished in time");
        }
    }

    private async Task<FetchOutcome> Follow(Uri address, Taking take, CancellationToken token)
    {
        for (var hop = 0; hop <= RedirectsMax; hop++)
        {
            if (Objection(address) is { } objection)
            {
                return new FetchOutcome.Refused(FetchRefusal.ForbiddenAddress, objection);
            }

            using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, token);
            if (response.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return await Take(response, take, token);
            }

            if (response.Headers.Location is not { } next)
            {
                return new FetchOutcome.Refused(FetchRefusal.Other, "a redirect to nowhere");
            }

            address = new Uri(address, next);
        }

        return new FetchOutcome.Refused(
            FetchRefusal.TooManyRedirects,
            string.Create(CultureInfo.InvariantCulture, $"more than {RedirectsMax} redirects"));
    }

    private string? Objection(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            return "only http and https are fetched";
        }

        if (address.UserInfo.Length > 0)
        {
            return "an address with a name and a password in it";
        }

        return address.IsDefaultPort || _connection.IsTrusted(address.Host, address.Port) ? null : "only the usual ports are fetched";
    }

    private async Task<FetchOutcome> Take(HttpResponseMessage response, Taking take, CancellationToken token)
    {
        var status = (int)response.StatusCode;
        var detail = string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
        switch (status)
        {
            case 200:
                break;
            // A link that carries its own signature says 403 when its time is over.
            case 403 or 404 or 410:
                return new FetchOutcome.Gone(detail);
            case 408 or 425 or 429 or >= 500:
                return new FetchOutcome.TryLater(response.RetryAfter(_time) ?? Pause, detail);
            default:
                return new FetchOutcome.Refused(FetchRefusal.Other, detail);
        }

        if (response.Content.Headers.ContentLength > _options.BytesMax)
        {
            return TooLarge();
        }

        await using var body = await response.Content.ReadAsStreamAsync(token);
        return await take(body, token);
    }

    private async Task<FetchOutcome> Store(Stream body, CancellationToken token)
    {
        var start = new byte[MediaType.BytesNeeded];
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, token);
        if (TypeOf(start.AsSpan(0, length), out var refusal) is not { } type)
        {
            return refusal;
        }

        var file = OpenFile();
        try
        {
            await file.WriteAsync(start.AsMemory(0, length), token);
            if (!await CopyWithin(body, file, token))
            {
                await file.DisposeAsync();
                return TooLarge();
            }

            file.Position = 0;
            return new FetchOutcome.Fetched(new FetchedFile(file, type));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> CopyWithin(Stream body, FileStream file, CancellationToken token)
    {
        var block = new byte[80 * 1024];
        int read;
        while ((read = await body.ReadAsync(block, token)) > 0)
        {
            if (file.Position + read > _options.BytesMax)
            {
                return false;
            }

            await file.WriteAsync(block.AsMemory(0, read), token);
        }

        await file.FlushAsync(token);
        return true;
    }

    private FileStream OpenFile()
    {
        var settings = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(_options.Folder, $"trt-{Guid.CreateVersion7(_time.GetUtcNow()):N}"), settings);
    }

    private FetchOutcome.Refused TooLarge() =>
        new(FetchRefusal.TooLarge, string.Create(CultureInfo.InvariantCulture, $"more than {_options.BytesMax} bytes"));

    private static string? Forbidden(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is ForbiddenAddressException)
            {
                return cause.Message;
            }
        }

        return null;
    }

    [LoggerMessage(
        EventId = 4101, EventName = "RESULT_FETCH", Level = LogLevel.Information,
        Message = "Fetching from {Host} ended as {Outcome}, {Bytes} bytes, {Milliseconds} ms")]
    private partial void Log(string host, string outcome, long? bytes, long milliseconds);
}
