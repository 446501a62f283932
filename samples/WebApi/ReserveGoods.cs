using Camunda.ExternalTask;

namespace WebApi;

/// <summary>Reserves up to ten pieces of an article.</summary>
[ExternalTaskHandler(OrderBpmn.Topics.ReserveGoods)]
public sealed partial class ReserveGoods
{
    public TaskOutcome<Reservation> Handle(Order order) => order.Quantity <= 10 ? new Reservation($"R-{order.Article}") : new OutOfStock();

    [TaskInput]
    public sealed partial record Order(string Article, int Quantity);

    [TaskOutput]
    public sealed partial record Reservation(string ReservationNumber);

    [BpmnError(OrderBpmn.ErrorCodes.OutOfStock)]
    public sealed partial record OutOfStock;
}
