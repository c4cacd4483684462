import Calendars
import FlywheelKit
import FlywheelStore

extension ChunkTurn {
    /// Notes which predictions lapse here after their seller ordered: whether they would have come true nobody can tell.
    mutating func noteOrders(_ chunk: Chunk, _ stage: StageManifest, zone: TimeZoneTable) {
        guard stage.inputs.contains(where: { $0.feed.key == PurchaseOrders.feed.key }) else { return }
        let lines = chunk.details(of: PurchaseOrders.feed)
        let ordered = lines[PurchaseOrders.ordered]
        for place in changes.indices {
            let exception = changes[place].change.exception
            guard exception.state == .lapsed, exception.fingerprint.workflow == stage.id else { continue }
            let foreseen = zone.day(of: exception.detected)
            changes[place].change.isActedOn = lines.range(changes[place].row).contains { line in
                ordered[line].map { foreseen <= $0 } ?? false
            }
        }
    }
}
