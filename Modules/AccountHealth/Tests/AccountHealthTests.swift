import FlywheelKit
import FlywheelTestKit
import Testing

@testable import AccountHealth

@Suite struct AccountHealthTests {
    private typealias Line = (
        metric: String, status: String?, count: Int?, whole: Int?, target: Double?, condition: String?
    )
    private let now = Instant(seconds: 1_795_000_000)

    private func chunk(_ lines: [Line], until: Day? = nil) -> Chunk {
        var builder = ChunkBuilder(.account, account: "northwind", marketplace: "ATVPDKIKX0DER", codes: [""], asOf: now)
        for line in lines {
            let cells: [DetailCell?] = [
                AccountMetrics.metric(line.metric), line.status.map { AccountMetrics.status($0) },
                line.count.map { AccountMetrics.count($0) }, line.whole.map { AccountMetrics.whole($0) },
                line.target.map { AccountMetrics.target($0) }, line.condition.map { AccountMetrics.condition($0) },
                until.map { AccountMetrics.until($0) },
            ]
            builder.addDetail(of: AccountMetrics.feed, at: 0, cells.compactMap(\.self))
        }
        return builder.build()
    }

    private func found(_ lines: [Line], model: MetricHistory = MetricHistory()) -> [Finding<MetricEvidence>] {
        findings(lines, model: model).all
    }

    private func findings(_ lines: [Line], model: MetricHistory = MetricHistory()) -> Findings<MetricEvidence> {
        var findings = Findings<MetricEvidence>()
        var signals = SignalPort()
        AccountHealthStage(knobs: NoKnobs(), model: model).detect(
            in: chunk(lines, until: now.utcDay), signals: &signals, into: &findings)
        return findings
    }

    @Test func aMeasureALittleLessLikelyToBeOverKeepsItsRow() throws {
        // Of a thousand 6.5 are allowed: fewer than four come with 0.11, and four with as much.
        let findings = findings([("order-defect-rate", "GOOD", 4, 1_000, 0.0065, "LESS_THAN")])
        let kept = try #require(findings.keeping.first?.evidence)
        #expect(findings.all.isEmpty && (0.15..<0.2).contains(kept.chanceOver))
        let stage = AccountHealthStage(knobs: NoKnobs(), model: MetricHistory())
        #expect(!stage.exposure(of: kept).isActive(at: now), "it is foreseen, and not so")
        #expect(self.findings([("order-defect-rate", "GOOD", 3, 1_000, 0.0065, "LESS_THAN")]).keeping.isEmpty)
    }

    @Test func oneDefectInTwentyOrdersIsNotOver() throws {
        let finding = try #require(found([("order-defect-rate", "NONE", 1, 20, 0.01, "LESS_THAN")]).first)
        #expect(finding.evidence.isNear, "five times the limit, and so few may be chance")
        #expect(abs(finding.evidence.chanceOver - 0.900524) < 1e-6)
    }

    @Test func tenInTwoHundredIsOver() throws {
        let finding = try #require(found([("order-defect-rate", nil, 10, 200, 0.01, "LESS_THAN")]).first)
        #expect(finding.kind == .overLimit && !finding.evidence.isNear)
    }

    @Test func whatWasForeseenAndComesIsTheSameProblem() throws {
        let before = try #require(found([("order-defect-rate", "GOOD", 1, 20, 0.01, "LESS_THAN")]).first)
        let after = try #require(found([("order-defect-rate", "BAD", 10, 200, 0.01, "LESS_THAN")]).first)
        #expect(before.kind == after.kind && before.discriminator == after.discriminator)
        let stage = AccountHealthStage(knobs: NoKnobs(), model: MetricHistory())
        #expect(!stage.exposure(of: before.evidence).isActive(at: now))
        #expect(stage.exposure(of: after.evidence).isActive(at: now))
    }

