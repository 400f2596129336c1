namespace Trt.Domain.Tests.Generations.Model;

/// <summary>
/// Goes every way there is, up to a length. Ways that meet in the same state go on as one. Each state is reached by making its moves
/// again from the beginning, so the aggregates need not be copied.
/// </summary>
internal sealed class Explorer(int orders, Plant plant)
{
    private static readonly Move[] Moves = Enum.GetValues<Move>();

    public int States { get; private set; }

    public long Transitions { get; private set; }

    /// <summary>The shortest way to something that must not be; null when there is none of this length.</summary>
    public string? Explore(int length)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<Step[]> level = [[]];
        for (var depth = 0; depth <= length && level.Count > 0; depth++)
        {
            var next = new List<Step[]>();
            foreach (var way in level)
            {
                if (Go(way) is { Problem: { } problem })
                {
                    return $"{problem}, after {string.Join(", ", way)}";
                }

                States++;
                if (depth < length)
                {
                    next.AddRange(Continuations(way, seen));
                }
            }

            level = next;
        }

        return null;
    }

    private IEnumerable<Step[]> Continuations(Step[] way, HashSet<string> seen)
    {
        for (var order = 0; order < orders; order++)
        {
            foreach (var move in Moves)
            {
                Step[] longer = [.. way, new Step(order, move)];
                if (Walk(longer, out var problem) is not { } desk)
                {
                    continue;
                }

                Transitions++;
                if (problem is not null || seen.Add(desk.Fingerprint()))
                {
                    yield return longer;
                }
            }
        }
    }

    /// <summary>Judged as it stands, and as it would end if everybody were well from here on.</summary>
    private (Desk Desk, string? Problem) Go(Step[] way)
    {
        var desk = Walk(way, out var problem)!;
        if (problem is not null)
        {
            return (desk, problem);
        }

        try
        {
            desk.Heal();
            return (desk, Judge.AfterHealing(desk) is { } later ? $"{later} (healed)" : null);
        }
        catch (InvalidOperationException exception)
        {
            return (desk, $"{exception.Message} (healed)");
        }
    }

    /// <returns>Null when the last step cannot be made.</returns>
    private Desk? Walk(Step[] way, out string? problem)
    {
        var desk = new Desk(orders, plant);
        problem = null;
        for (var step = 0; step < way.Length; step++)
        {
            var before = desk.Orders[way[step].Order].Generation.Status;
            try
            {
                if (!desk.TryMake(way[step].Order, way[step].Move))
                {
                    return null;
                }
            }
            catch (InvalidOperationException exception)
            {
                problem = exception.Message;
                return desk;
            }

            problem = Judge.BetweenMoments(before, desk.Orders[way[step].Order].Generation.Status) ?? Judge.AtAnyMoment(desk);
            if (problem is not null)
            {
                return desk;
            }
        }

        return desk;
    }

    private readonly record struct Step(int Order, Move Move)
    {
        public override string ToString() => Order == 0 ? $"{Move}" : $"{Move} of the other";
    }
}
