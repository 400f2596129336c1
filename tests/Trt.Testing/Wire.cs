using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Trt.Testing;

/// <summary>The wire to a database, which can be cut, fall silent or get slow while both ends live.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _taken = new();
    private readonly ConcurrentDictionary<TcpClient, TcpClient> _open = new();
    private readonly NpgsqlConnectionStringBuilder _target;
    private volatile TaskCompletionSource _flows = Flowing();
    private volatile bool _isCut;
    private volatile byte[]? _cutAt;
    private volatile byte[]? _loseAfter;
    private TimeSpan _delay;
    private int _peak;
    private int _refused;

    private Wire(string connectionString)
    {
        _target = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;
        _ = Accept();
    }

    /// <summary>The same database, by this wire.</summary>
    public string ConnectionString { get; }

    /// <summary>Connections that are open now.</summary>
    public int Connections => _open.Count;

    /// <summary>The most that were ever open at once.</summary>
    public int ConnectionsPeak => Volatile.Read(ref _peak);

    /// <summary>Tries to connect while it was cut.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public static Wire To(string connectionString) => new(connectionString);

    /// <summary>What is open breaks off, and nothing new comes through.</summary>
    public void Cut()
    {
        _isCut = true;
        BreakOff();
    }

    /// <summary>Nothing arrives any more, and nobody says so.</summary>
    public void FallSilent()
    {
        if (_flows.Task.IsCompleted)
        {
            _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Each statement takes longer by this.</summary>
    public void GetSlow(TimeSpan delay) => _delay = delay;

    /// <summary>What is open breaks off when this is next asked for; then all is well.</summary>
    public void CutOnceAt(string statement) => _cutAt = Encoding.UTF8.GetBytes(statement);

    public bool WasCut => _cutAt is null;

    /// <summary>The transaction with this is committed, and the answer to that never arrives.</summary>
    public void LoseAnswerOnceAfter(string statement) => _loseAfter = Encoding.UTF8.GetBytes(statement);

    public bool HasLostAnswer => _loseAfter is null;

    /// <summary>What was held back arrives.</summary>
    public void Mend()
    {
        _isCut = false;
        _delay = TimeSpan.Zero;
        _flows.TrySetResult();
    }

    /// <summary>What was held back is lost; new connections come through.</summary>
    public void Replace()
    {
        BreakOff();
        Mend();
    }

    public async ValueTask DisposeAsync()
    {
        await _taken.CancelAsync();
        _listener.Stop();
        BreakOff();
        _flows.TrySetResult();
        _taken.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(_taken.Token);
                if (_isCut)
                {
                    near.Close();
                    Interlocked.Increment(ref _refused);
                    continue;
                }

                _ = Join(near);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The wire is taken down.
        }
    }

    private async Task Join(TcpClient near)
    {
        var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_target.Host!, _target.Port, _taken.Token);
            _open[near] = far;
            _peak = Math.Max(_peak, _open.Count);
            var line = new Line();
            await Task.WhenAny(Carry(near, far, line, isQuestion: true), Carry(far, near, line, isQuestion: false));
        }
        catch (Exception lost) when (lost is SocketException or OperationCanceledException)
        {
            // The far end is down; the near one sees it by its connection closing.
        }
        finally
        {
            _open.TryRemove(near, out _);
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task Carry(TcpClient from, TcpClient to, Line line, bool isQuestion)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            var (source, target) = (from.GetStream(), to.GetStream());
            while (await source.ReadAsync(buffer) is > 0 and var count)
            {
                await _flows.Task;
                if (isQuestion && _delay > TimeSpan.Zero)
                {
                    await Task.Delay(_delay, TimeProvider.System);
                }

                if (isQuestion && _cutAt is { } text && buffer.AsSpan(0, count).IndexOf(text) >= 0)
                {
                    _cutAt = null;
                    BreakOff();
                    return;
                }

                if (isQuestion)
                {
                    Note(line, buffer.AsSpan(0, count));
                }
                else if (line.LosesAnswer)
                {
                    BreakOff();
                    return;
                }

                await target.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end has gone; the other is closed by whoever joined them.
        }
    }

    private void Note(Line line, ReadOnlySpan<byte> question)
    {
        line.IsMeant |= _loseAfter is { } statement && question.IndexOf(statement) >= 0;
        if (line.IsMeant && question.IndexOf("COMMIT"u8) >= 0)
        {
            line.LosesAnswer = true;
            _loseAfter = null;
        }
    }

    /// <summary>Without a farewell, as when a cable is pulled or a server dies.</summary>
    private void BreakOff()
    {
        foreach (var (near, far) in _open)
        {
            try
            {
                // A closed one has no socket any more.
                near.Client?.LingerState = new LingerOption(enable: true, seconds: 0);
            }
            catch (ObjectDisposedException)
            {
                // Its ends have just parted by themselves.
            }

            near.Close();
            far.Close();
        }
    }

    private sealed class Line
    {
        public bool IsMeant { get; set; }

        public volatile bool LosesAnswer;
    }
}
