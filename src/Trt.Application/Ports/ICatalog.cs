using Trt.Domain.Catalog;

namespace Trt.Application.Ports;

/// <summary>The models of this moment; the whole set is swapped at once when it changes.</summary>
public interface ICatalog
{
    ModelCatalog Current { get; }
}
