namespace Trt.Sandbox.Telegram.Chats;

/// <summary>The presses that still show a spinner. Each takes one answer, and only for a short while.</summary>
internal sealed class OpenPresses(TimeProvider clock, SimulatorSettings settings)
{
    private const int OpenMax = 10_000;

    private readonly OrderedDictionary<string, (ChatRoom Room, Press Press)> _open = [];

    public void Add(ChatRoom room, Press press)
    {
        _open.Add(press.Id, (room, press));
        if (_open.Count > OpenMax)
        {
            _open.RemoveAt(0);
        }
    }

    /// <returns>False when the press is unknown, answered already or too old.</returns>
    public bool Answer(string id, PressAnswer answer)
    {
        if (!_open.Remove(id, out var open))
        {
            return false;
        }

        if (open.Press.At.AddMilliseconds(settings.Current.CallbackWindowMs) < clock.GetUtcNow())
        {
            return false;
        }

        open.Press.Answer = answer;
        open.Room.Touch();
        return true;
    }

    public void Clear() => _open.Clear();
}
