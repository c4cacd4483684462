import FlywheelHost
import FlywheelKit
import FlywheelStore

/// Reads the rows that are asked for, lane by lane.
struct QueueReader {
    let host: Host
    /// The moment the rotation looked from.
    let asOf: Instant
    let filter: QueueFilter
    let cursor: QueueCursor?

    private static let pageSize = 500

    /// Up to `limit` rows of each lane, for people, who see the lanes apart.
    func sections(limitOfEach limit: Int) throws -> [QueueAnswer.Section] {
        try lanes.map { try section($0, limit: limit) }
    }

    /// Up to `limit` rows in the order of the lanes, for programs, which go on at the cursor.
    func sections(limit: Int) throws -> [QueueAnswer.Section] {
        var left = limit
        var sections: [QueueAnswer.Section] = []
        for lane in lanes {
            // With nothing left to show, the first lane that has rows is where to go on.
            let section = try section(lane, limit: left)
            left -= section.items.count
            sections.append(section)
            if section.cursor != nil { break }
        }
        return sections
    }

    private var lanes: [QueueRow.Lane] {
        if let lane = filter.lane { return [lane] }
        guard let cursor else { return QueueRow.Lane.allCases }
        return QueueRow.Lane.allCases.filter { $0.rawValue >= cursor.lane.rawValue }
    }

    private func section(_ lane: QueueRow.Lane, limit: Int) throws -> QueueAnswer.Section {
        let start = cursor?.lane == lane ? cursor?.position ?? 0 : 0
        var position = start
        var found: [QueueEntry] = []
        // One row more than asked for tells whether the lane goes on.
        while found.count <= limit {
            let page = try host.store.queue(lane, after: position, limit: Self.pageSize)
            guard let last = page.last else { break }
            found += page.filter(filter.admits)
            position = last.row.position
        }
        let shown = found.prefix(limit)
        let goesOn = found.count > limit
        return QueueAnswer.Section(
            lane: lane, items: try shown.map { try QueueItem($0, asOf: asOf, in: host) },
            cursor: goesOn ? QueueCursor(lane: lane, position: shown.last?.row.position ?? start) : nil)
    }
}
