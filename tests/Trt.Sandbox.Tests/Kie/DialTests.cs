using System.Net;
using System.Text;
using Trt.Testing;

namespace Trt.Sandbox.Tests.Kie;

internal sealed class DialTests : KieTests
{
    private const string ZImage = """{"prompt":"a lighthouse"}""";

    [Test]
    public async Task A_fault_holds_for_as_many_calls_as_were_asked_for()
    {
        await Kie.Dial("""{"create": {"code": 500, "msg": "boom", "times": 2}}""");

        (await Kie.Create("z-image", ZImage))["msg"]!.GetValue<string>().ShouldBe("boom");
        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(500);
        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(200);
        (await Kie.Get("/control/kie/tasks"))["tasks"]!.AsArray().Count.ShouldBe(1);
    }

    [Test]
    public async Task A_fault_may_let_some_occasions_go_well_first()
    {
        await Kie.Dial("""{"create": {"code": 500, "after": 1, "times": 1}}""");

        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(200);
        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(500);
        (await Kie.Create("z-image", ZImage))["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Test]
    public async Task A_task_may_bring_more_than_was_ordered_and_other_kinds_among_them()
    {
        await Kie.Dial("""{"duration_ms": 0, "outputs": 3, "mixed_outputs": true}""");

        var result = (await Kie.Record(await Kie.CreateTask("z-image", ZImage)))["resultJson"]!.GetValue<string>();
        result.Split(".png").Length.ShouldBe(3);
        result.Split(".mp4").Length.ShouldBe(2);
    }

    [Test]
    public async Task The_dial_shows_what_is_left_of_it_and_an_empty_one_turns_all_off()
    {
        await Kie.Dial("""{"create": {"code": 500, "times": 2}, "credits": 7.5}""");
        await Kie.Create("z-image", ZImage);

        var left = await Kie.Get("/control/kie");
        left["create"]!["times"]!.GetValue<int>().ShouldBe(1);
        left["credits"]!.GetValue<decimal>().ShouldBe(7.5m);

        (await Kie.Dial("{}")).Count.ShouldBe(0);
    }

    [Test]
    public async Task A_word_the_dial_does_not_know_is_refused_by_name()
    {
        using var response = await Kie.Client.PostAsync("/control/kie", new StringContent("""{"crate": {}}""", Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("crate");
    }

    [TestCase("""{"create": {"drop_before": true}}""", 0)]
    [TestCase("""{"create": {"drop_after": true}}""", 1)]
    public async Task A_cut_connection_gives_no_answer_whether_the_task_runs_or_not(string dial, int tasks)
    {
        await Kie.Dial(dial);

        await Should.ThrowAsync<HttpRequestException>(() => Kie.Create("z-image", ZImage));

        (await Kie.Get("/control/kie/tasks"))["tasks"]!.AsArray().Count.ShouldBe(tasks);
    }

    [Test]
    public async Task A_hanging_answer_comes_late()
    {
        await Kie.Dial("""{"read": {"hang_ms": 3600000}}""");

        var answer = Kie.Get("/kie/api/v1/jobs/recordInfo?taskId=x");
        (await Kie.Get("/kie/api/v1/chat/credit")).ShouldNotBeNull("only what hangs waits");
        answer.IsCompleted.ShouldBeFalse();
        await Eventually.Holds("the answer an hour later", () =>
        {
            Kie.Clock.Advance(TimeSpan.FromHours(1));
            return answer.IsCompleted;
        });
        await answer;
    }

    [Test]
    public async Task A_gateway_page_comes_instead_of_JSON()
    {
        await Kie.Dial("""{"read": {"html": 502}}""");

        using var response = await Kie.Client.GetAsync("/kie/api/v1/jobs/recordInfo?taskId=x");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [TestCase("""{"result": {"expired": true}}""", HttpStatusCode.NotFound, null)]
    [TestCase("""{"result": {"empty": true}}""", HttpStatusCode.OK, 0)]
    [TestCase("""{"result": {"redirect": "http://127.0.0.1:9/"}}""", HttpStatusCode.Redirect, 0)]
    public async Task A_result_can_be_spoiled(string dial, HttpStatusCode status, int? length)
    {
        var address = await Kie.Result("z-image", ZImage);
        await Kie.Dial(dial);
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var response = await plain.GetAsync(address);

        response.StatusCode.ShouldBe(status);
        if (length is { } wanted)
        {
            (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBe(wanted);
        }
    }

    [Test]
    public async Task A_result_can_be_a_web_page_under_the_name_of_a_picture()
    {
        var address = await Kie.Result("z-image", ZImage);
        await Kie.Dial("""{"result": {"html": true}}""");

        using var response = await Kie.Client.GetAsync(address);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("<!doctype html>");
    }

    [Test]
    public async Task A_result_dies_of_old_age_after_two_weeks()
    {
        var address = await Kie.Result("z-image", ZImage);
        Kie.Clock.Advance(TimeSpan.FromDays(15));

        (await Kie.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
