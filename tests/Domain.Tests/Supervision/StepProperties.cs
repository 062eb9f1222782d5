using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.WorkOrders;
using FsCheck;
using FsCheck.Fluent;

namespace Domain.Tests.Supervision;

public class StepProperties
{
    private static readonly SupervisionChain s_chain = new(new Holder(An.Head.StaffId, "梁启明", Role.DivisionHead), null, null);

    /// <summary>Whenever the worker comes by, however often and late: the levels rise one by one and each is told once.</summary>
    [Fact]
    public void Levels_never_go_backwards_and_none_is_left_out() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                Gen.Choose(0, 21 * 24).ListOf().ToArbitrary(),
                hours =>
                {
                    var order = An.Order();
                    order.TakeFacts();
                    List<int> told = [];
                    foreach (var hour in hours.Order())
                    {
                        while (order.TakeStep(s_chain, An.Friday.AddHours(hour)))
                        {
                            var fact = order.TakeFacts()[^1].Fact;
                            if (fact.Kind == SupervisionFacts.Supervised)
                                told.Add(order.Level);
                        }
                    }

                    return told.SequenceEqual(Enumerable.Range(1, told.Count))
                        && order.Level == told.Count
                        && (order.NextStepAt is null || hours.Count == 0 || order.NextStepAt > An.Friday.AddHours(hours.Max()));
                }
            )
        );
}
