import Commitments
import FlywheelKit
import FlywheelStore

extension Session {
    /// What everybody was told of and is not over, with the promises that were not kept first; nothing where there is none.
    func told() throws -> [HabitLine] {
        let incidents = try publicDesk.incidents().filter { $0.resolved == nil }
        let maintenance = try publicDesk.maintenance().filter { $0.state(at: now) == .late }
        guard !incidents.isEmpty || !maintenance.isEmpty else { return [] }
        let overdue = incidents.filter { $0.state(at: now) == .overdue }
        let missed =
            overdue.map { words($0.id, "update overdue", $0.body.owner) }
            + maintenance.map { words($0.id, "late", $0.body.owner) }
        let lasting = Numbers.count(incidents.count, "incident")
        return [
            HabitLine(
                topic: "told-in-public", title: "In public", count: incidents.count,
                parts: [
                    HabitLine.Part(name: "overdue", count: overdue.count),
                    HabitLine.Part(name: "late", count: maintenance.count),
                ],
                ids: (overdue + incidents.filter { $0.state(at: now) == .open }).map(\.id) + maintenance.map(\.id),
                words: missed.isEmpty ? lasting : "\(lasting); \(missed.joined(separator: ", "))",
                command: incidents.isEmpty ? "flywheel maintenance" : "flywheel incidents")
        ]
    }

    private func words(_ id: String, _ what: String, _ owner: String) -> String {
        "\(id) \(what), \(owner == actor.name ? "yours" : "with \(owner)")"
    }
}
