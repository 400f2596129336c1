using Microsoft.AspNetCore.Http;
using Trt.Infrastructure.Http;

namespace Trt.Infrastructure.Tests.Http;

internal sealed class CappedTests
{
    private const int BytesMax = 100_000;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(BytesMax)]
    public async Task A_body_within_its_limit_is_read_whole(int length)
    {
        var sent = Bytes(length);

        (await new StreamContent(new InPieces(sent)).ReadCapped(BytesMax, CancellationToken.None)).ShouldNotBeNull().ToArray().ShouldBe(sent);
        (await Request(sent, null).ReadCapped(BytesMax, CancellationToken.None)).ShouldNotBeNull().ToArray().ShouldBe(sent);
    }

    [Test]
    public async Task One_byte_too_many_is_no_body_and_the_rest_is_not_read()
    {
        var endless = new InPieces(Bytes(10 * BytesMax));

        (await new StreamContent(endless).ReadCapped(BytesMax, CancellationToken.None)).ShouldBeNull();

        endless.Given.ShouldBeLessThan(2 * BytesMax);
        (await Request(Bytes(BytesMax + 1), null).ReadCapped(BytesMax, CancellationToken.None)).ShouldBeNull();
    }

    [Test]
    public async Task A_request_that_says_it_is_too_long_is_not_read_at_all()
    {
        var request = Request([], BytesMax + 1);

        (await request.ReadCapped(BytesMax, CancellationToken.None)).ShouldBeNull();
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)i)];

    private static HttpRequest Request(byte[] body, long? length) =>
        new DefaultHttpContext { Request = { Body = new InPieces(body), ContentLength = length } }.Request;

    /// <summary>Comes as bodies do over a wire: a little at a time.</summary>
    private sealed class InPieces(byte[] bytes) : MemoryStream(bytes)
    {
        public int Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
            Given += read;
            return read;
        }
    }
}
