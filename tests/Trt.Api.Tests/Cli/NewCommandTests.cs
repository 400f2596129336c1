using System.Diagnostics;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;
using Trt.Testing;

namespace Trt.Api.Tests.Cli;

/// <summary><c>./trt new</c> as a developer types it, on a copy of what it reads and writes.</summary>
public sealed class NewCommandTests
{
    private const string Routes = "src/Trt.Api/Bot/Routes/GrowthRoute.cs";
    private const string Inventory = "tests/Trt.Api.Tests/Bot/RouteTests.cs";

    private string _copy = "";

    [SetUp]
    public void Copy()
    {
        _copy = Directory.CreateTempSubdirectory("trt-new-").FullName;
        foreach (var path in new[] { "trt", Routes, Inventory }.Concat(Directory.EnumerateFiles(Repository.Path("scripts"))))
        {
            var target = Path.Combine(_copy, Path.GetRelativePath(Repository.Root, Repository.Path(path)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.Path(path), target);
        }

        Directory.CreateDirectory(Path.Combine(_copy, "src/Trt.Application/Growth"));
    }

    [TearDown]
    public void Remove() => Directory.Delete(_copy, recursive: true);

    [Test]
    public async Task A_use_case_begins_with_its_request_its_handler_its_validator_and_its_test()
    {
        (await New("usecase", "Growth/ShareRecipe")).ExitCode.ShouldBe(0);

        var code = Read("src/Trt.Application/Growth/ShareRecipe.cs");
        code.ShouldContain("namespace Trt.Application.Growth;");
        code.ShouldContain("public sealed record ShareRecipe(UserId UserId) : IRequest<ShareRecipeOutcome>;");
        code.ShouldContain("internal sealed class ShareRecipeHandler(ITrtDb db)");
        code.ShouldContain("internal sealed class ShareRecipeValidator : AbstractValidator<ShareRecipe>");
        code.ShouldNotContain("$");
        Read("tests/Trt.Application.Tests/Growth/ShareRecipeTests.cs").ShouldContain("public sealed class ShareRecipeTests : ShopTest");
    }

    [Test]
    public async Task Nothing_that_exists_is_written_over()
    {
        var file = Path.Combine(_copy, "src/Trt.Application/Growth/ShareRecipe.cs");
        await File.WriteAllTextAsync(file, "mine");
        var (exitCode, errors) = await New("usecase", "Growth/ShareRecipe");
        exitCode.ShouldBe(1);
        errors.ShouldContain("exists already");
        (await File.ReadAllTextAsync(file)).ShouldBe("mine");
    }

    [Test]
    public async Task A_button_stands_in_the_table_of_its_family_and_in_the_inventory()
    {
        (await New("button", "Growth/ShareRecipe")).ExitCode.ShouldBe(0);

        Read(Routes).ShouldContain("[\"share_recipe\"] = _ => new ShareRecipeRoute(),");
        Read(Routes).ShouldContain("internal sealed record ShareRecipeRoute() : GrowthRoute(\"share_recipe\");");
        Read(Inventory).ShouldContain("        new ShareRecipeRoute(),");
        (await New("button", "Growth/ShareRecipe")).ExitCode.ShouldBe(1);
    }

    [Test]
    public async Task A_model_begins_as_a_card_that_loads_and_is_not_for_sale()
    {
        (await New("model", "aurora/landscape")).ExitCode.ShouldBe(0);

        var cards = Path.Combine(_copy, "src/Trt.Infrastructure/Catalog/Cards");
        foreach (var shared in Directory.EnumerateFiles(CatalogLoader.DefaultFolder))
        {
            File.Copy(shared, Path.Combine(cards, Path.GetFileName(shared)));
        }

        var (catalog, errors) = LoadedCatalog.Open(cards);
        errors.ShouldBeEmpty();
        var card = catalog!.Current.Cards.ShouldHaveSingleItem();
        (card.Id, card.Status).ShouldBe((new ModelId("aurora/landscape"), ModelStatus.BlockedNoPrice));
    }

    [TestCase("usecase", "growth/shareRecipe", "no Folder/Name")]
    [TestCase("usecase", "../Growth/Share", "no Folder/Name")]
    [TestCase("usecase", "Nowhere/ShareRecipe", "Its folders: Growth")]
    [TestCase("button", "Nowhere/ShareRecipe", "The families: Growth")]
    [TestCase("model", "Aurora", "no maker/model")]
    [TestCase("feature", "Growth/ShareRecipe", "nothing new of the kind 'feature'")]
    public async Task What_cannot_be_made_is_refused_with_what_could_be(string kind, string name, string advice)
    {
        var (exitCode, errors) = await New(kind, name);
        exitCode.ShouldBe(2);
        errors.ShouldContain(advice);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_copy, path));

    private async Task<(int ExitCode, string Errors)> New(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["trt", "new", .. arguments]) { RedirectStandardError = true, WorkingDirectory = _copy };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
