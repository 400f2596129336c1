using System.Text.RegularExpressions;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Catalog;

/// <summary>Whoever follows docs/adding-a-model.md must arrive.</summary>
public sealed class GuideTests
{
    private static readonly string[] Words =
        ["notTogether", "oneOf", "files", "sumOf", "extras", "atMost", "until", "afterwards", "remembers", "new", "formerly", "instead", "refusalCharged"];

    [Test]
    public void The_card_of_the_guide_is_sound_and_sold()
    {
        using var folder = new CardFolder()
            .With("vocabulary.json", File.ReadAllText(Path.Combine(CatalogLoader.DefaultFolder, "vocabulary.json")))
            .With("aurora/landscape.json", Regex.Match(Guide, @"```jsonc\n(\{.*?\n\})\n```", RegexOptions.Singleline).Groups[1].Value);

        var reading = new CatalogLoader().Load(folder.Path);

        reading.ShouldBeOfType<CatalogReading.Loaded>(reading.ToString()).Catalog.Cards.Single().Status.ShouldBe(ModelStatus.Ready);
    }

    [Test]
    public void The_guide_names_every_kind_unit_and_rule()
    {
        foreach (var word in CardWords.Kinds.Keys.Concat(CardWords.Units.Keys).Concat(Words))
        {
            Guide.ShouldContain(word);
        }
    }

    private static string Guide { get; } = File.ReadAllText(Repository.Path("docs", "adding-a-model.md"));
}
