import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Testing

/// Every metric of the dictionary is worked out twice: by the program from outcomes, and here from the journal and the
/// records of rotations.
@Suite("Metrics from the journal alone") struct SecondImplementationTests {
    @Test("Every metric of the dictionary has a second implementation, and none has one that is not in it")
    func nothingIsLeftOut() {
        #expect(Set(JournalMetrics.all.keys) == Set(Metric.allCases.map(\.rawValue)))
    }

    @Test("Every metric is the same from outcomes and from the journal, over all weeks and week by week")
    func everyMetricIsRecomputed() throws {
        var season = try LivedSeason(seed: 2)
        try season.live(turns: 76)
        let store = season.house.host.store
        let history = try HistoryReader(store: store, plan: season.house.host.plan).history(until: season.now)
        let report = MetricReader(history).report(weeks: 17)
        // Tiers are a rotation's own and not journalled: they are taken from where it put them.
        let ended = try store.outcomes().map { ($0.exception.number, $0.work?.tier?.rawValue) }
        let tiers = season.tiers.merging(ended.compactMap { id, tier in tier.map { (id, $0) } }) { $1 }
        let journal = try JournalMetrics(store, tiers: tiers, worths: season.worths, until: season.now)
        var known = 0
        for line in report.lines {
            let compute = try #require(JournalMetrics.all[line.metric.rawValue])
            for value in [line.value] + line.weekly {
                let span = Span(low: Int(value.window.after.seconds), high: Int(value.window.through.seconds))
                let found = compute(journal, span)
                let isSame =
                    value.value.map { abs($0 - (found.value ?? .infinity)) <= 1e-9 * max(1, abs($0)) }
                    ?? (found.value == nil)
                #expect(
                    isSame,
                    "\(line.metric.rawValue) \(value.value ?? -1) \(found.value ?? -1) through \(value.window.through)")
                if found.value != nil {
                    known += 1
                    #expect(value.count == found.count, "\(line.metric.rawValue) through \(value.window.through)")
                }
            }
        }
        // That nothing is equal to nothing proves nothing; of the featured offer alone do this seller's reports not speak.
        #expect(report.lines.filter { $0.value.value == nil }.map(\.metric) == [.heroFeaturedShare])
        #expect(known > 300)
        // What changes ended is among it: cleared money, and what came back.
        let mended = journal.lives.filter(\.isMended)
        #expect(mended.count > 10 && mended.contains { journal.worths[$0.number] ?? 0 > 0 })
        let ordered = journal.lives.filter { $0.orderArrives != nil }
        #expect(ordered.contains { ($0.cameTrue ?? .max) < $0.orderArrives ?? 0 })
        #expect(ordered.contains { $0.ended != nil && $0.cameTrue == nil })
    }
}
