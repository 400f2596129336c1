using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Trt.Application.Pipeline;
using Trt.Application.Terms;

namespace Trt.Application.Tests.Attacks;

/// <summary>Rules that cannot be asked are not rules that were kept.</summary>
public sealed class ValidationTests
{
    [Test]
    public async Task Rules_that_break_down_let_nobody_through()
    {
        await using var services = Shop(new Broken());
        await Should.ThrowAsync<TimeoutException>(() => services.GetRequiredService<IMediator>().Send(new Knock()));
        services.GetRequiredService<Door>().Opened.ShouldBe(0);
    }

    [Test]
    public async Task Rules_that_are_broken_let_nobody_through_and_rules_that_are_kept_do()
    {
        await using var strict = Shop(new InlineValidator<Knock> { rules => rules.RuleFor(knock => knock.Loud).Equal(true) });
        await Should.ThrowAsync<ValidationException>(() => strict.GetRequiredService<IMediator>().Send(new Knock()));
        await strict.GetRequiredService<IMediator>().Send(new Knock { Loud = true });
        strict.GetRequiredService<Door>().Opened.ShouldBe(1);
    }

    /// <summary>The rules of every request are asked in the shop itself, whoever sends it.</summary>
    [Test]
    public void Every_request_with_rules_has_them_asked()
    {
        var ruled = typeof(ValidationBehaviour<,>).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true }
                && type.BaseType.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
            .ToList();
        ruled.Count.ShouldBeGreaterThan(15);
        var services = new ServiceCollection().AddApplication(new ShopOptions());
        foreach (var rules in ruled)
        {
            var asked = typeof(IValidator<>).MakeGenericType(rules.BaseType!.GetGenericArguments());
            services.ShouldContain(service => service.ServiceType == asked && service.ImplementationType == rules, rules.Name);
        }

        services.ShouldContain(service => service.ImplementationType == typeof(ValidationBehaviour<,>));
    }

    private static ServiceProvider Shop(IValidator<Knock> rules) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<Door>()
        .AddSingleton(rules)
        .AddScoped<ServiceFactory>(provider => type => provider.GetService(type)!)
        .AddScoped<IMediator, Mediator>()
        .AddTransient<IRequestHandler<Knock, int>, KnockHandler>()
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>))
        .BuildServiceProvider();

    private sealed class Broken : AbstractValidator<Knock>
    {
        public override Task<ValidationResult> ValidateAsync(ValidationContext<Knock> context, CancellationToken cancellation = default) =>
            throw new TimeoutException("the list of rules does not answer");
    }
}

internal sealed class Door
{
    public int Opened { get; set; }
}

internal sealed record Knock : IRequest<int>
{
    public bool Loud { get; init; }
}

internal sealed class KnockHandler(Door door) : IRequestHandler<Knock, int>
{
    public Task<int> Handle(Knock request, CancellationToken token) => Task.FromResult(++door.Opened);
}
