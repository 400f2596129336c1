using System.Text.Json;
using Trt.Application.Ports;
using Trt.Domain.Catalog;
using Trt.Infrastructure.Kie.Records;

namespace Trt.Infrastructure.Tests.Kie;

/// <summary>The many words of the older families.</summary>
internal sealed class OwnDoorRecordTests
{
    private const string Result = "\"response\":{\"resultUrls\":[\"https://x.example/1.mp4\"]}";

    [TestCase("\"successFlag\":1")]
    [TestCase("\"successFlag\":\"1\"")]
    [TestCase("\"successFlag\":\"SUCCESS\"")]
    [TestCase("\"status\":\"SUCCESS\"")]
    [TestCase("\"state\":\"success\"")]
    [TestCase("\"successFlag\":4")]
    [TestCase("\"status\":\"CALLBACK_EXCEPTION\"")]
    public void Done_by_any_name(string state) => Read($$"""{{{state}},{{Result}}}""").ShouldBeOfType<TaskReading.Done>().Outputs.Count.ShouldBe(1);

    [TestCase("\"successFlag\":0")]
    [TestCase("\"successFlag\":0,\"errorCode\":null,\"errorMessage\":\"\"")]
    [TestCase("\"successFlag\":0,\"errorCode\":0")]
    [TestCase("\"status\":\"TEXT_SUCCESS\"")]
    [TestCase("\"status\":\"FIRST_SUCCESS\"")]
    [TestCase("\"status\":\"GENERATING\",\"successFlag\":0")]
    [TestCase("\"state\":\"queueing\"")]
    [TestCase("\"successFlag\":\"PENDING\"")]
    public void Not_yet_by_any_name(string state) => Read($$"""{{{state}},{{Result}}}""").ShouldBeOfType<TaskReading.Running>();

    [TestCase("\"successFlag\":2", ProviderRefusal.Other)]
    [TestCase("\"successFlag\":3,\"errorCode\":400,\"errorMessage\":\"prompt flagged\"", ProviderRefusal.Moderation)]
    [TestCase("\"successFlag\":0,\"errorCode\":500", ProviderRefusal.Other)]
    [TestCase("\"successFlag\":0,\"errorMessage\":\"nsfw\"", ProviderRefusal.Moderation)]
    [TestCase("\"status\":\"CREATE_TASK_FAILED\",\"successFlag\":2", ProviderRefusal.Other)]
    [TestCase("\"status\":\"GENERATE_AUDIO_FAILED\"", ProviderRefusal.Other)]
    [TestCase("\"status\":\"SENSITIVE_WORD_ERROR\",\"errorMessage\":\"try others\"", ProviderRefusal.Moderation)]
    [TestCase("\"successFlag\":\"GENERATE_WAV_FAILED\"", ProviderRefusal.Other)]
    [TestCase("\"state\":\"fail\",\"failCode\":400,\"failMsg\":\"bad size\"", ProviderRefusal.InvalidInput)]
    public void Failed_by_any_name(string state, ProviderRefusal reason) =>
        Read($$"""{{{state}}}""").ShouldBeOfType<TaskReading.Failed>().Reason.ShouldBe(reason);

    [TestCase("{}")]
    [TestCase("""{"status":"MELTING"}""")]
    [TestCase("""{"successFlag":1}""")]
    [TestCase("""{"successFlag":1,"response":null}""")]
    [TestCase("""{"successFlag":4,"response":{}}""")]
    [TestCase("""{"taskId":"another","successFlag":1,"response":{"resultUrls":["https://x.example/1.mp4"]}}""")]
    public void What_proves_nothing_is_unreadable(string data) => Read(data).ShouldBeOfType<TaskReading.Unreadable>();

    [Test]
    public void A_result_that_has_expired_is_missing() => Read("""{"state":"success","expireFlag":1}""").ShouldBeOfType<TaskReading.Missing>();

    [Test]
    public void A_result_that_is_there_and_holds_nothing_is_done_and_empty() =>
        Read("""{"successFlag":1,"response":{"resultUrls":[]}}""").ShouldBeOfType<TaskReading.Done>().Outputs.ShouldBeEmpty();

    private static TaskReading Read(string data)
    {
        using var document = JsonDocument.Parse(data);
        return OwnDoorRecord.Read("t", document.RootElement, record => Outputs.Of(record.TryGetProperty("response", out var response) ? response : default, OutputKind.Video));
    }
}
