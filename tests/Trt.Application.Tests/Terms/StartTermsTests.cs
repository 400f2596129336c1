using Trt.Application.Terms;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.Terms;

/// <summary>The environment is read by the rules that hold for the operator later: each bound stands once.</summary>
public sealed class StartTermsTests
{
    private static IEnumerable<SettingRule> Variables() => SettingsRegistry.All.Where(rule => rule.Variable is not null);

    [TestCaseSource(nameof(Variables))]
    public void Every_variable_is_held_to_the_bounds_of_its_setting(object variable)
    {
        var rule = (SettingRule)variable;
        var rubbish = rule.Shape.Kind == SettingKind.Words ? new string('x', 2000) : "rubbish";
        var problem = Read((rule.Variable!, rubbish)).Problems.ShouldHaveSingleItem();
        problem.ShouldContain(rule.Variable!);
        problem.ShouldContain(rule.Bounds);
    }

    [TestCaseSource(nameof(Variables))]
    public void Every_variable_may_say_what_is_usual(object variable)
    {
        var rule = (SettingRule)variable;
        var usual = new ShopTerms();
        var (terms, problems) = Read((rule.Variable!, rule.Read(usual)));
        problems.ShouldBeEmpty();
        rule.Read(terms).ShouldBe(rule.Read(usual));
    }

    [Test]
    public void What_contradicts_itself_is_told_in_the_names_of_the_variables()
    {
        var problems = Read(("TOPUP_MIN_RUB", "100"), ("TOPUP_MAX_RUB", "60")).Problems;
        problems.ShouldHaveSingleItem().ShouldContain("TOPUP_MIN_RUB");
        problems[0].ShouldContain("TOPUP_MAX_RUB");
        problems[0].ShouldNotContain("topup.");
    }

    [Test]
    public void Other_limits_make_no_problem_of_the_usual_buttons()
    {
        var (terms, problems) = Read(("TOPUP_MIN_RUB", "100"));
        problems.ShouldBeEmpty();
        terms.TopUps.Amounts.ShouldBe([Money.Rubles(100), Money.Rubles(150)]);
    }

    [Test]
    public void Buttons_that_were_asked_for_must_fit() =>
        Read(("TOPUP_MIN_RUB", "100"), ("TOPUP_AMOUNTS_RUB", "50 200")).Problems.ShouldHaveSingleItem().ShouldContain("TOPUP_AMOUNTS_RUB");

    [TestCase("arrival", RewardMoment.Arrival)]
    [TestCase("generation", RewardMoment.FirstGeneration)]
    [TestCase("Payment", RewardMoment.FirstPayment)]
    public void Earlier_names_of_a_choice_are_still_understood(string written, RewardMoment moment) =>
        Read(("REFERRAL_REWARD_AT", written)).Terms.Growth.InviterRewardAt.ShouldBe(moment);

    private static (ShopTerms Terms, IReadOnlyList<string> Problems) Read(params (string Name, string Value)[] said) =>
        StartTerms.Read(name => said.Where(each => each.Name == name).Select(each => each.Value).FirstOrDefault());
}
