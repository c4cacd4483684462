import FlywheelStore

/// A place in the queue to go on from: `40@R12` in the active lane, `predicted:3@R12` in another.
///
/// Ranks are those of one rotation's queue: behind the same rank of the next stand other rows. A place that names no rotation
/// is one of whichever is the newest.
struct QueueCursor: Hashable, CustomStringConvertible {
    let lane: QueueRow.Lane
    let position: Int
    let rotation: RotationID?

    init(lane: QueueRow.Lane, position: Int, in rotation: RotationID?) {
        self.lane = lane
        self.position = position
        self.rotation = rotation
    }

    init?(_ text: String) {
        let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let rotation = halves.count == 2 ? RotationID(text: String(halves[1])) : nil
        guard let place = halves.first, halves.count == 1 || rotation != nil else { return nil }
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        guard let last = parts.last, let position = Int(last), position >= 0, parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(lane: .active, position: position, in: rotation)
            return
        }
        guard let lane = QueueRow.Lane.allCases.first(where: { $0.name == parts[0] }) else { return nil }
        self.init(lane: lane, position: position, in: rotation)
    }

    /// Whether it goes on in a rotation's queue.
    func goesOn(in newest: RotationID) -> Bool { rotation.map { $0 == newest } ?? true }

    var description: String {
        (lane == .active ? "" : "\(lane.name):") + "\(position)" + (rotation.map { "@\($0)" } ?? "")
    }
}
