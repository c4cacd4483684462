import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelHost
@testable import FlywheelRuntime
@testable import flywheel

@Suite struct ShowAnswerTests {
    private func answer(
        _ terms: RiskTerms?, atClose: RiskTerms? = nil, numbers: Bool = false, playbook: Bool = false,
        change: (inout Explanation) -> Void = { _ in }
    ) throws -> ShowAnswer {
        var exception = Scene.exception(
            1_042, Scene.fingerprint("listing-suppressed", "HB-204-BLK", "brand"), due: "2026-11-21T01:00:00Z")
        exception.termsAtClose = atClose?.bytes
        exception.exposure = Exposure(.dailyShare([1]), fixTakesDays: 0.5)
        var explanation = Explanation(
            exception: exception,
            resolution: Resolution(
                .act(Remedy("Supply the brand", effortHours: 0.5, isReversible: true)),
                playbook: Playbook(
                    "missing", title: "Supply a missing value", minutes: 20, steps: ["Open it.", "Fill it."]),
                suggestion: Suggestion("Supply the brand", target: "the issue is gone", unknowns: ["whose brand it is"])
            ),
            place: QueueRow(
                exception: exception.id, lane: .active, position: 1, atRisk: terms?.atRisk, tier: .a, terms: nil),
            terms: terms, neighbours: [],
            history: [(Scene.asOf, .flywheel, JournalEvent(.opened, "X1042", cause: "R210", state: "active"))],
            kind: nil, rootCauses: [RootCause("missing-attribute", "A value was never supplied.")],
            rotation: Scene.rotation)
        change(&explanation)
        return ShowAnswer(
            explanation: explanation, manifests: workflows.map(\.manifest), laneCount: 196, days: nil,
            showsNumbers: numbers,
            showsPlaybook: playbook)
    }

