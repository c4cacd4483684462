import FlywheelKit

extension ColumnData {
    /// Rows of several columns end to end, each copied once to where it stays; `nil` when a column is of another type.
    ///
    /// - Parameters:
    ///   - columns: what is copied from; rows of a column that is not there are unknown.
    ///   - pieces: the rows, each time of one of the columns.
    init?<Rows: RandomAccessCollection<Int32>>(
        gathering columns: [ColumnData?], _ pieces: [(source: Int, rows: Rows)], of type: ColumnType
    ) {
        func gathered<Value: ColumnValue & BitwiseCopyable>(_: Value.Type) -> ColumnData?
        where Value.Storage == [Value] {
            Values<Value>.typed(columns).map { Value.erased(Values(gathering: $0, pieces)) }
        }
        let column: ColumnData? =
            switch type {
            case .integer: gathered(Int.self)
            case .real: gathered(Double.self)
            case .money: gathered(Money.self)
            case .instant: gathered(Instant.self)
            case .day: gathered(Day.self)
            case .flag: gathered(Bool.self)
            case .text: Values<String>.typed(columns).map { .texts(Values(gathering: $0, pieces)) }
            }
        guard let column else { return nil }
        self = column
    }
}

extension Values where Value: BitwiseCopyable, Value.Storage == [Value] {
    fileprivate init<Rows: RandomAccessCollection<Int32>>(
        gathering columns: [Values?], _ pieces: [(source: Int, rows: Rows)]
    ) {
        let total = pieces.reduce(0) { $0 + $1.rows.count }
        let storage = [Value](unsafeUninitializedCapacity: total) { target, count in
            for (source, rows) in pieces {
                if let values = columns[source]?.storage {
                    for row in rows {
                        target.initializeElement(at: count, to: values[Int(row)])
                        count += 1
                    }
                } else {
                    target[count..<count + rows.count].initialize(repeating: .placeholder)
                    count += rows.count
                }
            }
        }
        self.init(storage: storage, known: Bitmap(gathering: columns.map { $0?.known }, pieces))
    }
}

extension Values<String> {
    fileprivate init<Rows: RandomAccessCollection<Int32>>(
        gathering columns: [Values?], _ pieces: [(source: Int, rows: Rows)]
    ) {
        let total = pieces.reduce(0) { $0 + $1.rows.count }
        var length = 0
        let ends = [Int](unsafeUninitializedCapacity: total) { ends, count in
            for (source, rows) in pieces {
                let texts = columns[source]?.storage
                for row in rows {
                    length += texts?.range(Int(row)).count ?? 0
                    ends.initializeElement(at: count, to: length)
                    count += 1
                }
            }
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { target, count in
            for (source, rows) in pieces {
                guard let texts = columns[source]?.storage else { continue }
                texts.bytes.withUnsafeBytes { bytes in
                    for row in rows {
                        let range = texts.range(Int(row))
                        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(target)[count...])
                            .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
                        count += range.count
                    }
                }
            }
        }
        self.init(
            storage: Texts(bytes: bytes, ends: ends), known: Bitmap(gathering: columns.map { $0?.known }, pieces))
    }
}

extension Values {
    /// The columns with their type; `nil` when one is of another.
    fileprivate static func typed(_ columns: [ColumnData?]) -> [Values?]? {
        let typed = columns.map { $0.flatMap(Value.values(of:)) }
        return zip(columns, typed).contains { $0 != nil && $1 == nil } ? nil : typed
    }
}

extension Bitmap {
    /// The bits of rows, end to end; without a bitmap they are unset.
    fileprivate init<Rows: RandomAccessCollection<Int32>>(
        gathering bitmaps: [Bitmap?], _ pieces: [(source: Int, rows: Rows)]
    ) {
        self.init(repeating: true, count: pieces.reduce(0) { $0 + $1.rows.count })
        let isFull = bitmaps.map { $0?.isFull ?? false }
        var place = 0
        for (source, rows) in pieces {
            if !isFull[source] {
                for (offset, row) in rows.enumerated() where bitmaps[source].map({ !$0[Int(row)] }) ?? true {
                    self[place + offset] = false
                }
            }
            place += rows.count
        }
    }
}
