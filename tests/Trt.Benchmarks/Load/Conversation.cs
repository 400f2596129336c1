using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trt.Benchmarks.Load;

/// <summary>One connection that stays open: a request, its answer, the next one.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        ReceiveTimeout = 30_000,
    };

    private readonly AnswerReader _reader;

    public Conversation(int port)
    {
        _socket.Connect(IPAddress.Loopback, port);
        _reader = new AnswerReader(_socket);
    }

    /// <param name="mark">What the answer must hold; empty when any 200 will do.</param>
    public void Ask(ReadOnlySpan<byte> request, ReadOnlySpan<byte> mark)
    {
        _socket.Send(request);
        var answer = _reader.Next();
        if (!answer.StartsWith("HTTP/1.1 200"u8) || answer.IndexOf(mark) < 0)
        {
            throw new BenchmarkException($"An answer is not the one that was measured for:\n{Encoding.UTF8.GetString(answer)}");
        }
    }

    public void Dispose() => _socket.Dispose();
}
