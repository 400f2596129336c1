using System.Text;
using Trt.Infrastructure.Kie.Callbacks;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class CallbackTaskIdTests
{
    private static readonly Dictionary<string, string> NoQuery = [];

    [TestCase("""{"taskId":"abc123"}""", "abc123", null)]
    [TestCase("""{"task_id":"xyz789"}""", "xyz789", null)]
    [TestCase("""{"recordId":"rec456"}""", null, "rec456")]
    [TestCase("""{"data":{"taskId":"wrapped123","state":"done"}}""", "wrapped123", null)]
    [TestCase("""{"data":{"recordId":"wrappedRec456","status":"success"}}""", null, "wrappedRec456")]
    [TestCase("""{"taskId":"fromString123"}""", "fromString123", null)]
    [TestCase("""{"recordId":"fromBytes789"}""", null, "fromBytes789")]
    [TestCase("""[{"taskId":"arrayTask123"},{"taskId":"arrayTask456"}]""", "arrayTask123", null)]
    [TestCase("""{"result":{"payload":{"task_id":"deepNested123"}}}""", "deepNested123", null)]
    [TestCase("""{"taskId":"task123","recordId":"record456"}""", "task123", "record456")]
    [TestCase("""{"status":"done","result":"something"}""", null, null)]
    [TestCase("{not valid json}", null, null)]
    [TestCase("[]", null, null)]
    [TestCase("""{"id":"generic123","status":"done"}""", "generic123", null)]
    [TestCase("""{"recordId":"rec_z_image_123","data":{"state":"succeed","result":{"imageUrl":"..."}}}""", null, "rec_z_image_123")]
    [TestCase("""{"response":{"items":[{"name":"item1"},{"metadata":{"task_id":"complexNested123"}}]}}""", "complexNested123", null)]
    [TestCase("""{"data":"{\"taskId\":\"stringifiedTask123\"}"}""", null, null)]
    [TestCase("""{"taskId":12345}""", "12345", null)]
    public void The_cases_of_the_ancestor_are_found(string body, string? taskId, string? recordId) =>
        Find(body).ShouldBe(new CallbackIds(taskId, recordId));

    [Test]
    public void The_query_helps_when_the_body_says_nothing() =>
        Find("""{"status":"done"}""", ("taskId", "queryTask123")).TaskId.ShouldBe("queryTask123");

    [TestCase("""{"data":{"callbackType":"complete","task_id":"2fac","data":[{"id":"track-1"}]}}""", "2fac")]
    [TestCase("""{"code":200,"data":{"result_video_url":"https://x.example/v.mp4"},"taskId":"ee60"}""", "ee60")]
    [TestCase("""{"code":400,"msg":"moderation","data":null,"taskId":"ee60"}""", "ee60")]
    [TestCase("""{"data":{"id":"x"}}""", null)]
    [TestCase("""{"taskId":"","data":{"taskId":"n"}}""", "n")]
    [TestCase("""{"task":{"id":5}}""", null)]
    [TestCase("""{"task":{"id":5},"data":{"taskId":"n"}}""", "n")]
    [TestCase("""{"taskId":["a"],"task_id":true,"jobId":"j"}""", "j")]
    [TestCase("""{"taskId":0,"id":"g"}""", "g")]
    [TestCase("""{"taskId":99999999999999999999}""", "99999999999999999999")]
    [TestCase("""["text",{"meta":{"jobId":"j1"}}]""", "j1")]
    [TestCase("null", null)]
    [TestCase("5", null)]
    [TestCase("\"{\\\"taskId\\\":\\\"x\\\"}\"", "x")]
    [TestCase("\"\\\"{}\\\"\"", null)]
    [TestCase("\uFEFF{\"taskId\":\"x\"}", "x")]
    [TestCase("""{"TaskId":"x"}""", "x")]
    [TestCase("""{"DATA":{"TASK_ID":"x"}}""", "x")]
    [TestCase("""[{"state":"success"},{"taskId":"x"}]""", "x")]
    [TestCase("taskId=x&state=success", "x")]
    [TestCase("state=success&task_id=a%2Fb", "a/b")]
    [TestCase("""{"taskId":"\ud800"}""", null)]
    [TestCase("""{"taskId":"a","taskId":"b"}""", "b")]
    public void Other_shapes_and_traps(string body, string? taskId) => Find(body).TaskId.ShouldBe(taskId);

    [Test]
    public void The_query_is_tried_for_broken_JSON_and_not_for_null_an_empty_list_or_broken_text()
    {
        Find("{oops", ("id", "q")).TaskId.ShouldBe("q");
        Find("", ("X-Task-Id", "h")).TaskId.ShouldBe("h");
        Find("", ("record", "r")).RecordId.ShouldBe("r");
        Find("null", ("taskId", "q")).ShouldBe(CallbackIds.None);
        Find("[]", ("taskId", "q")).ShouldBe(CallbackIds.None);
        CallbackTaskId.Find(new byte[] { 0xFF, 0xFE, (byte)'{' }, new Dictionary<string, string> { ["taskId"] = "q" }).ShouldBe(CallbackIds.None);
    }

    [TestCase(10, "deep")]
    [TestCase(11, null)]
    public void The_search_goes_ten_levels_down(int levels, string? found) =>
        Find(string.Concat(Enumerable.Repeat("""{"x":""", levels)) + """{"taskId":"deep"}""" + new string('}', levels)).TaskId.ShouldBe(found);

    [Test]
    public void Ten_thousand_levels_are_not_followed() =>
        Find(new string('[', 10_000) + new string(']', 10_000)).ShouldBe(CallbackIds.None);

    [Test]
    public void An_id_longer_than_any_id_is_none() => Find($$"""{"taskId":"{{new string('x', 129)}}"}""").ShouldBe(CallbackIds.None);

    private static CallbackIds Find(string body, params (string Name, string Value)[] query) =>
        CallbackTaskId.Find(Encoding.UTF8.GetBytes(body), query.Length == 0 ? NoQuery : query.ToDictionary(one => one.Name, one => one.Value));
}
