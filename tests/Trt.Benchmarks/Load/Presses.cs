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
    private const int Connections = 16;
    private const int TriesMax = 5;

    private static readonly byte[] Answered = "answerCallbackQuery"u8.ToArray();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PressTemplate _press = new("main_menu", isHome: false);
    private int _turn = -1;

    /// <summary>
    /// None of this is measured. A shop on a crowded machine may take its database for lost in such a rush and hand updates back; then all
    /// come again, as from Telegram.
    /// </summary>
    public static void Come(ServerUnderTest shop, long firstPerson, int people)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                new ClosedLoop(shop.Port, Connections).Run(new Arrivals(firstPerson, people), Answered, Patience);
                return;
            }
            catch (BenchmarkException) when (attempt < TriesMax)
            {
                // The next one tells why if it does not go well either.
            }
        }
    }

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
        Ids.Of(firstPerson + turn).TryWriteBytes(id, bigEndian: true, out _);
        Base64Url.EncodeToUtf8(id, text);
        length = _press.Write(buffer, UpdateIds.Next(), firstPerson + turn, text);
        return true;
    }
}

/// <summary>Customers with a past look at it, in turns and without an end.</summary>
internal sealed class PagePresses(Page page, long firstPerson, int people) : IRequests
{
    private readonly PressTemplate _press = new(page.Button);
    private int _turn;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = (uint)Interlocked.Increment(ref _turn);
        var person = firstPerson + (turn % people);
        if (!page.IsOfOneOrder)
        {
            length = _press.Write(buffer, UpdateIds.Next(), person);
            return true;
        }

        Span<byte> id = stackalloc byte[16];
        Span<byte> text = stackalloc byte[22];
        Books.OrderOf(person, number: 1 + (int)(turn / people % Books.OrdersEach)).TryWriteBytes(id, bigEndian: true, out _);
        Base64Url.EncodeToUtf8(id, text);
        length = _press.Write(buffer, UpdateIds.Next(), person, text);
        return true;
    }
}

/// <summary>What a shop is asked all day: mostly the menu, at times the history, at times a new order.</summary>
internal sealed class MixedPresses(long firstPerson, int people) : IRequests
{
    private readonly PressTemplate _menu = new("main_menu");
    private readonly PressTemplate _history = new("my_generations:1:e");
    private readonly PressTemplate _order = new("select_model:nano-banana-pro");
    private int _turn;

    public bool TryWrite(Span<byte> buffer, out int length)
    {
        var turn = (uint)Interlocked.Increment(ref _turn);
        var press = (turn % 10) switch
        {
            < 7 => _menu,
            < 9 => _history,
            _ => _order,
        };
        length = press.Write(buffer, UpdateIds.Next(), firstPerson + (turn % people));
        return true;
    }
}
