/// The rows that wait for somebody, dearest first; rows without an amount come last, and older before newer.
struct WaitingRows {
    private struct Key: Comparable {
        var amount: Int64
        var row: Int

        static func < (left: Key, right: Key) -> Bool {
            left.amount != right.amount ? left.amount > right.amount : left.row < right.row
        }
    }

    private var keys: [Key] = []

    var count: Int { keys.count }
    var rows: some RandomAccessCollection<Int> { keys.lazy.map(\.row) }

    mutating func insert(_ row: Int, amount: Int64?) {
        let key = Key(amount: amount ?? -1, row: row)
        keys.insert(key, at: place(of: key))
    }

    mutating func remove(_ row: Int, amount: Int64?) {
        let place = place(of: Key(amount: amount ?? -1, row: row))
        if place < keys.count, keys[place].row == row { keys.remove(at: place) }
    }

    /// Where a row stands, from 1.
    func rank(of row: Int, amount: Int64?) -> Int { place(of: Key(amount: amount ?? -1, row: row)) + 1 }

    private func place(of key: Key) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
