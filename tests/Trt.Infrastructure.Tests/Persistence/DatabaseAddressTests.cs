using Npgsql;
using Trt.Infrastructure.Persistence;

namespace Trt.Infrastructure.Tests.Persistence;

public sealed class DatabaseAddressTests
{
    [TestCase("postgres://u:p@db.example.org:6432/shop?sslmode=require", "Host=db.example.org;Port=6432;Username=u;Password=p;Database=shop;SSL Mode=Require")]
    [TestCase("postgresql://u@db/shop", "Host=db;Username=u;Database=shop")]
    [TestCase("POSTGRES://u@db", "Host=db;Username=u")]
    [TestCase("postgres://a%40b:p%2F%3A%40%25w@db/shop%20two", "Host=db;Username=a@b;Password=p/:@%w;Database=shop two")]
    [TestCase("postgres://u:p@q@db/s", "Host=db;Username=u;Password=p@q;Database=s")]
    [TestCase("postgres://u:p:q@db/s", "Host=db;Username=u;Password=p:q;Database=s")]
    [TestCase("postgres://u:p@one:5432,two:5433/s?target_session_attrs=primary", "Host=one:5432,two:5433;Username=u;Password=p;Database=s;Target Session Attributes=primary")]
    [TestCase("postgres://u:p@[::1]:5433/s", "Host=::1;Port=5433;Username=u;Password=p;Database=s")]
    [TestCase("postgres://u:p@db/s?sslmode=verify-full&sslrootcert=/ca.pem", "Host=db;Username=u;Password=p;Database=s;SSL Mode=VerifyFull;Root Certificate=/ca.pem")]
    [TestCase("postgres://u:p@db/s?connect_timeout=5&application_name=trt&channel_binding=require", "Host=db;Username=u;Password=p;Database=s;Timeout=5;Application Name=trt;Channel Binding=Require")]
    [TestCase("postgres:///s?host=/var/run/postgresql&user=u", "Host=/var/run/postgresql;Username=u;Database=s")]
    [TestCase("postgres://u:p@db/s?Maximum%20Pool%20Size=20", "Host=db;Username=u;Password=p;Database=s;Maximum Pool Size=20")]
    [TestCase("  Host=db;Username=u;Password=a;Database=s  ", "Host=db;Username=u;Password=a;Database=s")]
    public void An_address_is_understood(string address, string expected) =>
        new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(address).ConnectionString)
            .EquivalentTo(new NpgsqlConnectionStringBuilder(expected)).ShouldBeTrue(DatabaseAddress.Parse(address).ConnectionString);

    [TestCase("", "empty")]
    [TestCase("mysql://u:hunter2@db/s", "does not start with postgres://")]
    [TestCase("postgres://u:hunter2@/s", "names no host")]
    [TestCase("postgres://u:hunter2@db:99999/s", "port")]
    [TestCase("postgres://u:hunter2@db:abc/s", "host is not readable")]
    [TestCase("postgres://u:hun/ter2@db/s", "postgres")]
    [TestCase("postgres://u:hunter2@db/s?sslmode=perhaps", "sslmode")]
    [TestCase("postgres://u:hunter2@db/s?colour=blue", "colour")]
    [TestCase("postgres://u@db/s?password=hunter2&colour=blue", "colour")]
    [TestCase("Host=db;Password=hunter2;Colour=blue", "keyword")]
    [TestCase("Password=hunter2;Port=abc;Host=db", "keyword")]
    [TestCase("Username=u;Password='hun;ter2'", "names no host")]
    [TestCase("host=db user=u password=hunter2 dbname=s", "semicolons")]
    [TestCase("hunter2", "keyword")]
    public void An_address_that_cannot_be_used_says_why_and_keeps_the_password(string address, string reason)
    {
        var refusal = Should.Throw<FormatException>(() => DatabaseAddress.Parse(address));
        refusal.Message.ShouldContain(reason);
        refusal.Message.ShouldContain("postgres://user:password@host:5432/database");
        refusal.ToString().ShouldNotContain("ter2");
    }

    [TestCase("postgres://u:hunter2@db:6432/shop", "postgres://u:***@db:6432/shop")]
    [TestCase("Host=db;Password=hunter2;Username=u", "Host=db;Password=***;Username=u")]
    public void An_address_prints_itself_without_the_password(string address, string printed) =>
        DatabaseAddress.Parse(address).ToString().ShouldBe(printed);
}
