namespace Trt.Sandbox.Tests.Kie;

/// <summary>Each test has a provider of its own.</summary>
internal abstract class KieTests
{
    protected KieHost Kie { get; private set; } = null!;

    [SetUp]
    public async Task Open() => Kie = await KieHost.Start();

    [TearDown]
    public async Task Close() => await Kie.DisposeAsync();
}
