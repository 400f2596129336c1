using System.Text;
using Trt.Application.BackOffice.Reports;
using Trt.Domain.Shared;

namespace Trt.Application.Tests.BackOffice;

/// <summary>Tables that any spreadsheet opens and none runs.</summary>
public sealed class CsvWriterTests
{
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+79990000000", "'+79990000000")]
    [TestCase("-2", "'-2")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\tx", "\"'\tx\"")]
    [TestCase("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [TestCase("\rx", "\"'\rx\"")]
    [TestCase("\n=x", "\"'\n=x\"")]
    [TestCase("＝1+1", "'＝1+1")]
    [TestCase("=HYPERLINK(\"https://evil\",\"x\")", "\"'=HYPERLINK(\"\"https://evil\"\",\"\"x\"\")\"")]
    public void A_text_that_a_spreadsheet_would_run_is_disarmed(string text, string cell) => CsvWriter.Cell(text).ShouldBe(cell);

    [TestCase("", "")]
    [TestCase("plain", "plain")]
    [TestCase("a-b=c", "a-b=c")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("a;=1+1", "\"a;=1+1\"")]
    [TestCase("a\t=1+1", "\"a\t=1+1\"")]
    [TestCase("a \"b\"", "\"a \"\"b\"\"\"")]
    [TestCase("a\nb", "\"a\nb\"")]
    [TestCase(" spaced ", " spaced ")]
    public void Text_is_quoted_where_it_must_be(string text, string cell) => CsvWriter.Cell(text).ShouldBe(cell);

    [Test]
    [Property("Case", 92)]
    public void Numbers_stay_numbers_and_moments_are_written_as_ISO_says()
    {
        CsvWriter.Cell(new Money(-1414)).ShouldBe("-14.14");
        CsvWriter.Cell(new Money(5)).ShouldBe("0.05");
        CsvWriter.Cell(-42L).ShouldBe("-42");
        CsvWriter.Cell(null).ShouldBe("");
        CsvWriter.Cell(true).ShouldBe("true");
        CsvWriter.Cell(new DateOnly(2026, 11, 21)).ShouldBe("2026-11-21");
        CsvWriter.Cell(new DateTimeOffset(2026, 11, 21, 12, 0, 5, TimeSpan.FromHours(3))).ShouldBe("2026-11-21T09:00:05Z");
    }

    [Test]
    public async Task A_file_begins_with_the_mark_of_UTF8_and_its_lines_end_as_the_standard_says()
    {
        using var file = new MemoryStream();
        await using (var csv = new CsvWriter(file))
        {
            await csv.Write(["имя", "сумма"], CancellationToken.None);
            await csv.Write(["Анна, «А»", new Money(100)], CancellationToken.None);
        }

        file.ToArray()[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(file.ToArray()[3..]).ShouldBe("имя,сумма\r\n\"Анна, «А»\",1.00\r\n");
    }
}
