import Testing

@testable import FlywheelRuntime
@testable import flywheel

@Suite struct HeldUpTests {
    private let stock = LackingFeed("stock", daysOld: 4)
    private let orders = LackingFeed("orders", daysOld: nil)
    private let offers = LackingFeed("offers", daysOld: 3)

    private func workflow(_ title: String, _ lacking: [LackingFeed]) -> RotationSummary.Workflow {
        var workflow = RotationSummary.Workflow(id: title.lowercased(), title: title, decided: false)
        workflow.withheld = lacking
        return workflow
    }

    @Test func kindsThatAloneWaitStandBesideTheirWorkflow() {
        let kinds = ["short", "stranded"].map { LackingFeed.Kind(id: $0, title: "\($0) stock") }
        let groups = HeldUp.groups(of: [
            workflow("Pricing", [stock]), workflow("Inventory", [LackingFeed("stock", daysOld: 4, kinds: kinds)]),
        ])
        #expect(
            groups.map(\.sentence) == [
                "Pricing and Inventory (short stock, stranded stock) open and close nothing there (stock stale, 4 days old)"
            ])
    }

    @Test func eachFeedIsNamedOnceBesideAllThatWaitForIt() {
        let groups = HeldUp.groups(of: [
            workflow("Suppressions", []), workflow("Forecasting", [orders, stock]),
            workflow("Pricing", [offers, orders]),
            workflow("Inventory", [orders, stock]), workflow("Cases", [orders]),
        ])
        #expect(
            groups.map(\.sentence) == [
                "Forecasting, Pricing, Inventory and Cases open and close nothing there (orders missing)",
                "Forecasting and Inventory open and close nothing there (stock stale, 4 days old)",
                "Pricing opens and closes nothing there (offers stale, 3 days old)",
            ])
    }
}
