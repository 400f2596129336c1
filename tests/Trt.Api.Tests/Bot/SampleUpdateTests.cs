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
        var kinds = typeof(Incoming).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Incoming)))
            .Concat(typeof(InGroup).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(InGroup))));
        var me = new BotIdentity();
        me.Know(7, "sample_bot");
        read.Select(update => IncomingReader.Read(update, me)).OfType<Incoming>().Select(incoming => incoming.GetType()).Distinct().ShouldBe(kinds, ignoreOrder: true);
        read.ShouldContain(update => update.PreCheckoutQuery != null);
    }
}
