import Assessment
import FlywheelKit
import Foundation
import Testing

@testable import Reports

@Suite struct AssessmentPageTests {
    @Test func itStandsByItself() throws {
        let page = try AssessmentPage(Self.document(), id: "A7").html()
        #expect(page.hasPrefix("<!doctype html>") && page.contains("<h1>Assessment A7</h1>"))
        for outside in ["<script", "http:", "https:", "src=", "@import", "url("] {
            #expect(!page.contains(outside), "\(outside)")
        }
        #expect(!page.contains("{{") && !page.contains("Optional("))
    }

    @Test func whatSourcesSayIsNotTakenForMarkup() throws {
        var document = try Self.document()
        document.account = "<b>\"northwind\" & co</b>"
        document.roadmap[0].title = "<script>alert(1)</script>"
        let page = AssessmentPage(document).html()
        #expect(!page.contains("<script>") && !page.contains("<b>\"northwind"))
        #expect(page.contains("&lt;script&gt;alert(1)"))
    }

    @Test func theUnknownIsNeverANumber() throws {
        let page = try AssessmentPage(Self.document()).html()
        #expect(page.contains("not measured yet") && page.contains("not installed"))
        #expect(page.contains("worth not known: no exposure on rows without the link"))
    }

    @Test func aSimulationSaysSo() throws {
        var document = try Self.document()
        #expect(!AssessmentPage(document).html().contains("Simulated"))
        document.isSimulated = true
        #expect(AssessmentPage(document).html().contains("Simulated: no real seller"))
    }

    @Test func theSameAssessmentGivesTheSameBytes() throws {
        #expect(try AssessmentPage(Self.document()).html() == AssessmentPage(Self.document()).html())
    }

    @Test func everythingThatIsOpenedIsClosed() throws {
        let page = try AssessmentPage(Self.document(), id: "A7").html()
        for element in ["section", "table", "tr", "td", "th", "figure", "details", "svg", "ol", "li", "dl", "div"] {
            let opened = page.ranges(of: try Regex("<\(element)[ >]")).count
            #expect(opened == page.ranges(of: "</\(element)>").count, "\(element)")
        }
    }

    @Test(arguments: [
        (0.0, "0%"), (0.004, "<1%"), (0.825, "83%"), (0.999, ">99%"), (1.0, "100%"),
    ])
    func sharesAreWholePercent(share: Double, text: String) { #expect(Figures.percent(share) == text) }

    @Test(arguments: [
        (0.0, "0"), (-0.04, "0"), (3.14, "3.1"), (-2.5, "-2.5"), (99.96, "100"), (1234.4, "1,234"),
        (1_000_000, "1,000,000"),
    ])
    func numbersHaveTheDigitsThatMatter(value: Double, text: String) { #expect(Figures.number(value) == text) }

    private static func document() throws -> AssessmentDocument {
        let currency = try #require(Currency("USD"))
        let from = Instant(seconds: 1_755_820_800)
        let unknown = AssessmentDocument.Worth(
            amount: nil, basis: "not known: no exposure on rows without the link",
            evidence: .init("0 rows"))
        return AssessmentDocument(
            account: "northwind", period: .init(from: from, until: from.advanced(byDays: 90)), currency: currency,
            model: .init(id: "workflow-maturity", version: 1, hash: "0123456789abcdef"), isSimulated: false,
            coverage: .init(
                turns: 90, problems: 400, ended: 300, closed: 200, listings: 3300, watchedShare: 1, freshShare: 0.97),
            stall: .init(
                diagnosis: "no-decision", sentence: "61 root causes, no threshold changed in 8 weeks", evidence: [],
                second: "no-capacity", confidence: 0.9),
            cycle: .init(
                stage: 2, since: from, isRegressing: false, sentence: "2 of 5: the order comes from revenue at risk",
                evidence: []),
            compounding: .init(verdict: "inconclusive", sentence: "inconclusive: 9 weeks of revenue", evidence: []),
            phases: [
                .init(id: "visibility", title: "Visibility", yield: 0.93, target: 0.9, count: 400),
                .init(id: "decisions", title: "Better decisions", yield: 0.1, target: 0.6, count: 61, reason: "none"),
                .init(id: "performance", title: "Better performance", yield: nil, target: 0.5, count: 0),
            ],
            metrics: [
                .init(
                    key: "open-exposure", title: "Open exposure", unit: "money", isLowerBetter: true, value: 1_228_807,
                    count: 184, target: 1_000_000, weeks: [1_400_000, nil, 1_300_000, 1_228_807])
            ],
            workflows: [
                .init(
                    id: "suppressions", title: "Suppressions", state: .measured, level: 5, levelTitle: "Software",
                    next: "6.1",
                    checks: [
                        .init(
                            id: "6.1", title: "tuned by outcomes", level: 6,
                            question: "Are thresholds tuned by outcomes?", outcome: .notMet,
                            fact: "0 of 3", isShare: false, limit: 1, count: 3, evidence: [],
                            remedy: "flywheel thresholds propose",
                            effortHours: 2)
                    ]),
                .init(id: "inventory", title: "Inventory", state: .notMeasuredYet),
                .init(id: "pricing", title: "Pricing", state: .notInstalled),
            ],
            connections: [
                .init(
                    from: "suppressions", to: "inventory", level: 2, sentence: "by file", isOnPath: true, linked: 3,
                    evidence: [])
            ],
            path: .init(
                strength: 2, isStalled: true, sentence: "suppressions to inventory, 2 of 5",
                weakest: "suppressions->inventory", worth: unknown, unknown: []),
            roadmap: [
                .init(
                    kind: .connection, subject: "suppressions to inventory",
                    title: "Connect Suppressions to Inventory", from: 2, to: 3, strength: 2, reason: "the weakest link",
                    steps: [], effortHours: 16, worth: unknown, evidence: [])
            ])
    }
}
