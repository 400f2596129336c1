using Microsoft.Extensions.DependencyInjection;
using Trt.Infrastructure.Kie;

namespace Trt.Infrastructure.Tests.Kie;

internal sealed class KieOptionsTests
{
    [Test]
    public void The_settings_of_a_real_shop_have_no_problems() => new KieOptions { ApiKey = "key" }.Problems().ShouldBeEmpty();

    [TestCase("http://127.0.0.1:8080/kie", true)]
    [TestCase("http://localhost:8080", true)]
    [TestCase("http://provider.example", false)]
    [TestCase("ftp://provider.example", false)]
    public void Plain_http_is_for_this_machine_only(string address, bool fits) =>
        (new KieOptions { ApiKey = "key", ApiBase = new Uri(address) }.Problems().Count == 0).ShouldBe(fits);

    [Test]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var options = new KieOptions { ApiKey = "two words", ApiBase = new Uri("http://a.example"), UploadBase = new Uri("/x", UriKind.Relative), Timeout = TimeSpan.Zero };

        options.Problems().Count.ShouldBe(4);
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddKie(options)).Message.ShouldNotContain("two words");
    }

    [Test]
    public void The_key_is_never_printed() => new KieOptions { ApiKey = "canary" }.ToString().ShouldNotContain("canary");
}