    @Test func wellWithinTheLimitIsNothing() {
        #expect(found([("late-shipment-rate", "GOOD", 20, 10_000, 0.04, "LESS_THAN")]).isEmpty)
    }

    @Test func whatTheMarketplaceCallsBadIsOver() {
        #expect(found([("listing-policy-violations", "BAD", 86, nil, 0, "EQUALS")]).map(\.kind) == [.overLimit])
        #expect(found([("document-requests", "GOOD", 8, nil, 0, "EQUALS")]).isEmpty)
    }

    @Test func aMeasureOfGoodOnesIsTurnedRound() throws {
        let finding = try #require(
            found([("on-time-delivery-rate", "GOOD", 880, 1_000, 0.95, "GREATER_THAN")]).first)
        #expect(finding.kind == .overLimit && finding.evidence.count == 120)
        #expect(
            found([("valid-tracking-rate", "GOOD", 896_462, 878_443, 0.95, "GREATER_THAN")]).isEmpty,
            "more than there are says nothing")
    }

    @Test func aMeasureOfGoodOnesIsToldAsTheMarketplaceCountsIt() throws {
        let finding = try #require(found([("valid-tracking-rate", nil, 60, 100, 0.95, "GREATER_THAN")]).first)
        let resolution = AccountRemedies.resolution(of: finding.evidence)
        #expect(resolution.suggestion?.target == "valid-tracking-rate at least 95.00 %")
        #expect(resolution.suggestion?.because == ["60 of 100, which leaves 50.20 % to 69.06 %"])
    }

    @Test func aShareWithoutItsCountsIsComparedWithItsLimit() throws {
        func kind(rate: Double) throws -> FindingKind? {
            var builder = ChunkBuilder(.account, account: "n", marketplace: "ATVPDKIKX0DER", codes: [""], asOf: now)
            builder.addDetail(
                of: AccountMetrics.feed, at: 0,
                [
                    AccountMetrics.metric("order-defect-rate"), AccountMetrics.rate(rate), AccountMetrics.target(0.01),
                    AccountMetrics.condition("LESS_THAN"),
                ])
            let rows = builder.build().details(of: AccountMetrics.feed)
            let metric = try #require(Metric(rows.range(0).lowerBound, of: rows))
            return MetricEvidence(metric, course: nil, today: now.utcDay).kind
        }
        #expect(try kind(rate: 0.05) == .overLimit)
        #expect(try kind(rate: 0.01) == nil)
    }

    @Test func aTargetAboveOneCountsInHundredths() {
        #expect(
            found([("pre-fulfillment-cancellation-rate", nil, 30, 100, 2.5, "LESS_THAN")]).map(\.evidence.limit)
                == [0.025])
    }

    @Test func violationsThatNobodyJudgedAreCounted() {
        #expect(found([("listing-policy-violations", nil, 40, nil, 0, "EQUALS")]).map(\.kind) == [.overLimit])
        #expect(found([("listing-policy-violations", nil, 0, nil, 0, "EQUALS")]).isEmpty)
        #expect(found([("listing-policy-violations", nil, 4, nil, 5, "LESS_THAN")]).isEmpty)
        #expect(found([("listing-policy-violations", nil, 5, nil, 5, "LESS_THAN")]).count == 1)
    }

    @Test func aLimitIsKnownHoweverTheMeasureIsWritten() {
        #expect(found([("Order Defect Rate", nil, 30, 100, nil, nil)]).map(\.kind) == [.overLimit])
    }

    @Test(
        arguments: [("DEACTIVATED", "deactivated"), ("SUSPENDED", "deactivated"), ("AT_RISK", "at-risk")])
    func theAccountsStandingIsAFindingOfItsOwn(status: String, kind: String) {
        #expect(found([("account-status", status, nil, nil, nil, nil)]).map(\.kind.id) == [kind])
        #expect(found([("account-status", "NORMAL", nil, nil, nil, nil)]).isEmpty)
    }

    @Test func aLimitThatNoSourceStatesIsThePublishedOne() {
        #expect(found([("pre-fulfillment-cancellation-rate", nil, 60, 1_000, nil, nil)]).map(\.kind) == [.overLimit])
        #expect(found([("something-else", nil, 60, 1_000, nil, nil)]).isEmpty)
    }

    @Test func aClosedAccountLosesEverything() throws {
        let evidence = try #require(found([("account-status", "DEACTIVATED", nil, nil, nil, nil)]).first).evidence
        let exposure = AccountHealthStage(knobs: NoKnobs(), model: MetricHistory()).exposure(of: evidence)
        #expect(exposure.loss == .dailyShare([1]) && exposure.scope == .account)
    }

    // MARK: Where it goes

    /// Weekly reports whose share rises by so much a week, of so many orders.
    private func history(_ first: Double, risingBy step: Double, of whole: Int, weeks: Int = 8) -> MetricHistory {
        (0..<weeks).reduce(MetricHistory()) { history, week in
            var survey = MetricHistory.Survey()
            let count = Int(((first + step * Double(week)) * Double(whole)).rounded())
            survey.add(
                .init(day: now.utcDay.advanced(by: 7 * (week + 1 - weeks)), count: count, whole: whole),
                of: .init(account: "northwind", marketplace: "ATVPDKIKX0DER", metric: "late-shipment-rate"))
            return history.adding(survey)
        }
    }

    @Test func aShareThatRisesIsSaidToCrossOnADay() throws {
        // 1.0 % to 3.45 %, 0.35 points a week: 0.55 points are left, 11 days.
        let model = history(0.01, risingBy: 0.0035, of: 20_000)
        let finding = try #require(
            found([("late-shipment-rate", "GOOD", 690, 20_000, 0.04, "LESS_THAN")], model: model).first)
        let crossing = try #require(finding.evidence.crossing)
        #expect(finding.kind == .overLimit && finding.evidence.isNear)
        #expect(crossing.expected == now.utcDay.advanced(by: 11))
        #expect(crossing.earliest < crossing.expected)
        #expect(try #require(crossing.latest) > crossing.expected)
    }

    @Test func fewOrdersOrALevelShareCrossNothing() {
        let line: Line = ("late-shipment-rate", "GOOD", 1, 40, 0.04, "LESS_THAN")
        #expect(found([line], model: history(0.01, risingBy: 0.0035, of: 40)).first?.evidence.crossing == nil)
        let level: Line = ("late-shipment-rate", "GOOD", 600, 20_000, 0.04, "LESS_THAN")
        #expect(found([level], model: history(0.03, risingBy: 0, of: 20_000)).isEmpty)
        #expect(found([level], model: history(0.03, risingBy: 0.001, of: 20_000, weeks: 2)).isEmpty)
    }

    @Test func theSameReportTwiceIsOne() {
        let once = history(0.01, risingBy: 0.0035, of: 20_000)
        var survey = MetricHistory.Survey()
        survey.add(
            .init(day: now.utcDay, count: 690, whole: 20_000),
            of: .init(account: "northwind", marketplace: "ATVPDKIKX0DER", metric: "late-shipment-rate"))
        #expect(once.adding(survey) == once)
    }

    @Test func conforms() {
        let lines: [Line] = [
            ("account-status", "AT_RISK", nil, nil, nil, nil),
            ("order-defect-rate-mfn", "BAD", 30, 1_000, 0.01, "LESS_THAN"),
            ("late-shipment-rate", "GOOD", 1, 20, 0.04, "LESS_THAN"),
            ("product-safety-complaints", "BAD", 165, nil, 0, "EQUALS"),
        ]
        StageConformance(
            AccountHealthStage.self,
            fixture: [
                chunk(lines, until: now.utcDay), chunk([("account-status", "DEACTIVATED", nil, nil, nil, nil)]),
            ],
            golden: "../Golden/account-health.json", readme: "../README.md"
        ).verify()
    }
}
