import Assessment
import FlywheelKit
import FlywheelStore
import Testing

@testable import flywheel

/// How metrics look, of a history by hand.
@Suite struct MetricsAnswerTests {
    private static func day(_ days: Double) -> Instant { Scene.asOf.advanced(byDays: days - 28) }

    private static let history: WorkHistory = {
        var history = WorkHistory(
            from: day(0), until: Scene.asOf, currency: Scene.usd,
            workflows: [
                InstalledWorkflow(id: "inventory", title: "Inventory"),
                InstalledWorkflow(id: "pricing", title: "Pricing"),
            ])
        history.people = ["ana", "ben\u{1B}[31m"]
        history.accounts = ["northwind"]
        history.turns = (1...4).map { week in
            var turn = TurnMeasures(id: Int64(week), at: day(Double(week) * 7))
            turn.openAtRisk = Int64(week) * 1_234_567
            turn.listings = 100
            turn.watched = 50 + week * 10
            turn.weekRevenue = 50_000_00
            turn.staffHours = week > 2 ? 60 : nil
            return turn
        }
        history.problems = (1...12).map { id in
            var problem = Problem(
                id: Int64(id), workflow: id % 2, kind: 0, subject: id, identity: UInt64(id),
                detected: day(Double(id) * 2))
            problem.account = 0
            problem.tier = id % 3 == 0 ? .a : .c
            problem.due = day(Double(id) * 2 + 1)
            guard id % 4 != 0 else { return problem }
            problem.claimed = day(Double(id) * 2 + 0.125 * Double(id))
            problem.worker = id % 2
            problem.ended = day(Double(id) * 2 + 3)
            problem.closer = id % 5 == 0 ? nil : problem.worker
            problem.atRiskAtEnd = 12_345
            if problem.closer != nil, id < 9 { problem.isVerified = true }
            problem.verified = problem.isVerified == true ? day(Double(id) * 2 + 4) : nil
            problem.verdict = .actionable
            return problem
        }
        return history
    }()

    private func scene(weeks: Int = 4, part: String? = nil) -> MetricScene {
        MetricScene(
            history: Self.history, rotation: Scene.rotation, part: part, span: .weeks(weeks),
            window: .newest(weeks, through: Self.history.until))
    }

    private func one(_ metric: Metric, rows: Bool = false, targets: [Metric: Double] = [:]) -> MetricAnswer {
        let reader = MetricReader(Self.history)
        let report = reader.report(of: [metric] + metric.definition.beside, weeks: 4, targets: targets)
        return MetricAnswer(
            scene: scene(), report: report, parts: rows ? reader.rows(of: metric, in: report.window) : nil)
    }

    @Test(arguments: [40, 60, 80, 100, 140]) func everyMetricStandsInALine(width: Int) {
        let targets: [Metric: Double] = [.timeToOwn: 12, .openExposure: 5_000_000, .repeatRate30: 0.1]
        let answer = MetricsAnswer(
            scene: scene(), report: MetricReader(Self.history).report(weeks: 4, targets: targets))
        let lines = answer.text(on: Scene.page(width))
        for metric in Metric.allCases {
            #expect(lines.contains { $0.hasPrefix(metric.rawValue) }, "\(metric)")
        }
        #expect(width < 80 || lines.allSatisfy { $0.cells <= width }, "\(lines.max { $0.cells < $1.cells } ?? "")")
    }

