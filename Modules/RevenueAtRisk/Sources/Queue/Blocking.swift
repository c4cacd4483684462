/// Which rows stand beneath another, with chains of blockers followed to their top.
///
/// Two full blockers block each other. Of such a circle the row that ranks first is the top. A blocker that is not in
/// the queue, or that stands in a later lane, is no reason to move a row down. Few rows of many are blocked, so only they
/// take time and room.
struct Blocking {
    /// For each row that stands beneath another: which one that is.
    private(set) var tops: [Int: Int] = [:]

    /// - Parameters:
    ///   - rows: the queue.
    ///   - order: the indexes of the rows, first to last.
    init(_ rows: [Contender], order: [Int]) {
        let blockers = Self.blockers(of: rows)
        guard !blockers.isEmpty else { return }
        let involved = Set(blockers.keys).union(blockers.values)
        var ranks: [Int: Int] = [:]
        for (rank, row) in order.enumerated() where involved.contains(row) { ranks[row] = rank }
        var state: [Int: Progress] = [:]
        for start in involved.sorted(by: { ranks[$0, default: 0] < ranks[$1, default: 0] }) where state[start] == nil {
            var path: [Int] = []
            var row = start
            while state[row] == nil {
                state[row] = .onPath
                path.append(row)
                guard let blocker = blockers[row] else { break }
                row = blocker
            }
            var top = tops[row] ?? row
            if state[row] == .onPath, let entry = path.firstIndex(of: row) {
                top = path[entry...].min { ranks[$0, default: 0] < ranks[$1, default: 0] } ?? row
            }
            for row in path {
                if row != top { tops[row] = top }
                state[row] = .done
            }
        }
    }

    private enum Progress { case onPath, done }

    /// The row that blocks each blocked row, where that moves it.
    private static func blockers(of rows: [Contender]) -> [Int: Int] {
        let blocked = rows.indices.filter { rows[$0].blockedBy != nil }
        let wanted = Set(blocked.compactMap { rows[$0].blockedBy })
        guard !wanted.isEmpty else { return [:] }
        var indexes: [Int64: Int] = [:]
        for index in rows.indices where wanted.contains(rows[index].id) { indexes[rows[index].id] = index }
        var blockers: [Int: Int] = [:]
        for row in blocked {
            guard let blocker = rows[row].blockedBy.flatMap({ indexes[$0] }), rows[blocker].lane <= rows[row].lane
            else {
                continue
            }
            blockers[row] = blocker
        }
        return blockers
    }
}
