using Trt.Domain.Catalog;
using Trt.Infrastructure.Catalog;

namespace Trt.Infrastructure.Tests.Catalog;

public sealed class LoadedCatalogTests
{
    [Test]
    public void A_changed_folder_takes_the_place_of_the_old_catalog_once_it_has_settled()
    {
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound);
        var catalog = Open(folder);
        var replaced = new List<ModelCatalog>();
        catalog.Replaced += replaced.Add;
        var before = catalog.Current;

        folder.With("maker/second.json", CardFolder.Sound.Replace("maker/model", "maker/second"));
        catalog.RefreshIfChanged();
        catalog.Current.ShouldBeSameAs(before);
        catalog.RefreshIfChanged();

        catalog.Current.Cards.Count.ShouldBe(2);
        replaced.ShouldBe([catalog.Current]);
        catalog.RefreshIfChanged();
        replaced.Count.ShouldBe(1);
    }

    [Test]
    public void A_broken_change_is_reported_once_and_the_last_good_catalog_stays()
    {
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound);
        var catalog = Open(folder);
        var refused = new List<IReadOnlyList<CardError>>();
        catalog.Refused += refused.Add;
        var before = catalog.Current;

        folder.With("maker/model.json", CardFolder.Sound[..100]);
        for (var look = 0; look < 4; look++)
        {
            catalog.RefreshIfChanged();
        }

        catalog.Current.ShouldBeSameAs(before);
        refused.Single().Single().File.ShouldBe("maker/model.json");
    }

    [Test]
    public void A_folder_that_vanishes_and_returns_leaves_the_shop_open()
    {
        using var folder = new CardFolder().With("maker/model.json", CardFolder.Sound);
        var catalog = Open(folder);
        var before = catalog.Current;
        Directory.Move(folder.Path, folder.Path + ".away");

        catalog.RefreshIfChanged();
        catalog.RefreshIfChanged();
        Directory.Move(folder.Path + ".away", folder.Path);
        catalog.RefreshIfChanged();
        catalog.RefreshIfChanged();

        catalog.Current.ShouldBeSameAs(before);
    }

    [Test]
    public void Without_a_sound_catalog_at_the_start_there_is_nothing_to_open()
    {
        using var folder = new CardFolder().With("maker/model.json", "{");

        var (catalog, errors) = LoadedCatalog.Open(folder.Path);

        catalog.ShouldBeNull();
        errors.ShouldNotBeEmpty();
    }

    private static LoadedCatalog Open(CardFolder folder) => LoadedCatalog.Open(folder.Path).Catalog.ShouldNotBeNull();
}
