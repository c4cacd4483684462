import FlywheelKit

extension FactRows {
    /// The rows of `parts` one after the other; all have the same columns.
    ///
    /// - Parameter spare: rows nobody needs any longer, whose memory is used again: asking the system for new memory would
    ///   cost more than the copying.
    init(joining parts: [FactRows], in spare: inout FactRows?) {
        var old = spare ?? FactRows(codes: Texts(), products: Values(), columns: [:])
        spare = nil
        let codes = Texts(joining: parts.map(\.codes), in: &old.codes)
        let products = Values(joining: parts.map(\.products), in: &old.products)
        var columns: [String: ColumnData] = [:]
        for name in parts.first?.columns.keys ?? [:].keys {
            var old = old.columns.removeValue(forKey: name)
            columns[name] = ColumnData(joining: parts.compactMap { $0.columns[name] }, in: &old)
        }
        self.init(codes: codes, products: products, columns: columns)
    }
}

extension ColumnData {
    /// Columns of one type, end to end; no columns make no column.
    fileprivate init?(joining parts: [ColumnData], in spare: inout ColumnData?) {
        func join<Value: ColumnValue>(_: Value.Type) -> ColumnData where Value.Storage == [Value] {
            var old = spare.flatMap { Value.values(of: $0) } ?? Values()
            spare = nil
            return Value.erased(Values(joining: parts.compactMap { Value.values(of: $0) }, in: &old))
        }
        switch parts.first?.type {
        case .integer: self = join(Int.self)
        case .real: self = join(Double.self)
        case .money: self = join(Money.self)
        case .instant: self = join(Instant.self)
        case .day: self = join(Day.self)
        case .flag: self = join(Bool.self)
        case .text:
            var old = spare.flatMap { String.values(of: $0) } ?? Values()
            spare = nil
            self = .texts(Values(joining: parts.compactMap { String.values(of: $0) }, in: &old))
        case nil: return nil
        }
    }
}

extension Values where Value.Storage == [Value] {
    fileprivate init(joining parts: [Values], in spare: inout Values) {
        var storage = spare.storage
        spare = Values()
        storage.removeAll(keepingCapacity: true)
        storage.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { storage += part.storage }
        self.init(storage: storage, known: Bitmap(joining: parts.map(\.known)))
    }
}

extension Values<String> {
    fileprivate init(joining parts: [Values], in spare: inout Values) {
        var storage = spare.storage
        spare = Values()
        self.init(
            storage: Texts(joining: parts.map(\.storage), in: &storage), known: Bitmap(joining: parts.map(\.known)))
    }
}

extension Texts {
    fileprivate init(joining parts: [Texts], in spare: inout Texts) {
        self = spare
        spare = Texts()
        keep(first: 0)
        reserve(texts: parts.reduce(0) { $0 + $1.count }, bytes: parts.reduce(0) { $0 + $1.bytes.count })
        for part in parts { append(contentsOf: part) }
    }
}

extension Bitmap {
    fileprivate init(joining parts: [Bitmap]) {
        self.init(repeating: false, count: 0)
        for part in parts { append(contentsOf: part) }
    }
}
