using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Trt.Api.Options;
using Trt.Testing;

namespace Trt.Api.Tests.Deployment;

/// <summary>
/// The files of the deployment are read as their programs read them (BuildKit's grammar, a YAML parser, the schema of compose, systemd's own
/// check) and held to what the program knows. There is no container engine here: <c>./trt image</c> runs the published program as the image would.
/// </summary>
public sealed partial class DeployFilesTests
{
    private static readonly string Folder = Repository.Path("tests", "deploy");
    private static readonly Lazy<Task<JsonElement>> Read = new(ReadAll);

    [Test]
    public async Task The_Dockerfile_has_no_fault_that_a_linter_knows() => Words(await Of("dockerfile")).ShouldBeEmpty();

    [Test]
    public async Task The_image_is_small_not_root_without_a_shell_and_asks_how_it_is()
    {
        var all = (await Of("instructions")).EnumerateArray().Select(step => (Keyword: step.GetProperty("keyword").GetString(), Text: step.GetProperty("text").GetString()!)).ToList();
        all.FindAll(step => step.Keyword == "FROM").ConvertAll(step => step.Text).ShouldBe(["mcr.microsoft.com/dotnet/sdk:10.0-noble AS build", "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled"]);
        var last = all[(all.FindLastIndex(step => step.Keyword == "FROM") + 1)..];
        last.ShouldAllBe(step => step.Keyword != "RUN");
        One("USER").ShouldBe("1654:1654");
        One("HEALTHCHECK").ShouldContain("""CMD ["dotnet", "Trt.Api.dll", "healthy"]""");
        One("ENTRYPOINT").ShouldBe("""["dotnet", "Trt.Api.dll"]""");
        One("STOPSIGNAL").ShouldBe("SIGTERM");
        all.ShouldContain(step => step.Keyword == "RUN" && step.Text.Contains("PublishReadyToRun=true", StringComparison.Ordinal));
        all.ShouldAllBe(step => step.Keyword != "ADD" && !step.Text.Contains("TOKEN", StringComparison.Ordinal) && !step.Text.Contains("API_KEY", StringComparison.Ordinal));

        string One(string keyword) => last.Where(step => step.Keyword == keyword).ShouldHaveSingleItem().Text;
    }

    [Test]
    public async Task What_stands_together_on_one_server_is_sound()
    {
        Words(await Of("composeProblems")).ShouldBeEmpty();
        var services = (await Of("compose")).GetProperty("services");
        services.EnumerateObject().Select(service => service.Name).ShouldBe(["postgres", "pgbouncer", "shop-1", "shop-2", "caddy"], ignoreOrder: true);
        foreach (var name in new[] { "shop-1", "shop-2" })
        {
            var shop = services.GetProperty(name);
            shop.GetProperty("read_only").GetBoolean().ShouldBeTrue();
            Words(shop.GetProperty("cap_drop")).ShouldBe(["ALL"]);
            Words(shop.GetProperty("tmpfs")).ShouldHaveSingleItem().ShouldStartWith("/tmp:");
            Names(shop.GetProperty("environment")).Except(Variables.Groups.SelectMany(group => group.Variables).Select(variable => variable.Name)).ShouldBeEmpty();
            shop.GetProperty("environment").GetProperty("DATABASE_URL").GetString().ShouldNotBeNull().ShouldEndWith("?pgbouncer=true");
        }

        services.EnumerateObject().Where(service => service.Value.TryGetProperty("ports", out _)).Select(service => service.Name).ShouldBe(["caddy"]);
    }

    [Test]
    public async Task The_blueprint_for_Render_is_read_and_names_settings_that_there_are()
    {
        Words(await Of("renderProblems")).ShouldBeEmpty();
        var service = (await Of("render")).GetProperty("services").EnumerateArray().ShouldHaveSingleItem();
        service.GetProperty("healthCheckPath").GetString().ShouldBe("/health/ready");
        service.GetProperty("envVars").EnumerateArray().Select(entry => entry.GetProperty("key").GetString()!)
            .Except(Variables.Groups.SelectMany(group => group.Variables).Select(variable => variable.Name)).ShouldBeEmpty();
    }

    [Test]
    public void What_is_built_in_the_image_holds_no_history_no_data_and_no_settings()
    {
        var lines = Repository.Read(".dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        lines[0].ShouldBe("*");
        lines.Skip(1).Where(line => line[0] == '!').ShouldBe(
            ["!Directory.Build.props", "!Directory.Packages.props", "!BannedSymbols.txt", "!.editorconfig", "!global.json", "!src", "!docs/provider"]);
    }

    /// <summary>Where there is systemd it is asked; what it starts is not on this machine.</summary>
    [Test]
    public async Task The_unit_is_one_that_systemd_understands()
    {
        var text = Repository.Read("deploy/trt@.service");
        text.ShouldContain("NoNewPrivileges=yes");
        text.ShouldContain("ProtectSystem=strict");
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            return;
        }

        var unit = Path.Combine(Directory.CreateTempSubdirectory("trt-unit-").FullName, "trt@8081.service");
        await File.WriteAllTextAsync(unit, text.Replace("/usr/bin/dotnet /opt/trt/Trt.Api.dll", "/bin/true", StringComparison.Ordinal));
        var (_, problems) = await Run("systemd-analyze", "verify", "--man=no", unit);
        problems.Split('\n').Where(line => line.Contains("trt@8081", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Test]
    public void Https_leads_to_shops_that_take_orders_and_keeps_the_figures_inside()
    {
        var file = Repository.Read("deploy/Caddyfile");
        file.ShouldContain("health_uri /health/ready");
        file.ShouldContain("@inside path /metrics");
        file.Count(letter => letter == '{').ShouldBe(file.Count(letter => letter == '}'));
        EnvironmentOf().Matches(file).Select(name => name.Groups["name"].Value).Distinct().ShouldBe(["DOMAIN", "SHOPS"]);
    }

    private static List<string> Words(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static IEnumerable<string> Names(JsonElement map) => map.EnumerateObject().Select(entry => entry.Name);

    private static async Task<JsonElement> Of(string part) => (await Read.Value).GetProperty(part);

    private static async Task<JsonElement> ReadAll()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            var (_, problem) = await Run("npm", "ci", "--no-audit", "--no-fund", "--prefix", Folder);
            Directory.Exists(Path.Combine(Folder, "node_modules")).ShouldBeTrue(problem);
        }

        var (output, errors) = await Run("node", Path.Combine(Folder, "check.mjs"), Repository.Root);
        output.ShouldStartWith("{", Case.Sensitive, errors);
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private static async Task<(string Output, string Errors)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (await output, await errors);
    }

    [GeneratedRegex(@"\{\$(?<name>\w+)\}")]
    private static partial Regex EnvironmentOf();
}
