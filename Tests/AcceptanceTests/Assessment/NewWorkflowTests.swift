import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import Learning
import Suppressions
import Testing

/// Who writes a workflow writes nothing for assessments.
@Suite("Assessment of a new workflow") struct NewWorkflowTests {
    @Test("A workflow that nobody has heard of is in the assessment with no further edit")
    func newWorkflow() throws {
        let stages = House.workflows + [InstalledStage(ReturnsStage.self)]
        let house = try House(stages)
        var seller = Seller()
        let listing = Seller.Listing(sku: "GOOD", asin: "B0GOOD", price: "40.00")
        seller.listings.append(listing)
        seller.sell(listing) { _ in 2 }
        try house.bring(seller)
        try house.rotate()
        let history = try HistoryReader(store: house.host.store, plan: house.host.plan).history(until: Moments.looked)
        let document = Assessor(hash: "0").assess(
            history, account: "acme", wheel: WheelFindings(WheelHealth(of: history)), metrics: [])
        let returns = try #require(document.workflows.first { $0.id == "returns" })
        #expect(returns.title == ReturnsStage.manifest.title)
        #expect(returns.state == .notMeasuredYet)
        #expect(returns.checks.count == MaturityModel.standard.checks.count)
        let tunable = history.workflows.first { $0.id == "suppressions" }?.knobs
        #expect(tunable == SuppressionsStage.Knobs.tunable.count)
        #expect(document.connections.count { $0.from == "returns" || $0.to == "returns" } == 2 * (stages.count - 1))
    }
}
