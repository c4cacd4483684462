import FlywheelKit
import FlywheelTestKit
import Statistics
import Testing

@testable import Deliveries

@Suite struct DeliveriesTests {
    private let now = Instant(seconds: 1_795_000_000)
    private let dollar = Money(minorUnits: 6_500, "USD")

    /// Bought so many days ago, promised after ten; handed over and delivered after so many.
    private typealias Order = (ago: Double, handed: Double?, delivered: Double?, status: String?)

    private func chunk(_ orders: [Order]) -> Chunk {
        var builder = ChunkBuilder(
            .order, account: "northwind", marketplace: "ATVPDKIKX0DER", codes: orders.indices.map { "O\($0)" },
            asOf: now)
        builder.set(Shipments.purchased, orders.map { now.advanced(byDays: -$0.ago) })
        builder.set(Shipments.promised, orders.map { now.advanced(byDays: 10 - $0.ago) })
        builder.set(
            Shipments.handedOver, orders.map { order in order.handed.map { now.advanced(byDays: $0 - order.ago) } })
        builder.set(
            Shipments.delivered, orders.map { order in order.delivered.map { now.advanced(byDays: $0 - order.ago) } })
        builder.set(Shipments.status, orders.map(\.status))
        builder.set(Shipments.value, orders.map { _ in dollar })
        return builder.build()
    }

    /// Sixty orders handed over on day 1 that arrived on day 5, and forty handed over on day 6 that arrived on day 11.
    private var past: [Order] {
        (0..<60).map { _ in (40, 1, 5, "delivered") } + (0..<40).map { _ in (40, 6, 11, "delivered") }
    }

    private func model(_ orders: [Order]) -> LatenessModel {
        var survey = LatenessModel.Survey()
        DeliveriesStage.survey(chunk(orders), into: &survey)
        return DeliveriesStage.fit(survey, after: LatenessModel())
    }

    private func found(
        _ orders: [Order], model: LatenessModel = LatenessModel(), knobs: DeliveriesKnobs = DeliveriesKnobs()
    ) -> Findings<DeliveryEvidence> {
        var findings = Findings<DeliveryEvidence>()
        var signals = SignalPort()
        DeliveriesStage(knobs: knobs, model: model).detect(in: chunk(orders), signals: &signals, into: &findings)
        return findings
    }

    @Test func whatDidNotArriveInTimeIsLate() {
        let findings = found([(12, 2, nil, "shipped"), (12, 2, 11, "delivered"), (12, nil, nil, "canceled")])
        #expect(findings.all.map(\.row) == [0])
        #expect(findings.all.first?.onset == now.advanced(byDays: -2))
    }

    /// How a state is written, and whether an order of that state is late two days after its promise.
    @Test(arguments: [
        ("Delivered", false), ("Zugestellt", false), ("not delivered", true), ("Delivered to carrier", true),
        ("storniert", false), ("Return to sender", false), ("Cancellation declined", true), ("", true),
    ])
    func aStateIsReadByItsWords(status: String, isLate: Bool) {
        #expect(found([(12, 2, nil, status)]).all.count == (isLate ? 1 : 0))
    }

    @Test func whatArrivedAtAnUnknownMomentTeachesNothing() {
        let undated: [Order] = (0..<80).map { _ in (40, nil, nil, "Delivered") }
        #expect(model(undated) == LatenessModel())
    }

    @Test func exportsWithoutArrivalsMakeNothingLate() {
        let silent: [Order] = (0..<80).map { _ in (40, 1, nil, "Shipped") }
        let findings = found([(12, 2, nil, "Shipped"), (3, nil, nil, "Shipped")], model: model(silent))
        #expect(findings.all.isEmpty && findings.undecided == [0, 1])
    }

    @Test func aDeliveryThatLiesAheadHasNotArrived() {
        #expect(found([(12, 2, 14, "shipped")]).all.map(\.row) == [0])
        #expect(model([(40, 1, 41, "shipped")]) == model([(40, 1, nil, "shipped")]))
    }

