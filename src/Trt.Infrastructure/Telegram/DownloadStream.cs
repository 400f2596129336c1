namespace Trt.Infrastructure.Telegram;

/// <summary>A file on its way from Telegram: bounded in size and time, and failing only with our own words.</summary>
internal sealed class DownloadStream(Stream inner, long bytesMax, HttpResponseMessage response, Deadline deadline) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return Count(await inner.ReadAsync(buffer, either.Token));
        }
        catch (OperationCanceledException) when (deadline.Passed && !cancellationToken.IsCancellationRequested)
        {
            throw Broken("the file did not come in time");
        }
        catch (Exception e) when (e is (IOException and not BotApiException) or HttpRequestException)
        {
            throw Broken(TokenRedaction.Redact(e.Message));
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A download is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
            deadline.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Count(int bytes)
    {
        _read += bytes;
        return _read <= bytesMax ? bytes : throw new BotApiException("download", 400, "file is too big", BotVerdict.TryOtherWay);
    }

    private static BotApiException Broken(string description) => new("download", errorCode: 0, description, BotVerdict.TryLater);
}
