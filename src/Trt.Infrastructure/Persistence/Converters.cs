using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Trt.Domain.Payments;
using Trt.Domain.Shared;

namespace Trt.Infrastructure.Persistence;

internal sealed class UserIdConverter() : ValueConverter<UserId, long>(id => id.Value, value => new UserId(value));

internal sealed class GenerationIdConverter() : ValueConverter<GenerationId, Guid>(id => id.Value, value => new GenerationId(value));

internal sealed class PaymentIdConverter() : ValueConverter<PaymentId, Guid>(id => id.Value, value => new PaymentId(value));

internal sealed class ModelIdConverter() : ValueConverter<ModelId, string>(id => id.Value, value => new ModelId(value));

internal sealed class CidConverter() : ValueConverter<Cid, string>(cid => cid.Value, value => new Cid(value));

internal sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.Kopecks, value => new Money(value));

/// <summary>PostgreSQL keeps moments, not offsets; everything is stored in UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => moment.ToUniversalTime(), value => value);