    @Test func aRowEndsWhenClaimsHaveEnded() {
        #expect(found([(99, 2, nil, "shipped"), (101, 2, nil, "shipped")]).all.map(\.row) == [0])
    }

    @Test func withoutEarlierOrdersNothingIsForeseen() {
        let findings = found([(8, nil, nil, "created")])
        #expect(findings.all.isEmpty)
        #expect(findings.undecidedByKind["late-order"] == [0])
    }

    @Test func anOrderFaresLikeThoseThatWereAsFar() throws {
        let model = model(past)
        let findings = found([(3, 1, nil, "shipped"), (3, nil, nil, "approved")], model: model)
        #expect(findings.all.map(\.row) == [1], "handed over on day 1 came in time, not handed over by day 3 came late")
        let outlook = try #require(findings.all.first?.evidence.outlook)
        #expect(outlook.alike == 40 && outlook.late == 40)
        #expect(abs(outlook.chance - (40 + 10 * 0.4) / 50) < 1e-12)
    }

    @Test func anOrderALittleLessLikelyToBeLateKeepsItsRow() throws {
        let lines: [Order] = [(3, nil, nil, "approved")]
        let chance = try #require(found(lines, model: model(past)).all.first?.evidence.outlook?.chance)
        var knobs = DeliveriesKnobs()
        knobs.leastChance = chance * 1.1
        let findings = found(lines, model: model(past), knobs: knobs)
        #expect(findings.all.isEmpty && findings.keeping.map(\.row) == [0])
        knobs.leastChance = chance * 1.4
        #expect(found(lines, model: model(past), knobs: knobs).keeping.isEmpty)
    }

    @Test func anOrderThatNeverCameCountsAsLate() throws {
        let lost: [Order] = past + (0..<20).map { _ in (40, 1, nil, "shipped") }
        let findings = found([(7, 1, nil, "shipped")], model: model(lost))
        let outlook = try #require(findings.all.first?.evidence.outlook)
        #expect(outlook.alike == 60, "those that came on day 5 were there by now")
        #expect(outlook.late == 60)
    }

    @Test func aPredictedOrderTurnsActiveAtItsPromise() throws {
        let stage = DeliveriesStage(knobs: DeliveriesKnobs(), model: LatenessModel())
        let predicted = try #require(found([(9, nil, nil, nil)], model: model(past)).all.first)
        let exposure = stage.exposure(of: predicted.evidence)
        #expect(exposure.begins == now.advanced(byDays: 1) && !exposure.isActive(at: now))
        let late = try #require(found([(12, 2, nil, nil)]).all.first)
        #expect(late.kind.id == predicted.kind.id)
        #expect(stage.exposure(of: late.evidence).isActive(at: now))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func howOrdersAreCutChangesNothing(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let orders: [Order] = (0..<200).map { _ in
            let handed = Double.random(in: 0...8, using: &random)
            return (40, handed, handed + Double.random(in: 1...9, using: &random), "delivered")
        }
        let cut = Int.random(in: 1..<200, using: &random)
        var whole = LatenessModel.Survey()
        DeliveriesStage.survey(chunk(orders), into: &whole)
        var one = LatenessModel.Survey()
        var other = LatenessModel.Survey()
        DeliveriesStage.survey(chunk(Array(orders[..<cut])), into: &one)
        DeliveriesStage.survey(chunk(Array(orders[cut...])), into: &other)
        one.merge(other)
        #expect(LatenessModel(one) == LatenessModel(whole))
    }

    @Test func conforms() {
        StageConformance(
            DeliveriesStage.self,
            fixture: [chunk([(12, 2, nil, "shipped"), (9, nil, nil, "approved"), (12, 2, 11, "delivered")] + past)],
            golden: "../Golden/deliveries.json", readme: "../README.md"
        ).verify()
    }
}
