using Trt.Domain.Catalog;
using Trt.Domain.Drafts;
using static Trt.Domain.Tests.Drafts.Orders;

namespace Trt.Domain.Tests.Drafts;

/// <summary>A text that the messenger cut into several messages is one answer.</summary>
public sealed class TextAnswerTests
{
    [Test]
    public void A_text_that_the_messenger_cut_is_one_text_again()
    {
        var wizard = Begin(Picture);
        Say(wizard, new string('a', 4096), Now).ShouldBeEmpty();
        Say(wizard, new string('b', 4096), Now.AddSeconds(1)).ShouldBeEmpty();
        Say(wizard, "end", Now.AddSeconds(2)).ShouldBeEmpty();
        (((TextValue)wizard.Draft.Values["prompt"]).Text.Length, wizard.Asking()).ShouldBe((4096 + 4096 + 3, "photos"));
    }

    [Test]
    public void A_cut_text_that_is_too_long_as_a_whole_is_refused_as_a_whole_and_asked_again()
    {
        var wizard = Begin(Picture);
        for (var piece = 0; piece < 12; piece++)
        {
            Say(wizard, new string('a', 4096), Now.AddSeconds(piece));
        }

        Say(wizard, "the rest", Now.AddSeconds(12)).ShouldBe([new InputProblem("prompt", ProblemCode.TooLong, "9000", $"{(12 * 4096) + 8}")]);
        (wizard.Asking(), wizard.Draft.Values.ContainsKey("prompt")).ShouldBe(("prompt", false));
        Say(wizard, "short", Now.AddMinutes(1)).ShouldBeEmpty();
        wizard.Draft.Values["prompt"].ShouldBe(new TextValue("short"));
    }

    private static IReadOnlyList<InputProblem> Say(Wizard wizard, string text, DateTimeOffset at) =>
        wizard.Texts.Continue(text, at) ?? wizard.Texts.Answer(wizard.Open!, text, at);
}
