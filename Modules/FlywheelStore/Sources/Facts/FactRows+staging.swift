public import FlywheelKit

extension FactRows {
    /// Refuses rows whose columns differ in length, or have a name that stores keep for themselves: one that begins with
    /// `@`.
    public func check() throws(StoreError) {
        guard products.count == codes.count else {
            throw .refused("\(products.count) products for \(codes.count) rows")
        }
        for (name, column) in columns.sorted(by: { $0.key < $1.key }) {
            guard column.count == codes.count else {
                throw .refused("column \(name) has \(column.count) values for \(codes.count) rows")
            }
            guard !name.hasPrefix("@") else { throw .refused("column names do not begin with @, as \(name) does") }
        }
    }

    /// About how many bytes the rows take in memory.
    public var bytes: Int {
        func size(_ texts: Texts) -> Int { texts.bytes.count + texts.count * 8 }
        return size(codes) + size(products.storage)
            + columns.values.reduce(0) { sum, column in
                switch column {
                case .texts(let values): sum + size(values.storage)
                case .moneys: sum + column.count * 16
                case .integers, .reals, .instants: sum + column.count * 8
                case .days: sum + column.count * 4
                case .flags: sum + column.count
                }
            }
    }
}
