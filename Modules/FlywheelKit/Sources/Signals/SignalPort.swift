/// Where a stage publishes its signals and reads those of others, aligned with the rows of its chunk.
///
/// Reading a signal that nobody publishes gives `nil`, so each stage runs alone. A published or read key that the stage's
/// manifest does not declare is noted in ``published`` and ``read``; the conformance kit compares them.
public struct SignalPort: Sendable {
    private var columns: [SignalKey: any AnySignalColumn]
    private var tables: [SignalKey: any AnySignalTable] = [:]
    /// The keys published through this port.
    public private(set) var published: Set<SignalKey> = []
    /// The keys read through this port, published by anyone or not.
    public private(set) var read: Set<SignalKey> = []
    /// Signals that this port keeps to itself, as though nobody had published them: how it is measured what they change.
    package var withheld: Set<SignalKey> = []
    /// At how many rows a signal had a value when it was last asked for; nothing is counted while this is `nil`.
    package var handed: [SignalKey: Int]?

    /// A port that nobody has published to.
    public init() { columns = [:] }

    /// Publishes a signal, one value for each row; `nil` where there is none.
    public mutating func publish<S: Signal>(_ column: [S?]) {
        published.insert(S.key)
        columns[S.key] = SignalColumn(values: column)
    }

    /// The values of a signal, one for each row; `nil` when nobody published it.
    public mutating func column<S: Signal>(_: S.Type) -> [S?]? {
        read.insert(S.key)
        guard !withheld.contains(S.key), let values: [S?] = stored() else { return nil }
        return counted(values)
    }

    /// The values of a listing signal for rows of another kind, by the listing each row names; `nil` when nobody
    /// published it.
    ///
    /// - Parameter codes: the listing of each row, such as a ticket's; unknown where it has none.
    public mutating func gather<S: Signal>(_: S.Type, on codes: Values<String>) -> [S?]? {
        read.insert(S.key)
        guard !withheld.contains(S.key), let table = tables[S.key] as? SignalTable<S> else { return nil }
        return counted((0..<codes.count).map { row in codes[row].flatMap { table.values[$0] } })
    }

    /// Makes a listing signal available to ``gather(_:on:)``, by listing code.
    public mutating func offer<S: Signal>(_ table: [String: S]) { offer(SignalTable(values: table), as: S.key) }

    /// Makes everything that was published for a chunk of listings available to ``gather(_:on:)``.
    ///
    /// - Parameter codes: the listings, one for each row of that chunk.
    public mutating func offer(publishedBy port: SignalPort, codes: Texts) {
        for (key, column) in port.columns { offer(column.table(by: codes), as: key) }
    }

    /// The values of a signal whose type is not known, one for each row; `nil` when nobody published it.
    ///
    /// Makes a box for each value: for tests and tools, not for detection. Notes no access.
    public func values(of key: SignalKey) -> [(any Signal)?]? { columns[key]?.boxed }

    /// At how many rows a signal was published; `nil` where nobody published it row by row.
    package func count(of key: SignalKey) -> Int? { columns[key]?.count }

    /// Forgets which keys were published and read, before the port is handed to the next stage.
    public mutating func forgetAccess() {
        published = []
        read = []
    }

    /// The port with these signals alone.
    package func only(_ keys: Set<SignalKey>) -> SignalPort {
        var port = self
        port.columns = columns.filter { keys.contains($0.key) }
        return port
    }

    /// The port of some of the rows, as ``Chunk/rows(_:)`` cuts a chunk: every published column is cut, tables stay whole.
    ///
    /// - Precondition: every published column has the rows of `range`.
    public func rows(_ range: Range<Int>) -> SignalPort {
        var port = self
        port.columns = columns.mapValues { $0.rows(range) }
        return port
    }

    /// The port of some of the rows, as ``Chunk/picked(_:)`` picks them.
    public func picked(_ rows: [Int]) -> SignalPort {
        var port = self
        port.columns = columns.mapValues { $0.picked(rows) }
        return port
    }

    private mutating func offer(_ table: any AnySignalTable, as key: SignalKey) {
        tables[key] = tables[key]?.merged(with: table) ?? table
    }

    private mutating func counted<S: Signal>(_ values: [S?]) -> [S?] {
        if handed != nil { handed?[S.key] = values.count { $0 != nil } }
        return values
    }

    private func stored<S: Signal>() -> [S?]? { (columns[S.key] as? SignalColumn<S>)?.values }
}

/// A published column without its type, so that a port can be cut without naming every signal in it.
private protocol AnySignalColumn: Sendable {
    var boxed: [(any Signal)?] { get }
    var count: Int { get }
    func rows(_ range: Range<Int>) -> any AnySignalColumn
    func picked(_ rows: [Int]) -> any AnySignalColumn
    func table(by codes: Texts) -> any AnySignalTable
}

private struct SignalColumn<S: Signal>: AnySignalColumn {
    let values: [S?]

    var boxed: [(any Signal)?] { values.map { $0 } }
    var count: Int { values.count { $0 != nil } }
    func rows(_ range: Range<Int>) -> any AnySignalColumn { SignalColumn(values: Array(values[range])) }

    func picked(_ rows: [Int]) -> any AnySignalColumn { SignalColumn(values: rows.map { values[$0] }) }

    func table(by codes: Texts) -> any AnySignalTable {
        SignalTable(values: zip(codes, values).reduce(into: [:]) { $0[$1.0] = $1.1 })
    }
}

/// The values of a signal by row code, without its type.
private protocol AnySignalTable: Sendable {
    func merged(with other: any AnySignalTable) -> any AnySignalTable
}

private struct SignalTable<S: Signal>: AnySignalTable {
    let values: [String: S]

    func merged(with other: any AnySignalTable) -> any AnySignalTable {
        guard let other = other as? SignalTable<S> else { return self }
        return SignalTable(values: values.merging(other.values) { $1 })
    }
}
