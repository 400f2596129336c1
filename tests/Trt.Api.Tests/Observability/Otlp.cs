using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace Trt.Api.Tests.Observability;

/// <summary>
/// Reads what a collector reads: OTLP's protobuf, by the numbers that opentelemetry-proto 1 gives its fields. A field of another kind
/// than it says there breaks the reading.
/// </summary>
internal static class Otlp
{
    public static IEnumerable<OtlpSpan> Spans(ReadOnlyMemory<byte> request) =>
        from resource in Message.Read(request).All(1)
        from scope in resource.All(2)
        from span in scope.All(2)
        select new OtlpSpan(
            scope.One(1)?.Text(1) ?? "",
            Convert.ToHexStringLower(span.Bytes(1)),
            Convert.ToHexStringLower(span.Bytes(2)),
            Convert.ToHexStringLower(span.Bytes(4)),
            span.Text(5),
            span.Fixed(8) - span.Fixed(7),
            Attributes(span, 9),
            [.. span.All(13).Select(link => Convert.ToHexStringLower(link.Bytes(1)))]);

    public static IEnumerable<OtlpHistogram> Histograms(ReadOnlyMemory<byte> request) =>
        from resource in Message.Read(request).All(1)
        from scope in resource.All(2)
        from metric in scope.All(2)
        from histogram in metric.All(9)
        from point in histogram.All(1)
        select new OtlpHistogram(
            metric.Text(1),
            metric.Text(3),
            point.Fixed(4),
            Attributes(point, 9),
            [.. MemoryMarshal.Cast<byte, ulong>(point.Bytes(6)).ToArray()],
            [.. MemoryMarshal.Cast<byte, double>(point.Bytes(7)).ToArray()]);

    private static Dictionary<string, string> Attributes(Message of, int field) =>
        of.All(field).ToDictionary(pair => pair.Text(1), pair => pair.One(2)?.Text(1) ?? "");

    /// <summary>The fields of a message, each as it stands on the wire.</summary>
    private sealed class Message
    {
        private readonly List<(int Field, WireFormat.WireType Kind, byte[] Value)> _fields = [];

        public static Message Read(ReadOnlyMemory<byte> bytes)
        {
            var message = new Message();
            var input = new CodedInputStream(bytes.ToArray());
            while (input.ReadTag() is var tag and not 0)
            {
                var kind = WireFormat.GetTagWireType(tag);
                message._fields.Add((WireFormat.GetTagFieldNumber(tag), kind, kind switch
                {
                    WireFormat.WireType.Varint => Of(input.ReadUInt64()),
                    WireFormat.WireType.Fixed64 => Of(input.ReadFixed64()),
                    WireFormat.WireType.Fixed32 => Of(input.ReadFixed32()),
                    WireFormat.WireType.LengthDelimited => input.ReadBytes().ToByteArray(),
                    _ => throw new InvalidDataException($"Nothing in OTLP is a {kind}"),
                }));
            }

            return message;
        }

        public IEnumerable<Message> All(int field) => Values(field, WireFormat.WireType.LengthDelimited).Select(value => Read(value));

        public Message? One(int field) => All(field).SingleOrDefault();

        public byte[] Bytes(int field) => Values(field, WireFormat.WireType.LengthDelimited).SingleOrDefault([]);

        public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

        public ulong Fixed(int field) => BinaryPrimitives.ReadUInt64LittleEndian(Values(field, WireFormat.WireType.Fixed64).Single());

        private IEnumerable<byte[]> Values(int field, WireFormat.WireType kind)
        {
            var found = _fields.Where(each => each.Field == field).ToList();
            found.ShouldAllBe(each => each.Kind == kind);
            return found.Select(each => each.Value);
        }

        private static byte[] Of(ulong number)
        {
            var bytes = new byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, number);
            return bytes;
        }
    }
}

/// <param name="Parent">Empty at the top of its trace.</param>
/// <param name="Links">The traces that it is linked to.</param>
internal sealed record OtlpSpan(
    string Scope, string Trace, string Id, string Parent, string Name, ulong Nanoseconds, IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Links);

internal sealed record OtlpHistogram(
    string Name, string Unit, ulong Count, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<ulong> Buckets, IReadOnlyList<double> Bounds);
