// The least that a web server of this platform can be: an empty answer to everything. The shop is measured against it.
using System.Globalization;
using System.Net;

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
    kestrel.Listen(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture)));
var app = builder.Build();
app.Run(_ => Task.CompletedTask);
await app.RunAsync();
