using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Load;

/// <summary>
/// The press of a button as Telegram brings it, the whole HTTP request made once. Only the ids change from press to press, each in a place
/// of its own width, so that writing the next request costs a copy and a few digits.
/// </summary>
internal sealed class PressTemplate
{
    private const string UpdateId = "UUUUUUUUUU";
    private const string PersonId = "PPPPPPPPPP";
    private const string QueryId = "QQQQQQQQQQQQQQQQQQ";

    private readonly byte[] _request;
    private readonly int _update;
    private readonly int[] _person;
    private readonly int _query;
    private readonly int _data;

    /// <param name="data">What the button carries; letters X in it are filled in by the caller.</param>
    /// <param name="isHome">False for a button in a group: the shop learns who pressed and shows nothing.</param>
    public PressTemplate(string data, bool isHome = true)
    {
        var chat = isHome ? PersonId : "-100" + UpdateId;
        var body =
            $$$"""
            {"update_id":{{{UpdateId}}},"callback_query":{"id":"{{{QueryId}}}","from":{"id":{{{PersonId}}},"is_bot":false,"first_name":"Anna","username":"anna","language_code":"ru"},"message":{"message_id":7,"from":{"id":1000000001,"is_bot":true,"first_name":"TRT"},"chat":{"id":{{{chat}}},"first_name":"Anna","type":"{{{(isHome ? "private" : "supergroup")}}}"},"date":1767225600,"text":"Что создаём?"},"chat_instance":"{{{QueryId}}}","data":"{{{data}}}"}}
            """;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"POST /telegram/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Telegram-Bot-Api-Secret-Token: {Shop.WebhookSecret}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _request = Encoding.UTF8.GetBytes(text);
        _update = Places(UpdateId)[0];
        _person = Places(PersonId);
        _query = Places(QueryId)[0];
        _data = data.Contains('X', StringComparison.Ordinal) ? Places(data)[0] + data.IndexOf('X', StringComparison.Ordinal) : -1;
        Fill(_request, Places(QueryId)[1], 18, 123_456_789_012_345_678);
        if (!isHome)
        {
            Fill(_request, Places(UpdateId)[1], UpdateId.Length, 2_000_000_000);
        }
    }

    public int Write(Span<byte> buffer, long updateId, long person, ReadOnlySpan<byte> data = default)
    {
        _request.CopyTo(buffer);
        Fill(buffer, _update, UpdateId.Length, updateId);
        foreach (var place in _person)
        {
            Fill(buffer, place, PersonId.Length, person);
        }

        Fill(buffer, _query, QueryId.Length, 100_000_000_000_000_000 + updateId);
        data.CopyTo(data.IsEmpty ? buffer : buffer[_data..]);
        return _request.Length;
    }

    private static void Fill(Span<byte> buffer, int place, int width, long number) =>
        Utf8Formatter.TryFormat(number, buffer[place..], out _, new StandardFormat('D', (byte)width));

    private int[] Places(string mark)
    {
        var (bytes, places) = (Encoding.UTF8.GetBytes(mark), new List<int>());
        for (var at = _request.AsSpan().IndexOf(bytes); at >= 0;)
        {
            places.Add(at);
            var next = _request.AsSpan(at + bytes.Length).IndexOf(bytes);
            at = next < 0 ? -1 : at + bytes.Length + next;
        }

        return [.. places];
    }
}
