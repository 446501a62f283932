using Camunda.ExternalTask;

namespace Acme.Loan;

[ExternalTaskHandler("throwAtOnce")]
public partial class ThrowAtOnce
{
    public void Handle() => throw new FormatException("at once");
}

[ExternalTaskHandler("throwLater")]
public partial class ThrowLater
{
    public async Task<TaskOutcome> HandleAsync()
    {
        await Task.Yield();
        throw new FormatException("later");
    }
}
