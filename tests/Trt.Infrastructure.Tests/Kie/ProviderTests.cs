namespace Trt.Infrastructure.Tests.Kie;

/// <summary>Each test has a provider of its own.</summary>
internal abstract class ProviderTests
{
    protected ProviderHost Host { get; private set; } = null!;

    [SetUp]
    public async Task Open() => Host = await ProviderHost.Start();

    [TearDown]
    public async Task Close() => await Host.DisposeAsync();
}
