using Trt.Api.Bot;
using Trt.Api.Bot.Updates;

namespace Trt.Api.Tests.Bot;

/// <summary>What is not among the samples, the first customer who sends it waits for.</summary>
public sealed class SampleUpdateTests
{
    [Test]
    public void Every_kind_of_update_that_the_shop_meets_is_read_before_it_opens()
    {
        var read = SampleUpdates.All.Select(sample => sample.Content.ShouldNotBeNull(sample.Problem)).ToList();
        var kinds = typeof(Incoming).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Incoming)));
        read.Select(IncomingReader.Read).OfType<Incoming>().Select(incoming => incoming.GetType()).Distinct().ShouldBe(kinds, ignoreOrder: true);
        read.ShouldContain(update => update.PreCheckoutQuery != null);
    }
}
