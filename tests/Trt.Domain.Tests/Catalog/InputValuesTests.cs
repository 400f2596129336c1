using Trt.Domain.Catalog;
using static Trt.Domain.Tests.Catalog.Some;

namespace Trt.Domain.Tests.Catalog;

public sealed class InputValuesTests
{
    [Test]
    public void Inputs_are_readable_json_in_a_stable_order() =>
        InputValues.ToJson(Given(
                ("sound", new FlagValue(true)), ("prompt", Text("кот <b>")), ("n", new NumberValue(1.50m)),
                ("lines", new TextListValue(["a"])),
                ("photo", Media(new MediaItem { FileId = "f", FileUniqueId = "u", Kind = MediaKind.Image, MimeType = "a/b", Bytes = 7 }))))
            .ShouldBe("""{"lines":{"texts":["a"]},"n":1.5,"photo":{"media":[{"fileId":"f","fileUniqueId":"u","kind":"Image","mimeType":"a/b","bytes":7}]},"prompt":"кот <b>","sound":true}""");

    [Test]
    public void A_conversation_comes_back_line_by_line_also_when_its_last_voice_is_still_to_be_chosen()
    {
        var given = Given(("dialogue", new DialogueValue([new DialogueLine("Hi: there", "james"), new DialogueLine("…", null)])));
        var json = InputValues.ToJson(given);
        json.ShouldBe("""{"dialogue":{"spoken":[{"text":"Hi: there","voice":"james"},{"text":"…","voice":null}]}}""");
        InputValues.FromJson(json)["dialogue"].ShouldBe(given["dialogue"]);
    }

    [Test]
    public void An_earlier_result_comes_back_with_the_piece_and_the_model_that_made_it()
    {
        var made = new EarlierValue(new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new("V5"), "task", "task-2", "2 · Маяк", DateTimeOffset.UnixEpoch);
        InputValues.FromJson(InputValues.ToJson(Given(("taskId", made))))["taskId"].ShouldBe(made);
    }

    [Test]
    public void Every_detail_of_a_file_comes_back()
    {
        var item = new MediaItem
        {
            FileId = "f",
            FileUniqueId = "u",
            Kind = MediaKind.Video,
            MimeType = "video/mp4",
            FileName = "a \"b\".mp4",
            Bytes = long.MaxValue,
            Width = 1,
            Height = 2,
            DurationSeconds = 3.25m,
        };

        InputValues.FromJson(InputValues.ToJson(Given(("clip", Media(item)))))["clip"].ShouldBe(Media(item));
    }

    [Test]
    public void A_text_of_digits_stays_a_text() =>
        InputValues.FromJson(InputValues.ToJson(Given(("duration", Text("5")))))["duration"].ShouldBe(Text("5"));

    [Test]
    public void Nested_inputs_count_as_if_they_stood_at_the_top() =>
        InputValues.FromJson("""{"input":{"prompt":"a cat","lines":["a","b"]},"n":2}""").ShouldBe(
            Given(("prompt", Text("a cat")), ("lines", new TextListValue(["a", "b"])), ("n", new NumberValue(2))), ignoreOrder: true);

    [TestCase("""{"prompt":null}""")]
    [TestCase("""{"prompt":"a","input":{"prompt":"b"}}""")]
    [TestCase("""{"lines":[1]}""")]
    [TestCase("""{"photo":{"media":[{}]}}""")]
    [TestCase("""[]""")]
    [TestCase("""{""")]
    public void A_foreign_shape_is_not_taken_for_an_input(string json) =>
        Should.Throw<FormatException>(() => InputValues.FromJson(json));
}
