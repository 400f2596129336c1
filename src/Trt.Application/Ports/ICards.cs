using Trt.Domain.Catalog;

namespace Trt.Application.Ports;

/// <summary>The cards as they were read. What is sold of them, and for how much, is <see cref="ICatalog"/>.</summary>
public interface ICards
{
    ModelCatalog Current { get; }
}
