using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Load;

/// <summary>The provider says of each of some orders that it is done, at the address that it was given with the order.</summary>
internal sealed class Callbacks(long firstPerson, int orders) : IRequests
{
    private const string Order = "GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG";
    private const string Token = "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK";

    /// <summary>As the shop derives it from the bot's token.</summary>
    private static readonly byte[] Secret = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Shop.BotToken), "trt:provider-callback"u8);

    private readonly RequestTemplate _request = new(
        $"/callbacks/kie/{Order}/{Token}",
        "",
        $$$"""
        {"code":200,"data":{"completeTime":1767225600000,"consumeCredits":18,"costTime":8,"createTime":1767225592000,"model":"nano-banana-pro","param":"{\"model\":\"nano-banana-pro\",\"input\":{\"prompt\":\"A red fox in the morning mist, soft light, 35 mm\",\"resolution\":\"1K\"}}","resultJson":"{\"resultUrls\":[\"https://results.example/{{{Order}}}.png\"]}","state":"success","taskId":"{{{Order}}}","updateTime":1767225600000},"msg":"Playground task completed successfully."}
        """,
        Order,
        Token);

    private int _turn = -1;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = Interlocked.Increment(ref _turn);
        if (turn >= orders)
        {
            length = 0;
            return false;
        }

        var order = Ids.Of(firstPerson + turn).ToString("N");
        Span<byte> id = stackalloc byte[32];
        Span<byte> bound = stackalloc byte[34];
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> token = stackalloc byte[43];
        Encoding.ASCII.GetBytes(order, id);
        // The token belongs to the first attempt.
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{order}.1"), bound);
        HMACSHA256.HashData(Secret, bound, code);
        Base64Url.EncodeToUtf8(code, token);
        length = _request.Copy(buffer);
        _request.Put(buffer, 0, id);
        _request.Put(buffer, 1, token);
        return true;
    }
}
