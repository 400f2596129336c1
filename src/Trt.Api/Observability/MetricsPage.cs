using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Trt.Application.Ports;

namespace Trt.Api.Observability;

/// <summary>Our meter as a page in the text format that Prometheus reads: counters as they are, histograms as sum and count.</summary>
internal sealed class MetricsPage : IDisposable
{
    private readonly ConcurrentDictionary<(string Name, string Labels), Series> _series = new();
    private readonly MeterListener _listener = new();

    public MetricsPage()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is Telemetry.Name or "Microsoft.AspNetCore.Hosting" or "System.Runtime")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public async Task Write(HttpContext http)
    {
        _listener.RecordObservableInstruments();
        var page = new StringBuilder();
        foreach (var group in _series.OrderBy(series => series.Key).GroupBy(series => series.Key.Name))
        {
            var isHistogram = group.First().Value.IsHistogram;
            page.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key} {(isHistogram ? "summary" : "untyped")}\n");
            foreach (var ((name, labels), series) in group)
            {
                var (sum, count) = series.Read();
                if (isHistogram)
                {
                    page.Append(CultureInfo.InvariantCulture, $"{name}_sum{labels} {sum}\n{name}_count{labels} {count}\n");
                }
                else
                {
                    page.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sum}\n");
                }
            }
        }

        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        await http.Response.WriteAsync(page.ToString(), http.RequestAborted);
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kind = instrument.GetType().Name;
        var isHistogram = kind.StartsWith("Histogram", StringComparison.Ordinal);
        var isTotal = kind.StartsWith("Observable", StringComparison.Ordinal) || kind.StartsWith("Gauge", StringComparison.Ordinal);
        var series = _series.GetOrAdd((Name(instrument.Name), Labels(tags)), _ => new Series(isHistogram));
        series.Add(value, isTotal);
    }

    private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var labels = new StringBuilder("{");
        foreach (var (key, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            var safe = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            labels.Append(labels.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{Name(key)}=\"{safe}\"");
        }

        return labels.Append('}').ToString();
    }

    private sealed class Series(bool isHistogram)
    {
        private readonly Lock _gate = new();
        private double _sum;
        private long _count;

        public bool IsHistogram => isHistogram;

        public void Add(double value, bool isTotal)
        {
            lock (_gate)
            {
                _sum = isTotal ? value : _sum + value;
                _count++;
            }
        }

        public (double Sum, long Count) Read()
        {
            lock (_gate)
            {
                return (_sum, _count);
            }
        }
    }
}
