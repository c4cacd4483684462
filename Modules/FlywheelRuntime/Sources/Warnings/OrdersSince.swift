import Calendars
import FlywheelKit
import FlywheelStore

extension ChunkTurn {
    /// Notes of what was foreseen here from when the first could help of what its seller ordered since: what would have come
    /// after that, nobody can tell.
    ///
    /// It is noted at every look, and not at the end alone: what comes true may stand for weeks, an order may be entered late, and
    /// come later than it was expected.
    mutating func noteOrders(_ chunk: Chunk, _ stage: StageManifest, zone: TimeZoneTable) {
        guard stage.inputs.contains(where: { $0.feed.key == PurchaseOrders.feed.key }) else { return }
        let lines = chunk.details(of: PurchaseOrders.feed)
        let (ordered, expected) = (lines[PurchaseOrders.ordered], lines[PurchaseOrders.expected])
        let received = lines[PurchaseOrders.received]
        for place in changes.indices where !changes[place].change.isOpening {
            let exception = changes[place].change.exception
            guard let predicted = exception.predicted, exception.fingerprint.workflow == stage.id else { continue }
            let foreseen = zone.day(of: predicted)
            let arrivals = lines.range(changes[place].row).compactMap { line -> Day? in
                guard let day = ordered[line], foreseen <= day else { return nil }
                return received[line] ?? expected[line] ?? day
            }
            if let first = arrivals.min() {
                changes[place].change.set(\.orderArrives, to: zone.start(of: first), .changed)
            }
        }
    }
}
