using Acme.Loan;
using Camunda.ExternalTask.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Generators.Tests.Running;

public sealed class HandlerTests
{
    private const string Two = """{"value":{"type":"Integer","value":2}}""";
    private const string MinusTwo = """{"value":{"type":"Integer","value":-2}}""";

    [Fact]
    public async Task Handler_gets_its_services_and_its_input()
    {
        var services = new ServiceCollection().AddSingleton<IScoreService>(new Scores(700)).BuildServiceProvider();

        var outcome = await Dispatch<CheckCreditScore>(
            """{"customerId":{"type":"String","value":"c1"},"amount":{"type":"Integer","value":5}}""", services);

        Assert.Equal(new CreditScore(702, "EUR"), outcome.Output);
    }

    [Fact]
    public async Task Every_shape_ends_in_its_outcome()
    {
        Assert.Equal((TaskOutcomeKind.Completed, null), Plain(await Dispatch<DoNothing>("{}")));
        Assert.Equal((TaskOutcomeKind.Completed, null), Plain(await Dispatch<WaitForTask>("{}")));
        Assert.Equal((TaskOutcomeKind.Completed, null), Plain(await Dispatch<WaitForValueTask>("{}")));
        Assert.Equal((TaskOutcomeKind.Completed, null), Plain(await Dispatch<MaybeOutput>("{}")));
        Assert.Equal((TaskOutcomeKind.Completed, new Doubled { Value = 4 }), Plain(await Dispatch<DoubleStatically>(Two)));
        Assert.Equal((TaskOutcomeKind.Completed, new Doubled { Value = 4 }), Plain(await Dispatch<DoubleLater>(Two)));
        Assert.Equal((TaskOutcomeKind.Completed, new Doubled { Value = 4 }), Plain(await Dispatch<DoubleSoon>(Two)));
        Assert.Equal((TaskOutcomeKind.Released, null), Plain(await Dispatch<DecideOutcome>("{}")));
        Assert.Equal((TaskOutcomeKind.Incident, null), Plain(await Dispatch<DecideOutcomeLater>("{}")));
        Assert.Equal((TaskOutcomeKind.Completed, null), Plain(await Dispatch<DecideOutcomeSoon>("{}")));
        Assert.Equal((TaskOutcomeKind.Completed, new Doubled { Value = 4 }), Plain(await Dispatch<DecideOutput>(Two)));
        Assert.Equal((TaskOutcomeKind.Failure, null), Plain(await Dispatch<DecideOutput>(MinusTwo)));
        Assert.Equal((TaskOutcomeKind.Completed, new Doubled { Value = 4 }), Plain(await Dispatch<DecideOutputLater>(Two)));
        Assert.Equal(new DecideOutputLater.Negative(-2), (await Dispatch<DecideOutputLater>(MinusTwo)).BpmnError);

        static (TaskOutcomeKind, ITaskOutput?) Plain(TaskOutcome outcome) => (outcome.Kind, outcome.Output);
    }

