using Camunda.ExternalTask;
using static ModelBpmn;
using static ModelBpmn.Messages;
using Keys = ModelBpmn.Processes;

namespace Acme.Loan;

// Constants that the generator writes, used where the generator reads.

[ExternalTaskHandler(ModelBpmn.Topics.CreditScoreChecker, ProcessDefinitionKey = Processes.LoanApproval, ProcessDefinitionKeyIn = [Keys.LoanApproval, "other", nameof(Request), _own])]
[ReportsBpmnError(ErrorCodes.NoStock)]
[ReportsBpmnError(LoanGranted)]
[ReportsBpmnError(_own)]
[ReportsBpmnError($"{Keys.LoanApproval}/" + (nameof(UseConstants) + _own))]
public partial class UseConstants
{
    private const string _own = ErrorCodes.Topics + "!";

    public Result Handle(Request request) => new(request.Customer.Length);

    [TaskInput]
    public partial record Request([Variable(global::ModelBpmn.Variables.CustomerId)] string Customer);

    [TaskOutput]
    public partial record Result([property: Variable(ModelBpmn.Variables.Score)] int Number);

    [BpmnError(ErrorCodes.NoStock)]
    public partial record Nothing;
}
