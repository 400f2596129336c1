using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Trt.Application.Backups;
using Trt.Application.Ports;
using Trt.Infrastructure.Backups;
using Trt.Testing;
using Trt.Testing.Shop;

namespace Trt.Application.Tests.Backups;

/// <summary>A copy becomes the same database again, or nothing happens and somebody reads why.</summary>
public sealed class RestoreTests
{
    private string _folder = "";
    private TestShop _shop = null!;
    private TestDatabase _empty = null!;

    [SetUp]
    public async Task Open()
    {
        _folder = Directory.CreateTempSubdirectory("trt-restore-").FullName;
        _shop = await TestShop.Open(others: services => services.AddSingleton(new BackupOptions { Folder = _folder }));
        _empty = await DatabaseTemplate.Empty.Create();
        var anna = await _shop.NewCustomer(rubles: 100);
        await _shop.Order(anna);
        await _shop.Pass(TimeSpan.FromMinutes(1));
        await _shop.Order(anna, "2K");
        await _shop.Execute("UPDATE users SET name = E'tab\\t, back\\\\slash, line\\nbreak, \\\\N, кот 🐈'");
    }

    [TearDown]
    public async Task Close()
    {
        await _shop.DisposeAsync();
        await _empty.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_copy_becomes_the_same_database_row_by_row_and_its_books_are_proven()
    {
        var kept = await Copy();
        kept.Rows.ShouldBeGreaterThan(50);
        var restored = await Restore(kept.Path, isProven: true);
        restored.Rows.ShouldBe(kept.Rows);
        restored.Findings!.Agrees.ShouldBeTrue();
        restored.Findings.Figures.Entries.ShouldBeGreaterThan(3);
        restored.Strangers.ShouldBeEmpty();
        (await Content(_empty.ConnectionString)).ShouldBe(await Content(_shop.ConnectionString));
        (await SchemaOf(_empty)).ShouldBe(await Schema.Text(ShopSource()));
    }

    [Test]
    public async Task Only_an_empty_database_is_taken_unless_somebody_says_that_its_rows_may_go()
    {
        var kept = await Copy();
        await Restore(kept.Path);
        var refused = await Should.ThrowAsync<UnfitBackupException>(() => Restore(kept.Path));
        refused.Message.ShouldContain("1 in users");
        refused.Message.ShouldContain("--replace");
        (await Restore(kept.Path, isReplacing: true)).Rows.ShouldBe(kept.Rows);
    }

    [Test]
    public async Task A_database_of_another_program_is_never_touched()
    {
        var kept = await Copy();
        await Execute("CREATE TABLE recipes_of_grandmother (id int)");
        (await Should.ThrowAsync<UnfitBackupException>(() => Restore(kept.Path, isReplacing: true))).Message.ShouldContain("another program's");
        (await Tables()).ShouldBe(["recipes_of_grandmother"]);
    }

    [Test]
    public async Task A_shop_that_is_open_on_it_hinders_a_restore()
    {
        var kept = await Copy();
        await using var shop = NpgsqlDataSource.Create($"{_empty.ConnectionString};Application Name=trt;Pooling=false");
        await using var open = await shop.OpenConnectionAsync();
        (await Should.ThrowAsync<UnfitBackupException>(() => Restore(kept.Path))).Message.ShouldContain("Stop all instances");
    }

    [Test]
    public async Task Books_that_do_not_agree_are_found_before_they_are_valid()
    {
        await _shop.Execute("UPDATE wallets SET available = available + 1");
        var kept = await Copy();
        var refused = await Should.ThrowAsync<UnfitBackupException>(() => Restore(kept.Path, isProven: true));
        refused.Message.ShouldContain("do not agree");
        (await Tables()).ShouldBeEmpty();
        (await Restore(kept.Path)).Rows.ShouldBe(kept.Rows);
        await _shop.Execute("UPDATE wallets SET available = available - 1");
    }

    [TestCase(0.001, TestName = "Cut off after its first bytes")]
    [TestCase(0.5, TestName = "Cut off in the middle")]
    [TestCase(0.999, TestName = "Cut off before its last bytes")]
    public async Task A_copy_that_is_cut_off_is_refused(double part)
    {
        var whole = await File.ReadAllBytesAsync((await Copy()).Path);
        await IsRefused(whole[..Math.Max(8, (int)(whole.Length * part))], "is not complete");
    }

    [TestCase(0.1)]
    [TestCase(0.4)]
    [TestCase(0.7)]
    public async Task One_bit_that_fell_over_is_seen(double at)
    {
        var bytes = await File.ReadAllBytesAsync((await Copy()).Path);
        bytes[(int)(bytes.Length * at)] ^= 4;
        await IsRefused(bytes, "damaged", "not complete");
    }

    [Test]
    public async Task What_is_no_copy_of_ours_is_refused()
    {
        await IsRefused([], "is empty");
        await IsRefused("CREATE TABLE users ();"u8.ToArray(), "is no backup of TRT");
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("holiday.jpg").Open().Dispose();
        }

        await IsRefused(memory.ToArray(), "no backup of TRT");
        (await Should.ThrowAsync<UnfitBackupException>(() => Restore("/nowhere/at/all.zip"))).Message.ShouldContain("/nowhere/at/all.zip");
    }