    /// The first cause of a list is not the cause: whoever closes it says which.
    @Test func aCloseIsToldWithoutACauseAndTheCausesBesideIt() throws {
        let answer = try answer(priced) {
            $0.exception.claimedBy = "mia"
            $0.rootCauses.append(RootCause("image", "No image fits."))
        }
        #expect(
            answer.text(on: Scene.page()).suffix(2) == [
                "Causes   missing-attribute, image", "Next: flywheel close X1042 --cause WORD",
            ])
    }

    @Test func anOrderIsToldByTheDayItArrives() throws {
        let ordered = JournalEvent(
            .changed, "X1042", cause: "R214", state: "predicted", detail: "ordered 2026-12-17T08:00:00Z")
        let answer = try answer(priced) { $0.history.append((Scene.asOf, .flywheel, ordered)) }
        let text = answer.text(on: Scene.page(120)).joined(separator: "\n")
        #expect(text.contains("changed by R214, ordered, arrives Thu 17 Dec 2026"), "\(text)")
    }

    @Test func aWrittenPriceThatNeverCameIsTold() throws {
        func dollars(_ cents: Int64) -> Money { Money(minorUnits: cents, Scene.usd) }
        let answer = try answer(priced) { explanation in
            var change = ChangeRecord(
                id: ChangeID(4), exception: explanation.exception.id, fingerprint: explanation.exception.fingerprint,
                proposal: .price(PriceChange(from: dollars(20_00), to: dollars(18_50), unitsNow: 4, unitsThen: 12)),
                proposed: Scene.asOf, rotation: RotationID(1), mode: .live)
            change.state = .written
            explanation.changes = [change]
            explanation.untaken = [change.id: UntakenPrice(shown: dollars(20_00), listed: Scene.asOf.utcDay)]
        }
        let text = answer.text(on: Scene.page(120)).joined(separator: "\n")
        #expect(text.contains("Change   L4 written: price 20.00 to 18.50"), "\(text)")
        #expect(text.contains("not taken up: the price list of 2026-11-20 still shows 20.00; see that its file"))
        #expect(answer.json.line.contains("\"untaken\":[{\"change\":\"L4\""), "\(answer.json.line)")
    }

    @Test func whatAWrittenChangeEndedDidNotEndByItself() throws {
        func told(_ mender: String?) throws -> String {
            let answer = try answer(priced) { explanation in
                var before = Scene.exception(
                    41, Scene.fingerprint("listing-suppressed", "HB-204-BLK", "brand"), due: "2026-11-01T01:00:00Z")
                before.state = .cleared
                explanation.earlier = [.init(exception: before, ended: Scene.asOf, note: nil, mendedBy: mender)]
            }
            return answer.text(on: Scene.page(120)).joined(separator: "\n")
        }
        #expect(try told(nil).contains("last as X41, which ended by itself"))
        #expect(try told("mia").contains("last as X41, which a change that mia wrote ended"))
    }

    private var priced: RiskTerms {
        let blocked = RiskTerms.Neighbour(
            fingerprint: Scene.fingerprint("stock-out", "HB-204-BLK"), shareToday: 0.6,
            days: .init(tenThousandths: 23_400), daysAfter: .init(tenThousandths: 40_000), blocks: false)
        var terms = Scene.terms(atRisk: 515_840, listings: [Scene.listing(neighbours: [blocked])])
        terms.feeRate = 1_500
        terms.net = 438_464
        return terms
    }

    @Test func theWholeReasonStandsOnEightyColumns() throws {
        let text = try answer(priced).text(on: Scene.page()).joined(separator: "\n")
        #expect(
            text == """
                X1042  Listing not buyable: brand                          active, rank 1 of 196
                HB-204-BLK, US, account northwind, tier A

                At risk  USD 5,158.40 in 30 days, 80% between 3,440 and 7,220, medium evidence
                Act by   Fri 20 Nov 17:00 Los Angeles; no owner yet
                Began    Wed 18 Nov 22:10, seen Thu 19 Nov 06:02, 7 h later

                Why 5,158.40                                             term           USD
                  sold a day when nothing is wrong, units               40.00
                  price                                               x 31.00      1,240.00
                  full days it counts for, of 30                       x 4.16      5,158.40
                  net of fees 15.00%                                   x 0.85  USD 4,384.64
                  avoidable by a fix that takes 0.50 days, full days     3.84      4,761.60
                  fix alone, never added up, full days                   2.08      2,579.20

                On this listing         today  full days  counts for  once X1042 is fixed
                  X1042 this one            ?       4.16    5,158.40                    -
                  inventory stock-out  0.6000       2.34           ?                 4.00
                  together                  ?       6.50    8,060.00

                Basis    41 days used, 19 blocked and 0 unknown left out; similar products weigh
                         12%
                         15.0 of 30 days still to last, by 212 ended ones of its kind, at age 1
                         d
                Remedy   Supply the brand
                         until the issue is gone
                         check: whose brand it is
                Playbook Supply a missing value, 2 steps, 20 min  flywheel show X1042 --playbook
                History  Fri 20 Nov 08:05  opened by R210
                Next: flywheel claim X1042
                """)
    }

    @Test func printedTermsMultiplyToThePrintedAmount() {
        let terms = Scene.listing()
        // Ten-thousandths times cents times ten-thousandths.
        let product = terms.unitsPerDay.tenThousandths * terms.price.minorUnits * terms.days.tenThousandths
        #expect(product / 100_000_000 == terms.amount.minorUnits)
    }

    @Test func whatIsTotalledInAnotherCurrencyHasItsCode() throws {
        let euro = try #require(Currency("EUR"))
        let rate = try #require(
            ExchangeRate(base: euro, quote: Scene.usd, day: Scene.asOf.utcDay, rate: 1.25, source: "bank"))
        var listing = Scene.listing(currency: euro)
        listing.conversion = ExchangeRates([rate], pivot: Scene.usd)
            .conversion(from: euro, to: Scene.usd, on: Scene.asOf.utcDay)
        let lines = try answer(Scene.terms(atRisk: 644_800, listings: [listing])).text(on: Scene.page())
        func line(_ head: String) -> String? { lines.first { $0.hasPrefix("  " + head) } }
        #expect(lines.contains { $0.hasPrefix("Why USD 6,448.00") && $0.hasSuffix("EUR") })
        #expect(line("full days")?.hasSuffix(" 5,158.40") == true)
        #expect(line("avoidable")?.hasSuffix(" USD 5,952.00") == true)
        #expect(line("fix alone")?.hasSuffix(" USD 3,224.00") == true)
    }

    @Test func aStatedSumIsTakenApart() throws {
        let euro = try #require(Currency("EUR"))
        let rate = try #require(
            ExchangeRate(base: euro, quote: Scene.usd, day: Scene.asOf.utcDay, rate: 1.25, source: "bank"))
        var terms = Scene.terms(atRisk: 10_000)
        terms.statedBy = "the warehouse's estimate"
        terms.sums = [
            RiskTerms.Sum(
                money: Money(minorUnits: 8_000, euro), source: "the warehouse's estimate",
                conversion: ExchangeRates([rate]).conversion(from: euro, to: Scene.usd, on: Scene.asOf.utcDay),
                atRisk: 10_000)
        ]
        let lines = try answer(terms).text(on: Scene.page())
        #expect(lines.contains { $0.hasPrefix("Why USD 100.00") }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("  the warehouse's estimate, stated") && $0.contains("EUR 80.00") })
        #expect(lines.contains { $0.contains("USD for one EUR, 2026-11-20, bank") && $0.hasSuffix("x 1.25  100.00") })
    }

    @Test func aClosedRowKeepsWhatItStoodFor() throws {
        #expect(try answer(nil).text(on: Scene.page()).contains("Not in the queue yet: the next rotation prices it"))
        #expect(
            try answer(nil, atClose: priced).text(on: Scene.page())
                .contains("At close USD 5,158.40 in 30 days, 80% between 3,440 and 7,220, medium evidence"))
    }

    @Test func unpricedSaysWhyAndIsNotZero() throws {
        let lines = try answer(Scene.terms(atRisk: nil, unpriced: "no EUR to USD rate")).text(on: Scene.page())
        #expect(lines.contains("At risk  unpriced: no EUR to USD rate; 4.20 units in 30 days"))
    }

    @Test func thePlaybookAndTheDaysAreShownWhenAskedFor() throws {
        let lines = try answer(priced, numbers: true, playbook: true).text(on: Scene.page())
        #expect(lines.contains("  1. Open it."))
        #expect(lines.contains { $0.hasPrefix("Days     cannot be worked out") })
    }

    @Test func jsonHoldsEveryTermExactly() throws {
        let line = try answer(priced).json.line
        #expect(
            line.hasPrefix(
                #"{"schema":"flywheel.show/1","asOf":"2026-11-20T16:05:00Z","rotation":"R212","id":"X1042","#))
        let listing = #"""
            "listings":[{"listing":"HB-204-BLK","unitsPerDay":"40.00","price":{"amount":"31.00","currency":"USD"},\#
            "days":"4.16","centsShared":0,"amount":{"amount":"5158.40","currency":"USD"},"daysTogether":"6.50",\#
            "listingTotal":{"amount":"8060.00","currency":"USD"},"fixAloneDays":"2.08","avoidableDays":"3.84",
            """#
        #expect(line.contains(listing))
        #expect(line.contains(#""dailyLossShares":[1],"stated":null,"statedBy":null,"sums":null,"#))
        #expect(line.contains(#""scope":"row","probability":1,"#))
    }
}
