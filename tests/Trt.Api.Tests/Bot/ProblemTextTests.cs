using Trt.Api.Bot.Texts;
using Trt.Domain.Catalog;
using Trt.Domain.Shared;
using Trt.Infrastructure.Catalog;

namespace Trt.Api.Tests.Bot;

/// <summary>A refusal names the limit and what was given, in the right forms of both languages.</summary>
public sealed class ProblemTextTests
{
    private static readonly ModelCatalog Catalog = LoadedCatalog.Open(CatalogLoader.DefaultFolder).Catalog!.Current;

    private static readonly ModelCard Card = Catalog.Find(new ModelId("nano-banana-pro"))!;

    [TestCase(ProblemCode.TooLong, "1000", "1204", "⚠️ Слишком длинно: можно до 1000 символов, у вас 1204.", "⚠️ Too long: up to 1000 characters, you gave 1204.")]
    [TestCase(ProblemCode.TooLong, "21", "22", "⚠️ Слишком длинно: можно до 21 символа, у вас 22.", "⚠️ Too long: up to 21 characters, you gave 22.")]
    [TestCase(ProblemCode.TooShort, "1", "0", "⚠️ Слишком коротко: нужно не меньше 1 символа, у вас 0.", "⚠️ Too short: at least 1 character, you gave 0.")]
    [TestCase(ProblemCode.TooShort, "11", "3", "⚠️ Слишком коротко: нужно не меньше 11 символов, у вас 3.", "⚠️ Too short: at least 11 characters, you gave 3.")]
    [TestCase(ProblemCode.TooSmall, "2", "-4", "⚠️ Слишком мало: не меньше 2, у вас -4.", "⚠️ Too small: at least 2, you gave -4.")]
    [TestCase(ProblemCode.TooManyItems, "8", "9", "⚠️ Можно не больше 8 файлов, у вас 9.", "⚠️ No more than 8 files can be taken, you gave 9.")]
    [TestCase(ProblemCode.TooManyItems, "1", "2", "⚠️ Можно не больше 1 файла, у вас 2.", "⚠️ No more than 1 file can be taken, you gave 2.")]
    [TestCase(ProblemCode.TooFewItems, "2", "1", "⚠️ Нужно не меньше 2 файлов, у вас 1.", "⚠️ At least 2 files are needed, you gave 1.")]
    [TestCase(ProblemCode.FileTooLarge, "10485760", "10485761", "⚠️ Файл слишком большой: можно до 10 МБ, у вас 10.1 МБ.", "⚠️ The file is too large: up to 10 MB, you gave 10.1 MB.")]
    [TestCase(ProblemCode.MediaTooLong, "15", "15.04", "⚠️ Запись слишком длинная: до 15 с, у вас 15.1 с.", "⚠️ The recording is too long: up to 15 s, you gave 15.1 s.")]
    [TestCase(ProblemCode.MediaTooLong, "480", "492", "⚠️ Запись слишком длинная: до 8 мин, у вас 8 мин 12 с.", "⚠️ The recording is too long: up to 8 min, you gave 8 min 12 s.")]
    [TestCase(ProblemCode.MediaTooShort, "2", "1.96", "⚠️ Запись слишком короткая: не меньше 2 с, у вас 1.9 с.", "⚠️ The recording is too short: at least 2 s, you gave 1.9 s.")]
    [TestCase(ProblemCode.SideTooSmall, "500", "480", "⚠️ Картинка мала: сторона не меньше 500 px, у вас 480.", "⚠️ The picture is too small: at least 500 px a side, you gave 480.")]
    public void A_refusal_says_the_limit_and_what_was_given(ProblemCode code, string limit, string given, string ru, string en)
    {
        var problem = new InputProblem("image_input", code, limit, given);
        ProblemTexts.Of(Language.Russian, Card, problem).Value.ShouldBe(ru);
        ProblemTexts.Of(Language.English, Card, problem).Value.ShouldBe(en);
    }

    [Test]
    public void Every_problem_has_words_in_both_languages()
    {
        foreach (var code in Enum.GetValues<ProblemCode>())
        {
            var problem = new InputProblem("image_input", code, "1", "2");
            ProblemTexts.Of(Language.Russian, Card, problem).Value.ShouldNotBe(ProblemTexts.Of(Language.English, Card, problem).Value);
        }
    }
}
