using System.Buffers.Text;
using System.Net.Sockets;

namespace Trt.Benchmarks.Load;

/// <summary>Reads one HTTP/1.1 answer after the other from a connection that stays open; knows just as much as our servers send.</summary>
internal sealed class AnswerReader(Socket socket)
{
    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> EndOfChunks => "0\r\n\r\n"u8;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _filled;

    /// <returns>The answer as it came, valid until the next one is read.</returns>
    public ReadOnlySpan<byte> Next()
    {
        _filled = 0;
        while (true)
        {
            var received = socket.Receive(_buffer.AsSpan(_filled));
            if (received == 0)
            {
                throw new BenchmarkException("The server closed the connection in the middle of the measurement.");
            }

            _filled += received;
            var answer = _buffer.AsSpan(0, _filled);
            if (IsComplete(answer))
            {
                return answer;
            }

            if (_filled == _buffer.Length)
            {
                throw new BenchmarkException("An answer is far longer than any that the shop gives.");
            }
        }
    }

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var headEnd = answer.IndexOf(EndOfHead);
        if (headEnd < 0)
        {
            return false;
        }

        var body = answer[(headEnd + EndOfHead.Length)..];
        return BodyLength(answer[..headEnd]) is { } length ? body.Length >= length : body.EndsWith(EndOfChunks);
    }

    /// <summary>Null when the body comes in chunks.</summary>
    private static int? BodyLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : null;
    }
}
