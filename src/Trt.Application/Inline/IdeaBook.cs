using System.Buffers.Text;
using System.Collections.Concurrent;
using Trt.Domain.Finding;
using Trt.Domain.Shared;

namespace Trt.Application.Inline;

/// <summary>
/// What is being typed right now. Each text has its code at once; written down is only the last one of each person, a second later, so that
/// typing costs no write per letter. Whoever presses sooner is served from here.
/// </summary>
internal sealed class IdeaBook(TimeProvider time)
{
    private const int KnownMax = 20_000;

    private readonly ConcurrentDictionary<(UserId User, string Text), Idea> _known = new();
    private readonly ConcurrentDictionary<string, Idea> _byCode = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<UserId, Idea> _unwritten = new();

    public string CodeFor(UserId user, string text)
    {
        var now = time.GetUtcNow();
        if (_known.Count >= KnownMax)
        {
            _known.Clear();
            _byCode.Clear();
        }

        var idea = _known.GetOrAdd((user, text), _ => Idea.Of(NewCode(now), user, text, now));
        _byCode[idea.Code] = idea;
        _unwritten[user] = idea;
        return idea.Code;
    }

    public Idea? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>What has to be written down now; whoever takes it and fails puts it back.</summary>
    public IReadOnlyList<Idea> Take()
    {
        List<Idea> taken = [];
        foreach (var user in _unwritten.Keys)
        {
            if (_unwritten.TryRemove(user, out var idea))
            {
                taken.Add(idea);
            }
        }

        return taken;
    }

    public void PutBack(IEnumerable<Idea> ideas)
    {
        foreach (var idea in ideas)
        {
            _unwritten.TryAdd(idea.UserId, idea);
        }
    }

    /// <summary>As long as an order's own name: nobody guesses what somebody else typed.</summary>
    private static string NewCode(DateTimeOffset now) =>
        Base64Url.EncodeToString(Guid.CreateVersion7(now).ToByteArray(bigEndian: true));
}
