using Trt.Domain.Catalog;
using Trt.Domain.Finding;
using Trt.Infrastructure.Tests.Catalog;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>What people write, and what they mean by it: one phrase a line.</summary>
internal sealed record Spoken(string Phrase, string Meant, FilesGiven Files, string Model, string Options)
{
    private static readonly Lazy<PhraseReader> Reader = new(() => new PhraseReader(ShippedCards.Catalog));

    public static IReadOnlyList<Spoken> In(string file) =>
        [.. File.ReadAllLines(Repository.Path($"tests/Trt.Infrastructure.Tests/Finding/{file}")).Where(line => line is [not '#', ..]).Select(Of)];

    public Meaning Meaning { get; } = Meaning.All.Single(meaning => meaning.ToString() == Meant);

    /// <summary>Null when it was understood, otherwise what was understood instead.</summary>
    public string? Misread()
    {
        var (meant, wish) = Reader.Value.Read(Phrase, Files) switch
        {
            Reading.Wanted wanted => ($"{wanted.Wish.Jobs[0]}", wanted.Wish),
            Reading.Said said => ($"{said.Talk}", (Wish?)null),
            _ => ("Find", null),
        };
        return meant != Meant ? meant
            : wish is null ? null
            : Model.Length > 0 && !NamesIt(wish) ? $"model {string.Join(' ', wish.Named.Select(card => card.Id.Value).Take(3))}"
            : Options.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(option => !Read(wish).Contains(option));
    }

    private bool NamesIt(Wish wish) => wish.Named.FirstOrDefault(named => JobShelf.Fit(wish.Jobs[0], named) is not null) is { } card
        && (card.Id.Value.StartsWith(Model, StringComparison.OrdinalIgnoreCase) || card.Title.En.StartsWith(Model, StringComparison.OrdinalIgnoreCase)
            || card.Id.Value.Contains(Model, StringComparison.OrdinalIgnoreCase) || card.Maker.Equals(Model, StringComparison.OrdinalIgnoreCase));

    private static string[] Read(Wish wish) =>
    [
        $"seconds={wish.Options.Seconds}", $"ratio={wish.Options.Ratio}", $"resolution={wish.Options.Resolution}", $"count={wish.Options.Count}",
        $"times={wish.Options.Times}", $"sound={Word(wish.Options.Sound)}", $"instrumental={Word(wish.Options.Instrumental)}",
        $"female={Word(wish.Options.IsFemale)}", $"lean={wish.Lean}",
    ];

    private static string Word(bool? flag) => flag switch { true => "true", false => "false", null => "" };

    private static Spoken Of(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var files = cells.ElementAtOrDefault(2) ?? "";
        return new Spoken(
            cells[0], cells[1], new FilesGiven(files.Count(letter => letter == 'i'), files.Count(letter => letter == 'v'), files.Count(letter => letter == 'a')),
            cells.ElementAtOrDefault(3) ?? "", cells.ElementAtOrDefault(4) ?? "");
    }
}