    [Test]
    public async Task A_copy_of_a_newer_build_is_refused_with_the_way_out()
    {
        var path = (await Copy()).Path;
        Reseal(path, text => text.Replace("_Initial\"", "_Initial\",\n\"29990101000000_Tomorrow\"", StringComparison.Ordinal));
        var refused = await Should.ThrowAsync<UnfitBackupException>(() => Restore(path));
        refused.Message.ShouldContain("newer build");
        refused.Message.ShouldContain("29990101000000_Tomorrow");
        (await Tables()).ShouldBeEmpty();
    }

    [Test]
    public async Task Rows_that_were_changed_in_the_file_are_refused()
    {
        var path = (await Copy()).Path;
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.GetEntry("tables/wallets.tsv")!.Delete();
            using var rich = new StreamWriter(zip.CreateEntry("tables/wallets.tsv").Open());
            rich.Write("5001\t99999999\t0\n");
        }

        (await Should.ThrowAsync<UnfitBackupException>(() => Restore(path))).Message.ShouldContain("tables/wallets.tsv does not fit its checksum");
        (await Tables()).ShouldBeEmpty();
    }

    /// <summary>The build before had fewer tables: its copy is brought in as it was, then brought up to date.</summary>
    [Test]
    public async Task A_copy_of_an_older_build_ends_with_the_schema_of_today()
    {
        await using var before = await DatabaseTemplate.Empty.Create();
        await using var source = NpgsqlDataSource.Create(before.ConnectionString);
        using (var script = new SchemaScript(source))
        {
            await using var old = source.CreateCommand(script.Write(null, script.Migrations[^2]));
            await old.ExecuteNonQueryAsync();
        }

        var path = Path.Combine(_folder, "old.zip");
        await using (var file = File.Create(path))
        {
            await new BackupWriter(source, "test", TimeProvider.System).Write(file, progress: null, CancellationToken.None);
        }

        await Restore(path, isProven: true);
        (await SchemaOf(_empty)).ShouldBe(await Schema.Text(ShopSource()));
    }

    [Test]
    public async Task An_encrypted_copy_opens_with_its_key_and_with_no_other()
    {
        var (key, recipient) = await NewKey("key.txt");
        var (other, _) = await NewKey("other.txt");
        await using var shop = await TestShop.Open(others: services => services.AddSingleton(new BackupOptions { Folder = _folder, Recipient = recipient }));
        await shop.NewCustomer(rubles: 100);
        var kept = (await shop.Send(new MakeBackup())).ShouldBeOfType<BackupOutcome.Made>().Kept;
        kept.Name.ShouldEndWith(".zip.age");

        (await Should.ThrowAsync<UnfitBackupException>(() => PlainBackup.Of(kept.Path, null, CancellationToken.None))).Message.ShouldContain("--identity");
        (await Should.ThrowAsync<UnfitBackupException>(() => PlainBackup.Of(kept.Path, other, CancellationToken.None))).Message.ShouldContain("could not be decrypted");
        using var plain = await PlainBackup.Of(kept.Path, key, CancellationToken.None);
        (await Restore(plain.Path, isProven: true)).Rows.ShouldBe(kept.Rows);
    }

    /// <summary>Whoever has the file and not the program: only psql.</summary>
    [Test]
    public async Task A_copy_can_be_brought_in_without_the_program()
    {
        var kept = await Copy();
        var unpacked = Path.Combine(_folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(kept.Path, unpacked);
        var address = new NpgsqlConnectionStringBuilder(_empty.ConnectionString);
        var start = new ProcessStartInfo("psql", ["-q", "--single-transaction", "-v", "ON_ERROR_STOP=1", "-f", "schema.sql", "-f", "load.sql"])
        {
            WorkingDirectory = unpacked,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGDATABASE"]) = (address.Host, $"{address.Port}", address.Database);
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (address.Username, address.Password);
        using var psql = Process.Start(start)!;
        var errors = await psql.StandardError.ReadToEndAsync();
        await psql.WaitForExitAsync();
        psql.ExitCode.ShouldBe(0, errors);
        (await Content(_empty.ConnectionString)).ShouldBe(await Content(_shop.ConnectionString));
    }

    private async Task IsRefused(byte[] content, params string[] words)
    {
        var path = Path.Combine(_folder, "bad.zip");
        await File.WriteAllBytesAsync(path, content);
        var refused = await Should.ThrowAsync<UnfitBackupException>(() => Restore(path));
        words.ShouldContain(word => refused.Message.Contains(word, StringComparison.Ordinal), refused.Message);
        (await Tables()).ShouldBeEmpty();
    }

    /// <summary>Somebody writes another manifest with a checksum that fits it.</summary>
    private static void Reseal(string path, Func<string, string> change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        string text;
        using (var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open()))
        {
            text = change(reader.ReadToEnd());
        }

        foreach (var (name, content) in new[] { ("manifest.json", text), ("manifest.sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))) })
        {
            zip.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(content);
        }
    }

    private async Task<KeptBackup> Copy() => (await _shop.Send(new MakeBackup())).ShouldBeOfType<BackupOutcome.Made>().Kept;

    private async Task<RestoredBackup> Restore(string path, bool isProven = false, bool isReplacing = false)
    {
        await using var owner = NpgsqlDataSource.Create($"{_empty.ConnectionString};Pooling=false");
        return await new BackupRestore(owner).Run(new RestoreWish(path, isProven, isReplacing), progress: null, CancellationToken.None);
    }

    private NpgsqlDataSource ShopSource() => NpgsqlDataSource.Create($"{_shop.ConnectionString};Pooling=false");

    private static async Task<string> SchemaOf(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create($"{database.ConnectionString};Pooling=false");
        return await Schema.Text(source);
    }

    private async Task<(string KeyFile, string Recipient)> NewKey(string name)
    {
        var path = Path.Combine(_folder, name);
        using var keygen = Process.Start(new ProcessStartInfo("age-keygen", ["-o", path]) { RedirectStandardError = true })!;
        await keygen.WaitForExitAsync();
        return (path, (await File.ReadAllLinesAsync(path)).Single(line => line.Contains("public key: ", StringComparison.Ordinal)).Split(": ")[1]);
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{_empty.ConnectionString};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> Tables() => [.. (await Read(_empty.ConnectionString, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))];

    /// <summary>Each table with its rows in a word; the copy's own note is the one that it cannot hold.</summary>
    private static async Task<IReadOnlyList<string>> Content(string connectionString)
    {
        var tables = await Read(connectionString, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'backups' ORDER BY 1");
        var content = new List<string>();
        foreach (var table in tables)
        {
            content.Add($"{table} {(await Read(connectionString, $"SELECT concat(count(*), ' ', md5(string_agg(t::text, '|' ORDER BY t::text))) FROM \"{table}\" t"))[0]}");
        }

        return content;
    }

    private static async Task<List<string>> Read(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{connectionString};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await rows.ReadAsync())
        {
            all.Add(rows.GetString(0));
        }

        return all;
    }
}
