import FlywheelKit
import FlywheelRuntime
import Testing

@Suite struct OrderDetailTests {
    @Test func whatIsWrittenIsRead() {
        let order = OrderDetail(arrives: .noon)
        #expect(OrderDetail(order.text) == order)
    }

    @Test(arguments: ["", "ordered", "ordered soon", "group X4", "2026-12-17T08:00:00Z", "ordered 1 2"])
    func otherDetailsSayNothingOfAnOrder(detail: String) { #expect(OrderDetail(detail) == nil) }
}
