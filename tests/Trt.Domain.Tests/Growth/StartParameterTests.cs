using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Growth;

public sealed class StartParameterTests
{
    [Test]
    public void An_invitation_is_read_as_it_was_written() =>
        StartParameter.Read(StartParameter.InvitationBy(new UserId(42))).ShouldBe(new StartParameter.Invited(new UserId(42)));

    [TestCase("src_VK-ads", "vk-ads")]
    [TestCase("utm_spring", "utm_spring")]
    [TestCase("utm-source-telegram", "utm-source-telegram")]
    public void A_campaign_is_named_alike_however_it_is_written(string argument, string source) =>
        StartParameter.Read(argument).ShouldBe(new StartParameter.CameFrom(source));

    [TestCase("")]
    [TestCase("ref_")]
    [TestCase("ref_unknown")]
    [TestCase("src_")]
    [TestCase("utm")]
    [TestCase("something")]
    [TestCase("src_=cmd|calc")]
    [TestCase("src_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_says_nothing_is_nothing(string argument) => StartParameter.Read(argument).ShouldBeNull();
}
