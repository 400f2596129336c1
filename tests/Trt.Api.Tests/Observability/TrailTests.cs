using System.Text.RegularExpressions;
using Trt.Api.Tests.Stories;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Api.Tests.Observability;

/// <summary>One number leads from the press to the result, in the log as it is kept by default.</summary>
[Parallelizable]
public sealed partial class TrailTests
{
    private static readonly string[] Steps =
        ["CALLBACK_ACCEPTED", "ORDER_QUEUED", "SUBMIT_ACCEPTED", "KIE_CALLBACK", "CHECK_DONE", "SETTLED", "DELIVERED"];

    private RunningShop _shop = null!;
    private LogBook _log = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _shop = await RunningShop.Open(("LOG_LEVEL", "Information"));
        _log = LogBook.Of(_shop);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
        _log.Dispose();
    }

    [Test]
    public async Task One_cid_leads_from_the_press_to_the_result()
    {
        var anna = await _shop.Arrives();
        await anna.OrdersPicture();
        await anna.Receives("photo");
        await Eventually.Holds("the delivery is told", () => Line("DELIVERED", anna) is not null);

        var cid = CidIn(Line("ORDER_QUEUED", anna)!);
        foreach (var step in Steps)
        {
            _log.Lines.ShouldContain(line => line.Contains(step) && line.Contains($"cid {cid}"), step);
        }

        Line("DELIVERED", anna)!.ShouldMatch("generation [0-9a-f]{32} user \\d+ model nano-banana-pro task \\S+ status Delivered whole");
    }

    [Test]
    public async Task Each_press_is_one_line_with_all_of_its_steps()
    {
        var anna = await _shop.Arrives();
        await anna.Chooses("z-image");
        await Eventually.Holds("a line", () => _log.Lines.Any(line => Of(line, anna) && line.Contains("route select_model")));
        _log.Lines.Where(line => Of(line, anna) && line.Contains("CALLBACK_RECEIVED")).ShouldHaveSingleItem()
            .ShouldContain("UPDATE_RECEIVED CALLBACK_RECEIVED CALLBACK_ROUTED CALLBACK_ACCEPTED UI_RENDER DISPATCH_OK");
    }

    [TestCase("select_model:flux-of-2019", "MODEL_DISABLED")]
    [TestCase("confirm_generate:AAAAAAAAAAAAAAAAAAAAAA", "STATE_MISMATCH")]
    [TestCase("button_of_2019", "UNKNOWN_CALLBACK")]
    public async Task What_is_not_followed_says_why(string press, string code)
    {
        var anna = await _shop.Arrives();
        await anna.Click((await anna.FromBot())[^1].Id, press);
        await Eventually.Holds(code, () => _log.Lines.Any(line => Of(line, anna) && line.Contains($"reason_code {code}")));
    }

    [Test]
    public async Task An_answer_that_was_not_taken_counts_as_refused()
    {
        var anna = await _shop.Arrives();
        await anna.Chooses("z-image");
        await anna.Sees("Шаг 1/2");
        await anna.SendPhoto(Pictures.Png(10, 10));
        await Eventually.Holds("a refusal", () => _log.Lines.Any(
            line => Of(line, anna) && line.Contains("reason_code VALIDATION_FAILED reason_detail TextIsDue")));
    }

    [Test]
    public async Task A_callback_that_names_no_task_leaves_its_beginning()
    {
        using var body = new StringContent("{\"state\":\"odd\u202e\",\"junk\":\"" + new string('x', 5000) + "\"}");
        using var answer = await _shop.Http.PostAsync("/callbacks/kie", body);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        await Eventually.Holds("an excerpt", () => _log.Lines.Any(
            line => line.Contains("names no task: {\"state\":\"odd·\"") && line.Length < 500));
    }

    [Test]
    public void Every_step_is_in_the_documents()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md"));
        foreach (var step in Steps.Concat(["SUBMIT_REFUSED", "SUBMIT_LATER", "SUBMIT_UNKNOWN", "CHECK_FAILED", "CALLBACK_REJECTED", "DISPATCH_FAIL"]))
        {
            page.ShouldContain($"`{step}`");
        }
    }

    private string? Line(string step, Customer customer) =>
        _log.Lines.FirstOrDefault(line => line.Contains($" {step} generation") && Of(line, customer));

    private static bool Of(string line, Customer customer) => line.Contains($"user {customer.Id} ");

    private static string CidIn(string line) => Cid.Match(line).Groups[1].Value;

    [GeneratedRegex(@"cid (\S+)")]
    private static partial Regex Cid { get; }
}