    [Fact]
    public async Task Dispatch_is_not_in_the_trace_of_an_exception()
    {
        var exception = await Assert.ThrowsAsync<FormatException>(async () => await Dispatch<ThrowAtOnce>("{}"));

        Assert.Contains("ThrowAtOnce.Handle()", exception.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("DispatchAsync", exception.StackTrace, StringComparison.Ordinal);

        exception = await Assert.ThrowsAsync<FormatException>(async () => await Dispatch<ThrowLater>("{}"));

        Assert.Contains("ThrowLater.HandleAsync()", exception.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("DispatchAsync", exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptor_says_what_the_attribute_says()
    {
        var descriptor = Descriptor<WithServices>();

        Assert.Equal(("everything", "WithServices", TimeSpan.FromMilliseconds(500), 4), (descriptor.Topic, descriptor.Name, descriptor.LockDuration, descriptor.MaxConcurrency));
        Assert.Equal("PT30S,PT30S", descriptor.RetryCycle!.ToString());
        Assert.Equal(["loan", "lo\"an"], descriptor.Filter.ProcessDefinitionKeyIn!);
        Assert.Equal(["a", "b"], descriptor.Filter.TenantIdIn!);
        Assert.Equal(("v1", true, false), (descriptor.Filter.ProcessDefinitionVersionTag, descriptor.Filter.LocalVariables, descriptor.Filter.WithoutTenantId));
        Assert.Equal(["ONE", "NEGATIVE"], descriptor.ErrorCodes);
        Assert.True(descriptor.NeedsServices);
        Assert.Equal("PT10S,PT1M,PT5M", Descriptor<CheckCreditScore>().RetryCycle!.ToString());
    }

    [Fact]
    public void Descriptor_without_settings_leaves_them_to_the_worker()
    {
        var descriptor = Descriptor<DoNothing>();

        Assert.Equal((null, null, 0, false), (descriptor.LockDuration, descriptor.RetryCycle, descriptor.MaxConcurrency, descriptor.NeedsServices));
        Assert.Same(TopicFilter.None, descriptor.Filter);
        Assert.Equal(0, Descriptor<NeverAgain>().RetryCycle!.Retries);
        Assert.True(Descriptor<NeverAgain>().Filter.WithoutTenantId);
    }

    [Fact]
    public void Variables_are_fetched_as_the_method_needs_them()
    {
        Assert.Equal(["customerId", "amount", "currency"], Descriptor<CheckCreditScore>().Input!.Variables);
        Assert.Empty(Descriptor<DoNothing>().Input!.Variables);
        Assert.Null(Descriptor<WaitForTask>().Input);
    }

    [Fact]
    public void Constructor_takes_services_keys_collections_and_defaults()
    {
        var (fast, friday, plain) = (new Quotes(), new Quotes(), new Quotes());
        var services = new ServiceCollection()
            .AddKeyedSingleton<IQuotes>("fast", fast)
            .AddKeyedSingleton<IQuotes>(DayOfWeek.Friday, friday)
            .AddSingleton<IQuotes>(plain)
            .BuildServiceProvider();
        var without = new ServiceCollection().AddKeyedSingleton<IQuotes>("fast", fast).BuildServiceProvider();

        Assert.Equal([fast, friday, new IQuotes[] { plain }, plain, 3, "worker"], Create<WithServices>(services).Everything);
        Assert.Equal([fast, null, Array.Empty<IQuotes>(), null, 3, "worker"], Create<WithServices>(without).Everything);
        Assert.Equal(1, Create<NeverAgain>(without).Number);
    }

    [Fact]
    public void Unregistered_json_type_is_reported_at_start()
    {
        var input = Assert.Throws<InvalidOperationException>(Prepare<Unprepared>);
        var output = Assert.Throws<InvalidOperationException>(Prepare<UnpreparedOutput>);

        Assert.Contains("[JsonSerializable(typeof(Forgotten))]", input.Message);
        Assert.Equal(input.Message, output.Message);
        Assert.Equal(input.Message, Assert.Throws<InvalidOperationException>(Prepare<Unprepared>).Message);
        Prepare<ReportErrors>();
        Prepare<DoNothing>();
    }

    [Fact]
    public void Constants_of_a_model_are_values_in_descriptors()
    {
        var descriptor = Descriptor<UseConstants>();

        Assert.Equal((ModelBpmn.Topics.CreditScoreChecker, "loan-approval"), (descriptor.Topic, descriptor.Filter.ProcessDefinitionKey));
        Assert.Equal(["loan-approval", "other", "Request", "Topics!"], descriptor.Filter.ProcessDefinitionKeyIn!);
        Assert.Equal(["NO_STOCK", "loan-granted", "Topics!", "loan-approval/UseConstantsTopics!"], descriptor.ErrorCodes);
        Assert.Equal(["customerId"], descriptor.Input!.Variables);
    }

    [Fact]
    public void All_handlers_of_the_assembly_are_registered()
    {
        var worker = new ServiceCollection().AddCamundaExternalTasks();

        Assert.Same(worker, worker.AddHandlers());
    }

    private static async Task<TaskOutcome> Dispatch<THandler>(string variables, IServiceProvider? services = null)
        where THandler : class, IExternalTaskHandler<THandler>
    {
        var handler = THandler.Create(services ?? new ServiceCollection().BuildServiceProvider());
        return await THandler.DispatchAsync(handler, new(Wire.Task(variables)), TestContext.Current.CancellationToken);
    }

    private static HandlerDescriptor Descriptor<THandler>()
        where THandler : class, IExternalTaskHandler<THandler> => THandler.Descriptor;

    private static THandler Create<THandler>(IServiceProvider services)
        where THandler : class, IExternalTaskHandler<THandler> => THandler.Create(services);

    private static void Prepare<THandler>()
        where THandler : class, IExternalTaskHandler<THandler> => THandler.Prepare();

    private sealed class Scores(int score) : IScoreService
    {
        public Task<int> OfAsync(string customerId, CancellationToken cancellationToken) => Task.FromResult(score + customerId.Length);
    }

    private sealed class Quotes : IQuotes;
}
