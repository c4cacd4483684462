import FlywheelHost
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes

extension Doors {
    /// What a server of figures has: one address, for whoever can reach its port.
    static func metrics(of house: House, _ requests: RequestFigures, path: String) -> [Route] {
        [
            Route(.api, .get, "/metrics", for: .everyone) { _ in
                let families = try requests.families + figures(of: house, path: path)
                return WebReply(type: "text/plain; version=0.0.4; charset=utf-8", families.map(\.text).joined())
            }
        ]
    }

    private static func figures(of house: House, path: String) throws -> [MetricFamily] {
        let store = house.host.store
        var rotations = MetricFamily("flywheel_rotations_total", .counter, "Published rotations.")
        rotations.add(Double(try store.currentRotation()?.id.number ?? 0))
        var open = MetricFamily("flywheel_open_exceptions", .gauge, "Exceptions that wait for work, by lane.")
        let counts = try store.openCounts()
        for lane in QueueRow.Lane.allCases { open.add(Double(counts[lane] ?? 0), [("lane", lane.name)]) }
        var entries = MetricFamily("flywheel_journal_entries_total", .counter, "Entries of the journal.")
        entries.add(Double(try store.journalEnd()))
        var waiting = MetricFamily(
            "flywheel_outbox_waiting", .gauge, "Deliveries that wait to be sent, by subscription.")
        var dead = MetricFamily("flywheel_outbox_dead", .gauge, "Deliveries that were given up, by subscription.")
        for subscription in try store.subscriptions() {
            let label = [("subscription", subscription.id.description)]
            waiting.add(Double(try store.countDeliveries(of: subscription.id, in: .waiting)), label)
            dead.add(Double(try store.countDeliveries(of: subscription.id, in: .dead)), label)
        }
        var size = MetricFamily("flywheel_store_bytes", .gauge, "Size of the store's files.")
        size.add(Double([path, path + "-wal"].map(bytes).reduce(0, +)))
        return [rotations, open, entries, waiting, dead, size]
    }

    private static func bytes(ofFileAt path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
