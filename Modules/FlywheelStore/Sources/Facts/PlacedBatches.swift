public import FlywheelKit

/// Batches of rows with the place of each row, taken apart by chunk.
///
/// A counting sort of each batch; within a chunk rows keep the order in which they came.
public struct PlacedBatches: Sendable {
    /// The chunks that rows came for, as positions in their ``Directory``, ascending.
    public let chunks: [Int]
    private let batches: [FactRows]
    private let places: [[Place]]
    private let sorted: [(rows: [Int32], ends: [Int32])]
    private let types: [String: ColumnType]

    /// Takes batches apart.
    ///
    /// - Parameters:
    ///   - places: for each batch the place of each row.
    ///   - count: the number of chunks of the directory.
    public init(_ batches: [FactRows], at places: [[Place]], chunks count: Int) {
        self.batches = batches
        self.places = places
        let sorted = concurrentMap(batches.count) { Self.sort(places[$0], chunks: count) }
        self.sorted = sorted
        chunks = (0..<count).filter { chunk in
            sorted.contains { $0.ends[chunk] > (chunk == 0 ? 0 : $0.ends[chunk - 1]) }
        }
        types = batches.reduce(into: [:]) { types, batch in
            for (name, column) in batch.columns where types[name] == nil { types[name] = column.type }
        }
    }

    /// The row numbers in the order of their chunks, and where those of each chunk end.
    private static func sort(_ places: [Place], chunks: Int) -> (rows: [Int32], ends: [Int32]) {
        var ends = [Int32](repeating: 0, count: chunks + 1)
        for place in places { ends[Int(place.chunk) + 1] += 1 }
        for chunk in 0..<chunks { ends[chunk + 1] += ends[chunk] }
        // What counts up from each chunk's beginning ends as the chunk's end.
        let rows = [Int32](unsafeUninitializedCapacity: places.count) { rows, count in
            for (row, place) in places.enumerated() {
                rows.initializeElement(at: Int(ends[Int(place.chunk)]), to: Int32(row))
                ends[Int(place.chunk)] += 1
            }
            count = places.count
        }
        ends.removeLast()
        return (rows, ends)
    }

    /// What the batches bring to a chunk. A column that only some of them have is unknown in the rows of the others.
    ///
    /// - Returns: `nil` when batches disagree on the type of a column.
    public func part(for chunk: Int) -> FactPart? {
        var part = FactPart()
        var products: [Values<String>] = []
        var columns: [String: [ColumnData]] = [:]
        for (number, batch) in batches.enumerated() {
            let (rows, ends) = sorted[number]
            let range = Int(chunk == 0 ? 0 : ends[chunk - 1])..<Int(ends[chunk])
            guard !range.isEmpty else { continue }
            let indices = rows[range].map(Int.init)
            let places = places[number]
            part.rows += indices.map { places[$0].row }
            products.append(batch.products.picked(indices))
            for (name, type) in types {
                let column = batch.columns[name].map { $0.picked(indices) }
                columns[name, default: []].append(column ?? ColumnData(unknown: indices.count, of: type))
            }
        }
        for (name, parts) in columns {
            guard let column = ColumnData.joined(parts) else { return nil }
            part.columns[name] = column
        }
        part.claims = Claims(part.rows, products)
        return part
    }
}
