using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Trt.Application.Ports;
using Trt.Infrastructure.Backups;
using Trt.Testing;

namespace Trt.Application.Tests.Backups;

/// <summary>A copy goes to a storage that speaks S3; here one that believes nothing it has not reckoned up itself.</summary>
public sealed class BucketTests
{
    private const string Key = "the-key";
    private const string Secret = "the-secret";

    private static readonly byte[] Copy = RandomNumberGenerator.GetBytes(300_000);

    private HttpListener _storage = null!;
    private Uri _address = null!;
    private string _file = "";

    private readonly Dictionary<string, byte[]> _kept = [];

    [SetUp]
    public async Task Open()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        _address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/bucket/of the shop/");
        probe.Stop();
        _storage = new HttpListener();
        _storage.Prefixes.Add($"{_address.GetLeftPart(UriPartial.Authority)}/");
        _storage.Start();
        _kept.Clear();
        _ = Serve();
        _file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(_file, Copy);
    }

    [TearDown]
    public void Close()
    {
        _storage.Close();
        File.Delete(_file);
    }

    [Test]
    public async Task A_copy_is_put_there_whole_and_removed_again()
    {
        using var bucket = Bucket(Secret);
        await bucket.Put("trt-1.zip", _file, Hash(Copy), CancellationToken.None);
        _kept.Keys.ShouldBe(["/bucket/of%20the%20shop/trt-1.zip"]);
        _kept.Values.Single().ShouldBe(Copy);
        await bucket.Remove("trt-1.zip", CancellationToken.None);
        _kept.ShouldBeEmpty();
        await bucket.Remove("trt-1.zip", CancellationToken.None);
    }

    [Test]
    public async Task A_wrong_secret_is_told_with_what_to_look_at_and_without_the_secret()
    {
        using var bucket = Bucket("another-secret");
        var failed = await Should.ThrowAsync<BackupFailedException>(() => bucket.Put("trt-1.zip", _file, Hash(Copy), CancellationToken.None));
        failed.Message.ShouldContain("403 (SignatureDoesNotMatch)");
        failed.Message.ShouldContain("BACKUP_S3_SECRET");
        failed.Message.ShouldNotContain("another-secret");
        failed.Message.ShouldNotContain(Key);
        _kept.ShouldBeEmpty();
    }

    [Test]
    public async Task A_copy_that_changes_on_its_way_is_not_kept()
    {
        using var bucket = Bucket(Secret);
        await Should.ThrowAsync<BackupFailedException>(() => bucket.Put("trt-1.zip", _file, Hash([1]), CancellationToken.None));
        _kept.ShouldBeEmpty();
    }

    [Test]
    public async Task A_storage_that_is_away_is_told()
    {
        _storage.Close();
        using var bucket = Bucket(Secret);
        (await Should.ThrowAsync<BackupFailedException>(() => bucket.Put("trt-1.zip", _file, Hash(Copy), CancellationToken.None)))
            .Message.ShouldContain("cannot be reached");
    }

    /// <summary>The example that the inventor of the signature publishes for putting a file.</summary>
    [Test]
    public void The_signature_is_the_published_one()
    {
        var options = new BucketOptions
        {
            Address = new Uri("https://examplebucket.s3.amazonaws.com/"),
            Region = "us-east-1",
            KeyId = $"AKIA{"IOSFODNN7EXAMPLE"}",
            Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        };
        const string body = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";
        Dictionary<string, string> headers = new()
        {
            ["date"] = "Fri, 24 May 2013 00:00:00 GMT",
            ["host"] = "examplebucket.s3.amazonaws.com",
            ["x-amz-content-sha256"] = body,
            ["x-amz-date"] = "20130524T000000Z",
            ["x-amz-storage-class"] = "REDUCED_REDUNDANCY",
        };
        RequestSignature.Of("PUT", new Uri("https://examplebucket.s3.amazonaws.com/test%24file.text"), headers, body, new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero), options)
            .ShouldEndWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    private Bucket Bucket(string secret) => new(
        new BucketOptions { Address = _address, Region = "eu-central-1", KeyId = Key, Secret = secret }, new TestClock());

    private async Task Serve()
    {
        while (_storage.IsListening)
        {
            try
            {
                await Answer(await _storage.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Answer(HttpListenerContext http)
    {
        using var body = new MemoryStream();
        await http.Request.InputStream.CopyToAsync(body);
        var (path, content) = (http.Request.RawUrl!, body.ToArray());
        if (Hash(content) != http.Request.Headers["x-amz-content-sha256"] || Expected(http.Request) != http.Request.Headers["Authorization"]?.Split("Signature=")[1])
        {
            http.Response.StatusCode = 403;
            http.Response.OutputStream.Write(Encoding.UTF8.GetBytes($"<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>{Key}</AWSAccessKeyId></Error>"));
        }
        else if (http.Request.HttpMethod == "PUT")
        {
            _kept[path] = content;
        }
        else
        {
            http.Response.StatusCode = _kept.Remove(path) ? 204 : 404;
        }

        http.Response.Close();
    }

    /// <summary>Reckoned up from what came over the wire, step by step as the documentation says, and with nothing of the product.</summary>
    private static string Expected(HttpListenerRequest request)
    {
        var at = request.Headers["x-amz-date"]!;
        var canonical = $"{request.HttpMethod}\n{request.RawUrl}\n\nhost:{request.Headers["host"]}\nx-amz-content-sha256:{request.Headers["x-amz-content-sha256"]}\n"
            + $"x-amz-date:{at}\n\nhost;x-amz-content-sha256;x-amz-date\n{request.Headers["x-amz-content-sha256"]}";
        var scope = $"{at[..8]}/eu-central-1/s3/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{at}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes($"AWS4{Secret}"), at[..8]), "eu-central-1"), "s3"), "aws4_request");
        return Convert.ToHexStringLower(Mac(key, text));
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
