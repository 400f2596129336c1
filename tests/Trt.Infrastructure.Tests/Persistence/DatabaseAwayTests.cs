using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Tests.Persistence;

/// <summary>What counts as "the database is away": the same again may go well.</summary>
public sealed class DatabaseAwayTests
{
    [TestCase("57P01", TestName = "An administrator ended the session")]
    [TestCase("57P02", TestName = "The server crashed")]
    [TestCase("57P03", TestName = "The server is starting")]
    [TestCase("57014", TestName = "Somebody cancelled the statement")]
    [TestCase("53300", TestName = "Too many connections")]
    [TestCase("08006", TestName = "The connection broke")]
    [TestCase("25006", TestName = "The server is a standby now")]
    public void What_ends_by_itself_is_an_absence(string state)
    {
        Database.IsAway(Refusal(state)).ShouldBeTrue();
        Database.IsAway(new DbUpdateException("saving", Refusal(state))).ShouldBeTrue();
        Database.IsAway(new AggregateException(new ArgumentException("other"), Refusal(state))).ShouldBeTrue();
    }

    [TestCase("23505")]
    [TestCase("42501")]
    [TestCase("28P01")]
    public void What_it_refuses_for_good_is_none(string state) =>
        Database.IsAway(new DbUpdateException("saving", Refusal(state))).ShouldBeFalse();

    [Test]
    public void A_broken_wire_is_an_absence_however_deep_it_is_wrapped()
    {
        var broken = new NpgsqlException("reading", new EndOfStreamException());
        Database.IsAway(new InvalidOperationException("transient failure", new DbUpdateException("saving", broken))).ShouldBeTrue();
        Database.IsAway(new DatabaseClosedException()).ShouldBeTrue();
        Database.IsAway(new InvalidOperationException("a mistake of ours")).ShouldBeFalse();
    }

    [TestCase("FATAL", true)]
    [TestCase("ERROR", false)]
    public void An_inner_trouble_that_ended_the_session_is_an_absence(string severity, bool isAway) =>
        Database.IsAway(new PostgresException("could not write init file", severity, severity, "XX000")).ShouldBe(isAway);

    [Test]
    public void An_outage_begins_once_and_ends_once()
    {
        var outage = new Outage();
        outage.Ends().ShouldBeFalse();
        outage.Begins().ShouldBeTrue();
        outage.Begins().ShouldBeFalse();
        outage.Ends().ShouldBeTrue();
        outage.Begins().ShouldBeTrue();
    }

    private static PostgresException Refusal(string state) => new("refused", "ERROR", "ERROR", state);
}
