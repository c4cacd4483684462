public import FlywheelKit

/// Batches of rows with the place of each row, taken apart by chunk.
///
/// A counting sort; within a chunk rows keep the order in which they came. Codes are forgotten: the place says as much.
/// What comes together is sorted together, column by column, so that cores share no memory while they copy; a chunk is then
/// put together from a few long runs.
public struct PlacedBatches: Sendable {
    /// Rows in the order of the chunks they belong to: of each its row in the chunk, and the columns.
    private struct Sorted: Sendable {
        let rows: [Int32]
        let columns: [String: ColumnData]
    }

    /// Those of the sorted rows that belong to a chunk.
    private struct Run: Sendable {
        let sorted: Int
        let range: Range<Int32>
    }

    private var sorted: [Sorted] = []
    /// By chunk, as a position in its ``Directory``.
    private var runs: [[Run]] = []
    private var claims: [ChunkClaims] = []
    private var types: [String: ColumnType] = [:]
    /// Whether a column is of one type in some batches and of another in others.
    private var isMixed = false

    /// Nothing yet.
    public init() {}

    /// Adds batches.
    ///
    /// - Parameters:
    ///   - places: for each batch the place of each row.
    ///   - count: the number of chunks of the directory.
    public mutating func add(_ batches: [FactRows], at places: [[Place]], chunks count: Int) {
        for (name, column) in batches.lazy.flatMap(\.columns) where types[name] == nil { types[name] = column.type }
        runs += repeatElement([], count: max(0, count - runs.count))
        claims += repeatElement(ChunkClaims(), count: max(0, count - claims.count))
        let orders = concurrentMap(batches.count) { ChunkOrder(places[$0], chunks: count) }
        var rows: [Int32] = []
        rows.reserveCapacity(places.reduce(0) { $0 + $1.count })
        var pieces: [(source: Int, rows: ArraySlice<Int32>)] = []
        for chunk in 0..<count {
            let start = Int32(rows.count)
            for (number, order) in orders.enumerated() {
                let range = order.range(of: chunk)
                if range.isEmpty { continue }
                pieces.append((number, order.rows[range]))
                rows += order.targets[range]
            }
            if rows.count > start { runs[chunk].append(Run(sorted: sorted.count, range: start..<Int32(rows.count))) }
        }
        let products = batches.map(\.products)
        claims.changeConcurrently { chunk, claims in
            for number in orders.indices { claims.add(products[number], orders[number], chunk) }
        }
        let named = types.filter { type in batches.contains { $0.columns[type.key] != nil } }.map { ($0.key, $0.value) }
        let columns = concurrentMap(named.count) { [pieces] index in
            ColumnData(gathering: batches.map { $0.columns[named[index].0] }, pieces, of: named[index].1)
        }
        isMixed = isMixed || columns.contains { $0 == nil }
        let kept = zip(named, columns).compactMap { named, column in column.map { (named.0, $0) } }
        sorted.append(Sorted(rows: rows, columns: Dictionary(uniqueKeysWithValues: kept)))
    }

    /// The chunks that rows came for, as positions in their ``Directory``, ascending.
    public var chunks: [Int] { runs.indices.filter { !runs[$0].isEmpty } }

    /// What the batches bring to a chunk. A column that only some of them have is unknown in the rows of the others.
    ///
    /// - Returns: `nil` when batches disagree on the type of a column.
    public func part(for chunk: Int) -> FactPart? {
        if isMixed { return nil }
        var part = FactPart()
        let runs = runs[chunk]
        part.rows.reserveCapacity(runs.reduce(0) { $0 + $1.range.count })
        for run in runs {
            part.rows += sorted[run.sorted].rows[Int(run.range.lowerBound)..<Int(run.range.upperBound)]
        }
        part.claims = claims[chunk].claims
        let pieces = runs.map { (source: $0.sorted, rows: $0.range) }
        for (name, type) in types {
            part.columns[name] = ColumnData(gathering: sorted.map { $0.columns[name] }, pieces, of: type)
        }
        return part
    }
}

/// What the entries of a chunk claim.
private struct ChunkClaims: Sendable {
    private(set) var claims = Claims()
    /// Where each row's claim stands.
    private var found: [Int32] = []

    mutating func add(_ products: Values<String>, _ order: ChunkOrder, _ chunk: Int) {
        let range = order.range(of: chunk)
        if range.isEmpty { return }
        claims.add(products, at: order.rows[range], for: order.targets[range], &found)
    }
}

/// The rows of a batch in the order of the chunks they belong to.
private struct ChunkOrder: Sendable {
    /// Rows of the batch.
    let rows: [Int32]
    /// The row of each of them in its chunk.
    let targets: [Int32]
    private let ends: [Int32]

    init(_ places: [Place], chunks: Int) {
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
        self.rows = rows
        targets = rows.map { places[Int($0)].row }
        self.ends = ends
    }

    /// Where the rows of a chunk are.
    func range(of chunk: Int) -> Range<Int> { (chunk == 0 ? 0 : Int(ends[chunk - 1]))..<Int(ends[chunk]) }
}
