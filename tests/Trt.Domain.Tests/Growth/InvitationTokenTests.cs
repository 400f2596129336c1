using System.Buffers.Text;
using System.Text;
using Trt.Domain.Growth;
using Trt.Domain.Shared;

namespace Trt.Domain.Tests.Growth;

public sealed class InvitationTokenTests
{
    private static readonly long[] Ids = [1, 42, 5_000_000_000, 999_999_999_999, (1L << 52) - 1];

    [TestCaseSource(nameof(Ids))]
    public void A_token_leads_to_the_inviter_and_fits_into_a_link(long id)
    {
        var token = InvitationToken.For(new UserId(id));
        InvitationToken.Read(token).ShouldBe(new UserId(id));
        token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_').ShouldBeTrue();
        StartParameter.InvitationBy(new UserId(id)).Length.ShouldBeLessThanOrEqualTo(StartParameter.LengthMax);
    }

    [Test]
    public void The_links_of_the_former_life_still_lead_to_their_owner()
    {
        InvitationToken.Read("123456789").ShouldBe(new UserId(123456789));
        InvitationToken.Read(Base64Url.EncodeToString(Encoding.ASCII.GetBytes("u:123456789"))).ShouldBe(new UserId(123456789));
    }

    [Test]
    public void One_mistyped_letter_leads_to_nobody()
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = InvitationToken.For(new UserId(5_123_456_789));
        var strangers = 0;
        for (var place = 0; place < token.Length; place++)
        {
            foreach (var letter in Letters.Where(letter => letter != token[place]))
            {
                strangers += InvitationToken.Read(token[..place] + letter + token[(place + 1)..]) is null ? 0 : 1;
            }
        }

        strangers.ShouldBe(0);
    }

    [TestCase("")]
    [TestCase("0")]
    [TestCase("-5")]
    [TestCase("99999999999999999999")]
    [TestCase("abc")]
    [TestCase("dTo")]
    [TestCase("٣٤٥")]
    public void Nonsense_leads_to_nobody(string token) => InvitationToken.Read(token).ShouldBeNull();
}
