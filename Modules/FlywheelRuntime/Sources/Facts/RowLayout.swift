import FlywheelStore

/// Where the stored rows of a chunk stand once unused rows are left out.
struct RowLayout {
    private let position: [Int32]
    /// The number of rows in use.
    let count: Int

    init(used: [Int], of stored: Int) {
        var position = [Int32](repeating: -1, count: stored)
        for (index, row) in used.enumerated() { position[row] = Int32(index) }
        self.position = position
        count = used.count
    }

    /// The row of the chunk; `nil` where the stored row is no longer used.
    func row(_ stored: Int32) -> Int? {
        let row = Int(stored) < position.count ? position[Int(stored)] : -1
        return row < 0 ? nil : Int(row)
    }

    /// Of each row of the chunk whether any of these blocks names it.
    func named(in blocks: [FactBlock]) -> [Bool] {
        var named = [Bool](repeating: false, count: count)
        for stored in blocks.lazy.flatMap(\.rows) { if let row = row(stored) { named[row] = true } }
        return named
    }
}
