using System.Buffers.Text;
using Trt.Benchmarks.Neighbours;

namespace Trt.Benchmarks.Load;

/// <summary>Update ids of the whole run: each is used once, as at Telegram.</summary>
internal static class UpdateIds
{
    private static long _last = 1_000_000_000;

    public static long Next() => Interlocked.Increment(ref _last);
}

/// <summary>Many people press "menu", in turns and without an end.</summary>
internal sealed class MenuPresses(long firstPerson, int people) : IRequests
{
    private readonly PressTemplate _press = new("main_menu");
    private int _turn;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = (uint)Interlocked.Increment(ref _turn);
        length = _press.Write(buffer, UpdateIds.Next(), firstPerson + (turn % people));
        return true;
    }
}

/// <summary>Each of some people makes themselves known once; nothing is shown to them.</summary>
internal sealed class Arrivals(long firstPerson, int people) : IRequests
{
    private readonly PressTemplate _press = new("main_menu", isHome: false);
    private int _turn = -1;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = Interlocked.Increment(ref _turn);
        length = turn < people ? _press.Write(buffer, UpdateIds.Next(), firstPerson + turn) : 0;
        return turn < people;
    }
}

/// <summary>Each of some people confirms the order that waits for them.</summary>
internal sealed class ConfirmPresses(long firstPerson, int people) : IRequests
{
    private readonly PressTemplate _press = new($"confirm_generate:{new string('X', 22)}");
    private int _turn = -1;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = Interlocked.Increment(ref _turn);
        if (turn >= people)
        {
            length = 0;
            return false;
        }

        Span<byte> id = stackalloc byte[16];
        Span<byte> text = stackalloc byte[22];
        ConfirmTables.DraftOf(firstPerson + turn).TryWriteBytes(id, bigEndian: true, out _);
        Base64Url.EncodeToUtf8(id, text);
        length = _press.Write(buffer, UpdateIds.Next(), firstPerson + turn, text);
        return true;
    }
}
