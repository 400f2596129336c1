using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Shared;

public sealed class CidTests
{
    [TestCase("87aed2e36a")]
    [TestCase("  87AED2E36A ")]
    [TestCase("№ 87aed2e36a.")]
    [TestCase("#87aed2e36a")]
    public void It_is_read_however_people_copy_it(string text) => Cid.Read(text).ShouldBe(new Cid("87aed2e36a"));

    [TestCase("")]
    [TestCase("87aed2e36")]
    [TestCase("87aed2e36ab")]
    [TestCase("87aed2e36x")]
    [TestCase("87aed 2e36a")]
    [TestCase("８7aed2e36a")]
    public void Anything_else_is_none(string text) => Cid.Read(text).ShouldBeNull();

    [Test]
    public void What_the_shop_makes_is_read() => Cid.Read(Cid.New(DateTimeOffset.UnixEpoch).Value).ShouldNotBeNull();
}
