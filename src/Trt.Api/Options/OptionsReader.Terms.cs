using Trt.Application.Terms;

namespace Trt.Api.Options;

/// <summary>What the operator can change later begins with this.</summary>
public sealed partial class OptionsReader
{
    private ShopTerms ReadTerms()
    {
        var (terms, problems) = StartTerms.Read(Text);
        _problems.AddRange(problems);
        var growth = terms.Growth;
        if (growth.GiftMin.IsZero && !growth.GiftMax.IsZero)
        {
            _problems.Add("GIFT_MIN_RUB and GIFT_MAX_RUB must both be 0 (no gift), or the first at least 1 and not above the second.");
        }

        return terms;
    }
}
