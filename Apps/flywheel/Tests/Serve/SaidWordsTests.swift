import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing
import WebPages

@testable import Assessment
@testable import flywheel

/// What the domain says and can be listed is told in every language: the registries themselves are asked.
@Suite struct SaidWordsTests {
    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func whatWorkflowsAreCalledIsTold(locale: PageLocale) {
        let stages = workflows.map(\.manifest)
        expectTold(stages.flatMap { [$0.title] + $0.kinds.map(\.title) + $0.rootCauses.map(\.title) }, in: locale)
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func whatWorkflowsMeasureIsTold(locale: PageLocale) throws {
        // Stages measure what they summed, under names of their own.
        let kinds = try #require(workflows.first { $0.manifest.id == "suppressions" }).manifest.kinds
        let ended = kinds.flatMap { ["ended: \($0.id)", "hours lasted: \($0.id)"] }
        var record = TrackRecord()
        for sum in ["causes named", "causes right", "hours unseen"] + ended { record.add(1, to: sum) }
        record.count(
            Outcome(
                evidence: 0, kind: "", verdict: .actionable, rootCause: nil, isVerified: true, onset: Scene.asOf,
                detected: Scene.asOf, ended: Scene.asOf))
        let text = try CanonicalJSON.text(record)
        let names = try workflows.flatMap { stage in
            try stage.measure(StageState(workflow: stage.manifest.id, record: text)).map(\.name)
        }
        #expect(Set(names).count == 4 + kinds.count)
        expectTold(names, in: locale)
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func whoWaitsForAFeedIsTold(locale: PageLocale) {
        let titles = workflows.map(\.manifest.title)
        expectTold(titles.map { "\($0) opens nothing" } + ["\(titles.inWords) open nothing"], in: locale)
        let reader = Reader(locale: locale, zone: "Europe/Berlin", asOf: Scene.asOf)
        let all = reader.saidText("\(titles.inWords) open nothing")
        for title in titles {
            let told = reader.saidText(title)
            #expect(reader.saidText("\(title) opens nothing").hasPrefix(told) && all.contains(told), "\(all)")
        }
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func definitionsOfMetricsAreTold(locale: PageLocale) {
        expectTold(
            Metric.allCases.map(\.definition).flatMap {
                [$0.title, $0.question, $0.formula, $0.scope, $0.window, $0.censoring, $0.currency, $0.trigger]
                    + [$0.source, $0.caveat]
            }
                + MetricGap.allCases.flatMap { gap in
                    [gap.reason]
                        + (gap.advice.map { [$0, "\(gap.reason); \($0)", "per operator: \(gap.reason); \($0)"] } ?? [])
                }, in: locale)
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func theModelOfMaturityIsTold(locale: PageLocale) {
        let model = MaturityModel.standard
        let checks = model.checks.flatMap { [$0.title, $0.question, $0.reason, $0.remedy] }
        let levels = model.levels.flatMap { [$0.title, $0.meaning] }
        let ways = model.path.map(\.reason) + model.known.map(\.title)
        expectTold(checks + levels + ways, in: locale)
        expectTold(
            MaturityMeasure.allCases.flatMap {
                ["3 of 20 \($0.subject)", "2 \($0.subject), 1 not told yet", "17 more \($0.events) needed"]
            }, in: locale)
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func theRoadmapIsTold(locale: PageLocale) {
        let checks = MaturityModel.standard.checks.flatMap { check in
            ["say yes", "say no"].map { "\($0) to \(check.id) \(check.title)" }
        }
        let steps = MaturityModel.standard.connections.steps.map { step in
            step.remedy.replacing("FROM", with: "Inventory").replacing("TO", with: "Pricing")
                .replacing("PAIR", with: "inventory->pricing")
        }
        let words = [
            "Let Pricing act on what Inventory finds", "Make better use of Inventory in Pricing",
            "the data confirmed 17% of 1422 closes",
            "the data confirmed 17% of 1422 closes, and refuted some of 83% of the problems that they judged",
            "Pricing: nearly all closes name cost-rose, whatever was found, which names no cause",
            "0 of 40 closes that name a root cause; nearly all name cost-rose, whatever was found",
        ]
        expectTold(checks + steps + words, in: locale)
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func whatNumbersSteerIsTold(locale: PageLocale) throws {
        let knobs = workflows.flatMap(\.knobs)
        #expect(knobs.filter(\.about.isEmpty).map(\.name) == [])
        expectTold(knobs.flatMap { [$0.about, Glossary.Entry($0).meaning] }, in: locale)
        let words = try Glossary.entries(of: workflows)
        let word = try #require(words.first { $0.word == "inventory.leastExcessUnits" })
        #expect(word.meaning.hasSuffix("Lower finds more; from 1 to 10,000, 24 at first."))
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func theWheelIsTold(locale: PageLocale) {
        let conditions = CycleCondition.Kind.allCases.flatMap { kind in
            [true, false].map { kind.text(1, 2, isSold: $0, mayBeChance: $0) }
        }
        let verdicts = [StallDiagnosis.Verdict.healthy, .inconclusive] + Stall.allCases.map { .stalled($0) }
        let trends = WheelTrend.Measure.allCases.map { measure in
            WheelTrend(measure: measure, months: 12, first: 0.5, last: 9.5, probability: 0.001, direction: .rising)
                .text(in: Scene.usd)
        }
        expectTold(trends, in: locale)
        expectTold(
            verdicts.flatMap { [StallRemedy($0).text, $0.code] } + Stall.allCases.map(\.rawValue)
                + WheelPhase.allCases.map(\.rawValue) + CycleRegression.Reason.allCases.map(\.rawValue)
                + conditions, in: locale)
    }

    private func expectTold(_ texts: [String], in locale: PageLocale) {
        let reader = Reader(locale: locale, zone: "Europe/Berlin", asOf: Scene.asOf)
        #expect(!texts.isEmpty)
        for text in Set(texts).sorted() where reader.said(text).markup.contains("lang=\"en\"") {
            Issue.record("\(locale.tag): \(text)")
        }
    }
}
