import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Reads the rows that are asked for, lane by lane.
struct QueueReader {
    let host: Host
    /// Whose queue it is.
    let rotation: RotationID
    /// The moment that snoozes are over or not.
    let now: Instant
    let filter: QueueFilter
    let cursor: QueueCursor?
    var order = QueueOrder.atRisk
    private let groups: QueueGroups

    init(
        host: Host, rotation: RotationID, now: Instant, filter: QueueFilter, cursor: QueueCursor?,
        order: QueueOrder = .atRisk
    ) {
        self.host = host
        self.rotation = rotation
        self.now = now
        self.filter = filter
        self.cursor = cursor
        self.order = order
        groups = QueueGroups(store: host.store)
    }

    private static let pageSize = 500
    /// Rows of one read that are not asked for, between two that are.
    private static let closeBy = 16

    /// Up to `limit` rows of each lane, for people, who see the lanes apart and are told how many rows each has.
    func sections(limitOfEach limit: Int) throws -> [QueueAnswer.Section] {
        try lanes.map { lane in
            var section = try section(lane, limit: limit)
            section.extent = try extent(of: section, limit: limit)
            return section
        }
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

    /// How many rows are listed, `limit` where there are more: what stands beneath a listed row is none of them.
    func count(upTo limit: Int) throws -> Int {
        var count = 0
        for lane in lanes where count < limit {
            count += try positions(in: lane, after: 0, beyond: limit - count).count
        }
        return min(count, limit)
    }

    /// Where the rows of a section stand among all listed ones of its lane.
    private func extent(of section: QueueAnswer.Section, limit: Int) throws -> QueueAnswer.Extent {
        let start = cursor?.lane == section.lane ? cursor?.position ?? 0 : 0
        guard section.cursor != nil || start > 0 else {
            return QueueAnswer.Extent(count: ListCount(value: section.items.count + section.left), before: 0)
        }
        let positions = try positions(in: section.lane, after: 0, beyond: ListCount.most)
        let before = positions.count { $0 <= start }
        return QueueAnswer.Extent(
            count: ListCount { _ in positions.count }, before: before > ListCount.most ? nil : before,
            previous: before > limit && before <= ListCount.most
                ? QueueCursor(lane: section.lane, position: positions[before - limit - 1], in: rotation) : nil)
    }

    private var lanes: [QueueRow.Lane] {
        if let lane = filter.lane { return [lane] }
        guard let cursor else { return QueueRow.Lane.allCases }
        return QueueRow.Lane.allCases.filter { $0.rawValue >= cursor.lane.rawValue }
    }

    private func page(_ lane: QueueRow.Lane, after position: Int) throws -> [QueueEntry] {
        guard filter.state == .snoozed else {
            return try host.store.queue(lane, after: position, limit: Self.pageSize)
        }
        return try host.store.snoozed().filter { $0.row.lane == lane && $0.row.position > position }
    }

    private func section(_ lane: QueueRow.Lane, limit: Int) throws -> QueueAnswer.Section {
        guard order == .atRisk else { return try ordered(lane, limit: limit) }
        let start = cursor?.lane == lane ? cursor?.position ?? 0 : 0
        // One row more than asked for tells whether the lane goes on.
        let found = try listed(lane, after: start, beyond: limit)
        let shown = found.prefix(limit)
        let end = shown.last?.row.position ?? start
        return QueueAnswer.Section(
            lane: lane, items: try items(Array(shown)),
            cursor: found.count > limit ? QueueCursor(lane: lane, position: end, in: rotation) : nil)
    }

    /// The first rows behind a position that are asked for and stand by themselves, more than `limit` where there are more.
    private func listed(_ lane: QueueRow.Lane, after position: Int, beyond limit: Int) throws -> [QueueEntry] {
        var found: [QueueEntry] = []
        guard isSparse else {
            var position = position
            while found.count <= limit, case let page = try page(lane, after: position), let last = page.last {
                found += try page.filter { try isListed($0.line) }
                position = last.row.position
            }
            return found
        }
        var left = try positions(in: lane, after: position, beyond: limit)[...]
        while let run = Self.run(of: left) {
            let entries = try host.store.queue(lane, after: run.lowerBound - 1, limit: run.count)
            let wanted = Set(left.prefix { $0 <= run.upperBound })
            found += entries.filter { wanted.contains($0.row.position) }
            left = left.dropFirst(wanted.count)
        }
        return found
    }

    /// The span of the first positions that lie so close together that reading what is between them costs less than
    /// reading them one by one.
    private static func run(of positions: ArraySlice<Int>) -> ClosedRange<Int>? {
        guard let first = positions.first else { return nil }
        var last = first
        for position in positions.dropFirst() {
            guard position - last <= closeBy, position - first < pageSize else { break }
            last = position
        }
        return first...last
    }

    /// Where these rows stand: more is looked at than read.
    private func positions(in lane: QueueRow.Lane, after position: Int, beyond limit: Int) throws -> [Int] {
        guard filter.state != .snoozed else {
            return try page(lane, after: position).map(\.line).filter(isListed).prefix(limit + 1).map(\.row.position)
        }
        let asked = (filter: filter, now: now)
        var positions: [Int] = []
        try QueueWalk(store: host.store).forEachStretch(
            of: lane, after: position, where: filter.mayAdmit, [QueueLine]()
        ) { lines, line in
            if asked.filter.admits(line, at: asked.now) { lines.append(line) }
        } use: { lines in
            for line in lines where positions.count <= limit {
                if try isListed(line) { positions.append(line.row.position) }
            }
            return positions.count <= limit
        }
        return positions
    }

    /// Whether few rows of many may be asked for, so that more is looked at than read.
    private var isSparse: Bool { filter.isNarrow && filter.state != .snoozed }

    private func isListed(_ line: QueueLine) throws -> Bool { try groups.lists(line, under: filter, at: now) }

    /// Reads the terms of rows, on all cores: an interval takes a few tenths of a millisecond.
    private func items(_ entries: [QueueEntry]) throws -> [QueueItem] {
        try concurrentMap(entries.count) { place in Result { try QueueItem(entries[place], in: host) } }
            .map { try $0.get() }
    }

    /// The first of a lane's rows in an order of their own, which needs all of them.
    private func ordered(_ lane: QueueRow.Lane, limit: Int) throws -> QueueAnswer.Section {
        var entries: [QueueEntry] = []
        try forEach(lane) { if try isListed($0.line) { entries.append($0) } }
        let items = try items(entries).sorted(by: order.precedes)
        return QueueAnswer.Section(
            lane: lane, items: Array(items.prefix(limit)), cursor: nil, left: max(0, items.count - limit))
    }

    /// How many rows are asked for, those beneath others among them, and what they count for together; `nil` where all are.
    func matching() throws -> QueueAnswer.Matching? {
        guard filter.isNarrow || filter.lane != nil else { return nil }
        var matching = QueueAnswer.Matching()
        matching.snoozed = try host.store.snoozed().count { filter.putsOff($0.line, at: now) }
        for lane in filter.lane.map({ [$0] }) ?? QueueRow.Lane.allCases {
            try add(lane, to: &matching)
        }
        return matching
    }

    private func add(_ lane: QueueRow.Lane, to matching: inout QueueAnswer.Matching) throws {
        let empty = QueueAnswer.Matching()
        let asked = (filter: filter, now: now)
        @Sendable func take(_ part: inout QueueAnswer.Matching, _ line: QueueLine) throws {
            guard asked.filter.admits(line, at: asked.now) else { return }
            part.lanes[lane, default: 0] += 1
            // What a document states is summed apart, and a group's sum is its members', as in the whole queue.
            guard !line.isGroup else { return }
            let amounts = try RiskTerms.Amounts(bytes: line.terms)
            part.atRisk += amounts.inTotal
            part.stated += amounts.inStatedTotal
        }
        guard filter.state != .snoozed else {
            for entry in try page(lane, after: 0) { try take(&matching, entry.line) }
            return
        }
        try QueueWalk(store: host.store).forEachStretch(of: lane, where: filter.mayAdmit, empty, take) { part in
            matching.lanes.merge(part.lanes, uniquingKeysWith: +)
            matching.atRisk += part.atRisk
            matching.stated += part.stated
            return true
        }
    }

    private func forEach(_ lane: QueueRow.Lane, _ body: (QueueEntry) throws -> Void) throws {
        var position = 0
        while case let page = try page(lane, after: position), let last = page.last {
            for entry in page where filter.admits(entry.line, at: now) { try body(entry) }
            position = last.row.position
        }
    }
}
