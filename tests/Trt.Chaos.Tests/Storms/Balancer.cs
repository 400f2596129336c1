using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Trt.Chaos.Tests.Storms;

/// <summary>One address before several shops: leads to those that say they are ready, and breaks off what leads to one that is not.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _taken = new();
    private readonly IReadOnlyList<Place> _places;
    private readonly ConcurrentDictionary<TcpClient, Place> _open = new();
    private int _turn;

    public Balancer(IReadOnlyList<Place> places)
    {
        _places = places;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    public void Open()
    {
        _ = Accept();
        foreach (var place in _places)
        {
            _ = Look(place);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _taken.CancelAsync();
        _listener.Stop();
        foreach (var client in _open.Keys)
        {
            client.Close();
        }

        _taken.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Lead(await _listener.AcceptTcpClientAsync(_taken.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The balancer is taken down.
        }
    }

    private async Task Look(Place place)
    {
        while (!_taken.IsCancellationRequested)
        {
            place.IsReady = await place.Answers();
            foreach (var (client, _) in _open.Where(pair => pair.Value == place && !place.IsReady))
            {
                client.Close();
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task Lead(TcpClient near)
    {
        using (near)
        {
            var turn = Interlocked.Increment(ref _turn);
            foreach (var place in _places.OrderByDescending(place => place.IsReady).ThenBy(place => (place.Number + turn) % _places.Count))
            {
                using var far = new TcpClient();
                try
                {
                    await far.ConnectAsync(IPAddress.Loopback, place.Port, _taken.Token);
                    _open[near] = place;
                    var (asks, answers) = (near.GetStream(), far.GetStream());
                    await Task.WhenAny(asks.CopyToAsync(answers, _taken.Token), answers.CopyToAsync(asks, _taken.Token));
                    return;
                }
                catch (Exception refused) when (refused is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
                {
                    // Nobody is there: the next one is asked.
                }
                finally
                {
                    _open.TryRemove(near, out _);
                }
            }
        }
    }
}
