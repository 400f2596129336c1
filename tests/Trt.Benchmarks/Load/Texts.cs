using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Load;

/// <summary>A written message as Telegram brings it.</summary>
internal sealed class TextTemplate(string words)
{
    private const string Update = "UUUUUUUUUU";
    private const string Person = "PPPPPPPPPP";

    private readonly RequestTemplate _request = new(
        "/telegram/webhook",
        $"X-Telegram-Bot-Api-Secret-Token: {Shop.WebhookSecret}\r\n",
        $$$"""
        {"update_id":{{{Update}}},"message":{"message_id":9,"from":{"id":{{{Person}}},"is_bot":false,"first_name":"Anna","username":"anna","language_code":"ru"},"chat":{"id":{{{Person}}},"first_name":"Anna","username":"anna","type":"private"},"date":1767225600,"text":"{{{words}}}"}}
        """,
        Update,
        Person);

    public int Write(Span<byte> buffer, long updateId, long person)
    {
        var length = _request.Copy(buffer);
        _request.Put(buffer, 0, updateId);
        _request.Put(buffer, 1, person);
        return length;
    }
}

/// <summary>Each of some people writes once what they want to see.</summary>
internal sealed class WrittenWishes(long firstPerson, int people) : IRequests
{
    public const string Words = "A red fox in the morning mist, soft light, 35 mm";

    private readonly TextTemplate _text = new(Words);
    private int _turn = -1;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = Interlocked.Increment(ref _turn);
        length = turn < people ? _text.Write(buffer, UpdateIds.Next(), firstPerson + turn) : 0;
        return turn < people;
    }
}