    @Test func theListIsReadAtEightyColumns() {
        let answer = MetricsAnswer(
            scene: scene(),
            report: MetricReader(Self.history).report(
                of: [.openExposure, .timeToOwn, .netFlow, .coverage, .stockoutRate], weeks: 4,
                targets: [.timeToOwn: 12, .coverage: 0.95, .stockoutRate: 0.02]))
        #expect(
            answer.text(on: Scene.page()).joined(separator: "\n") == """
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 4 weeks

                METRIC                    VALUE  95% BETWEEN  OF  TARGET         LAST 4 WEEKS
                open-exposure     USD 49,382.68                1                 ▃▅▆█
                time-to-own              21.0 h  6.0 h to ?    9  missed 12.0 h  ▂▅▇█
                net-flow                    0.8               21                 ▅█▁▁
                coverage                    75%                4  missed 95%     ▆▆▇█
                stockout-rate  not measured yet                0  unknown 2%     ····

                What one means, and its rows: flywheel metrics time-to-resolution
                """)
    }

    @Test func whatAWorkflowMeasuresItselfStandsBelow() {
        let own = [
            Measure("precision", 0.5, unit: .share, samples: 0), Measure("resolved", 12, unit: .none, samples: 14),
            Measure("days unseen", 1.25, unit: .days, samples: 14), Measure("returned", 2.5, unit: .units, samples: 3),
            Measure("refunded", 10.75, unit: .money, samples: 3),
        ].map { OwnMeasure(workflow: "pricing", title: "Pricing", measure: $0) }
        let answer = MetricsAnswer(
            scene: scene(part: "workflow pricing"), report: MetricReader(Self.history).report(of: [.netFlow], weeks: 4),
            own: own)
        #expect(
            answer.text(on: Scene.page()).joined(separator: "\n") == """
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 4 weeks, workflow pricing

                METRIC    VALUE  95% BETWEEN  OF  TARGET  LAST 4 WEEKS
                net-flow    0.8               21          ▅█▁▁

                WORKFLOW  MEASURES ITSELF           VALUE  OUTCOMES
                pricing   precision        no outcome yet         0
                pricing   resolved                     12        14
                pricing   days unseen               1.2 d        14
                pricing   returned              2.5 units         3
                pricing   refunded         10.75 in money         3

                What one means, and its rows: flywheel metrics time-to-resolution
                """)
        #expect(answer.json.line.contains(#""measure":"precision","value":null,"unit":"share","samples":0}"#))
    }

    @Test func oneMetricSaysWhatItMeansAndHowItWent() {
        let lines = one(.timeToOwn, targets: [.timeToOwn: 10]).text(on: Scene.page())
        #expect(
            lines.joined(separator: "\n") == """
                Time to own
                How long does a problem wait until somebody takes it?
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 4 weeks

                Value      21.0 h, 95% between 6.0 h and ?, of 9 problems, 3 not over
                Target     10.0 h, missed
                Beside     owned in time, tier A 50%
                Beside     time to resolution 3.0 d

                Formula    median of (first claim - first seen); median by the product-limit
                           estimate (Kaplan and Meier 1958), bounds of 95% by Brookmeyer and
                           Crowley (1982)
                Counts     all problems
                Window     first seen in the window
                Unit       hours by the clock; shown as days from two days on, the lower the
                           better
                Money      no money enters
                Not over   unclaimed problems are censored: open ones at the moment of judging,
                           ended ones at their end
                If missed  check the routing rules and the hours staffed; claim from the top in
                           the morning
                Mind       a claim is not yet work: beside it stands how long the problem lasts
                Source     mean time to acknowledge of incident response, taken as the median

                WEEK TO   VALUE  95% BETWEEN  OF  NOT OVER  APART
                30 Oct    6.0 h  3.0 h to ?    3         0      0
                6 Nov    18.0 h  15.0 h to ?   3         1      0
                13 Nov   30.0 h  27.0 h to ?   2         1      0
                today    33.0 h  33.0 h to ?   1         1      0

                What it is made of: flywheel metrics time-to-own --rows --weeks 4
                """)
    }

    @Test func rowsAreWhatANumberIsMadeOf() {
        let lines = one(.exposureCleared, rows: true).text(on: Scene.page())
        #expect(
            lines.joined(separator: "\n") == """
                Revenue at risk cleared a day
                How much revenue at risk do people take away in a day?
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 4 weeks

                Value      USD 22.04, of 5 problems, 1 not over, 2 apart
                Beside     revenue at risk, open USD 49,382.68
                Beside     verified closes 83%

                ID   WHEN              WHAT IT ADDS
                X1   Thu 29 Oct 09:05  USD 123.45
                X2   Sat 31 Oct 09:05  USD 123.45
                X3   Mon 2 Nov 08:05   USD 123.45
                X6   Sun 8 Nov 08:05   USD 123.45
                X7   Tue 10 Nov 08:05  USD 123.45
                X5   Thu 5 Nov 08:05   apart
                X10  Sun 15 Nov 08:05  apart
                X11  Tue 17 Nov 08:05  too early to tell
                Next: flywheel show X1
                """)
    }

    @Test func partsStandBesideEachOther() {
        let table = MetricReader(Self.history).table(by: .owner, weeks: 4)
        let answer = MetricComparisonAnswer(scene: scene(), table: table, metric: nil)
        #expect(
            answer.text(on: Scene.page()).joined(separator: "\n") == #"""
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 4 weeks

                OWNER          OPEN   OWNED  SOLVED  IN TIME  CAUSES  VERIFIED  FAILED  BACK 30
                ana               0  18.0 h   3.0 d       0%      0%      100%      0%        ?
                ben\u{1B}[31m     0  15.0 h   3.0 d       0%      0%       75%      0%        ?
                (nobody)          3       ?       ?       0%       ?         ?       ?        ?

                All metrics: flywheel metrics --by owner --format csv
                """#)
        let one = MetricComparisonAnswer(scene: scene(), table: table, metric: .timeToOwn).text(on: Scene.page())
        #expect(
            one.joined(separator: "\n") == #"""
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles, 4 weeks

                OWNER                      VALUE  95% BETWEEN  OF  NOT OVER  APART  LAST 4 WEEKS
                ana                       18.0 h  6.0 h to ?    3         0      0  ▂▅█·
                ben\u{1B}[31m             15.0 h  3.0 h to ?    6         0      0  ▂▄▇█
                (nobody)       too early to tell                0         3      0  ····

                All metrics: flywheel metrics --by owner --format csv
                """#)
    }

    @Test(arguments: Metric.allCases) func everyDocumentFitsItsSchema(metric: Metric) throws {
        for (name, json) in [
            ("metric", one(metric).json), ("metric", one(metric, rows: true).json),
            ("metrics", MetricsAnswer(scene: scene(), report: MetricReader(Self.history).report()).json),
            (
                "metric-comparison",
                MetricComparisonAnswer(
                    scene: scene(), table: MetricReader(Self.history).table(by: .account), metric: metric
                )
                .json
            ),
        ] {
            let document = try #require(Document.all.first { $0.name == name })
            var validator = SchemaValidator()
            validator.check(try JSON(reading: json.line), document.schema)
            #expect(validator.faults == [], "\(name)")
        }
    }

    @Test func whatIsUnknownIsNullWithItsReason() throws {
        let json = one(.stockoutRate).json
        #expect(json.line.contains(#""value":null,"amount":null,"low":null,"high":null,"gap":"not-measured-yet""#))
    }

    @Test func amountsAreExactTextsAndNeverBinaryNumbers() {
        #expect(one(.openExposure).json.line.contains(#""value":null,"amount":"49382.68""#))
    }
}
