using System.Reflection;
using Trt.Api.Options;
using Trt.Application.Terms;
using Trt.Domain.Shared;
using Trt.Infrastructure.Persistence;

namespace Trt.Api.Tests.Architecture;

/// <summary>
/// Inside a layer the folders have an order too: one that knows another is known by it neither directly nor on a way around. Whoever reads
/// a folder then needs what lies below it, and nothing else.
/// </summary>
public sealed class FoldersPointDown
{
    [TestCaseSource(nameof(Layers))]
    public void No_folder_is_known_by_what_it_knows(Assembly layer)
    {
        var arrows = Arrows(layer);
        var back = arrows.Where(arrow => CanReach(arrows, arrow.To, arrow.From)).ToList();
        back.ShouldBeEmpty(string.Join(Environment.NewLine, back.Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.Because}")));
    }

    /// <summary>The rule itself: a way around is a circle, a diamond is none.</summary>
    [Test]
    public void A_circle_is_found_on_a_way_around()
    {
        Arrow[] circle = [new("A", "B", ""), new("B", "C", ""), new("C", "A", "")];
        circle.ShouldAllBe(arrow => CanReach(circle, arrow.To, arrow.From));
        Arrow[] diamond = [new("A", "B", ""), new("A", "C", ""), new("B", "D", ""), new("C", "D", "")];
        diamond.ShouldAllBe(arrow => !CanReach(diamond, arrow.To, arrow.From));
    }

    private static IEnumerable<Assembly> Layers() =>
        [typeof(Money).Assembly, typeof(ShopOptions).Assembly, typeof(Database).Assembly, typeof(TrtOptions).Assembly];

    private static IReadOnlyList<Arrow> Arrows(Assembly layer) =>
    [
        .. layer.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Trt.", StringComparison.Ordinal) == true)
            .SelectMany(type => TypeReferences.Of(type).SelectMany(Parts).Select(known => (Type: type, Known: known)))
            .Where(pair => pair.Known.Assembly == layer && pair.Known.Namespace is not null && pair.Known.Namespace != pair.Type.Namespace)
            .GroupBy(pair => (From: pair.Type.Namespace!, To: pair.Known.Namespace!))
            .Select(group => new Arrow(
                group.Key.From, group.Key.To, string.Join(", ", group.Select(pair => $"{pair.Type.Name} knows {pair.Known.Name}").Distinct().Take(3)))),
    ];

    /// <summary>A list of payments knows what a payment is.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : [type, .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : []];

    private static bool CanReach(IReadOnlyCollection<Arrow> arrows, string from, string to)
    {
        var (reached, waiting) = (new HashSet<string> { from }, new Queue<string>([from]));
        while (waiting.TryDequeue(out var at))
        {
            if (at == to)
            {
                return true;
            }

            foreach (var arrow in arrows.Where(arrow => arrow.From == at && reached.Add(arrow.To)))
            {
                waiting.Enqueue(arrow.To);
            }
        }

        return false;
    }

    private sealed record Arrow(string From, string To, string Because);
}
