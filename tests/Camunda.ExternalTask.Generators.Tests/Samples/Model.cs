using Camunda.ExternalTask;
using static Acme.Loan.ModelBpmn;

namespace Acme.Loan;

// Constants that the generator writes, used where the generator reads.

[ExternalTaskHandler(ModelBpmn.Topics.CreditScoreChecker, ProcessDefinitionKey = Processes.LoanApproval, ProcessDefinitionKeyIn = [Processes.LoanApproval, "other"])]
[ReportsBpmnError(ErrorCodes.NoStock)]
public partial class UseConstants
{
    public Result Handle(Request request) => new(request.Customer.Length);

    [TaskInput]
    public partial record Request([Variable(global::Acme.Loan.ModelBpmn.Variables.CustomerId)] string Customer);

    [TaskOutput]
    public partial record Result([property: Variable(ModelBpmn.Variables.Score)] int Number);

    [BpmnError(ErrorCodes.NoStock)]
    public partial record Nothing;
}
