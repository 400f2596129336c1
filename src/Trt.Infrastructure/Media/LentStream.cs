namespace Trt.Infrastructure.Media;

/// <summary>Reads somebody else's stream from its beginning and leaves it open.</summary>
internal sealed class LentStream : Stream
{
    private readonly Stream _owned;

    public LentStream(Stream owned)
    {
        _owned = owned;
        _owned.Position = 0;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _owned.Length;

    public override long Position
    {
        get => _owned.Position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => _owned.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _owned.ReadAsync(buffer, cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
