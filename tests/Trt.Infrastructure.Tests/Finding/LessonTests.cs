using System.Globalization;
using Trt.Testing;

namespace Trt.Infrastructure.Tests.Finding;

/// <summary>
/// What the shop has learned is what its examples teach. After a change of either: <c>TEACH=1 ./trt test Lesson</c>, and look at what has
/// changed.
/// </summary>
public sealed class LessonTests
{
    /// <summary>In hundredths: another processor may round another way.</summary>
    private const int Apart = 5;

    private static readonly string File = Repository.Path("src/Trt.Domain/Finding/lessons.txt");

    [Test]
    public void The_lessons_are_those_of_the_examples()
    {
        var taught = Lessons.Written();
        if (Environment.GetEnvironmentVariable("TEACH") == "1")
        {
            System.IO.File.WriteAllLines(File, taught);
        }

        var written = Weights(System.IO.File.ReadAllLines(File));
        var due = Weights(taught);
        written.Keys.Concat(due.Keys).Distinct()
            .Where(key => Math.Abs(written.GetValueOrDefault(key) - due.GetValueOrDefault(key)) > Apart)
            .ShouldBeEmpty("TEACH=1 ./trt test Lesson writes them anew");
    }

    private static Dictionary<(string Clue, string Meaning), int> Weights(IEnumerable<string> lessons) => lessons
        .Select(line => line.Split('\t'))
        .SelectMany(cells => cells[1].Split(' ').Select(pair => pair.Split(':')).Select(pair => (Key: (cells[0], pair[0]), pair[1])))
        .ToDictionary(pair => pair.Key, pair => int.Parse(pair.Item2, CultureInfo.InvariantCulture));
}
