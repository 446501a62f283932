#if NOT_PARTIAL
using Camunda.ExternalTask;

namespace Acme.Loans;

[ExternalTaskHandler("mailSender")]
public sealed class NotPartial
{
    public void Handle()
    {
    }
}
#endif
