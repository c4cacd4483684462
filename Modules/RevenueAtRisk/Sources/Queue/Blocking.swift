/// Which row each row stands beneath, with chains of blockers followed to their top.
///
/// Two full blockers block each other. Of such a circle the row that ranks first is the top. A blocker that is not in
/// the queue, or that stands in a later lane, is no reason to move a row down.
struct Blocking {
    /// For each row the row it stands beneath; itself where it stands on its own.
    private(set) var tops: [Int]

    /// - Parameters:
    ///   - rows: the queue.
    ///   - order: the indexes of the rows, first to last.
    init(_ rows: [Contender], order: [Int]) {
        tops = Array(rows.indices)
        let wanted = Set(rows.compactMap(\.blockedBy))
        guard !wanted.isEmpty else { return }
        var indexes: [Int64: Int] = [:]
        for (index, row) in rows.enumerated() where wanted.contains(row.id) { indexes[row.id] = index }
        let blockers = rows.map { row in
            row.blockedBy.flatMap { indexes[$0] }.flatMap { rows[$0].lane <= row.lane ? $0 : nil }
        }
        var state = [Progress](repeating: .unseen, count: rows.count)
        var ranks = [Int](repeating: 0, count: rows.count)
        for (rank, row) in order.enumerated() { ranks[row] = rank }
        for start in order where state[start] == .unseen {
            var path: [Int] = []
            var row = start
            while state[row] == .unseen {
                state[row] = .onPath
                path.append(row)
                guard let blocker = blockers[row] else { break }
                row = blocker
            }
            var top = tops[row]
            if state[row] == .onPath, let entry = path.firstIndex(of: row) {
                top = path[entry...].min { ranks[$0] < ranks[$1] } ?? row
            }
            for row in path {
                tops[row] = top
                state[row] = .done
            }
        }
    }

    private enum Progress { case unseen, onPath, done }
}
