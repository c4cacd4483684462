public import FlywheelKit

/// Which products change when an import is kept: each subject has the product that the kept import with the newest
/// effective time names, the smaller text where two name it at the same time.
public struct Settlement: Sendable {
    /// The import.
    public let source: ImportID
    /// What changes, by place.
    public private(set) var changes: [(place: Place, product: String)] = []

    /// Nothing changes yet.
    public init(_ source: ImportID) { self.source = source }

    /// Adds what the import's claims change in a chunk.
    public mutating func add(_ more: [(place: Place, product: String)]) { changes += more }

    /// What the import's claims change in a chunk.
    ///
    /// - Parameters:
    ///   - kept: the imports kept so far, and this one, each with the moment it was true; newest first.
    ///   - claimsOf: what one of these claims in the chunk.
    public func changes<Failure: Error>(
        of claims: Claims, in chunk: Int, of directory: Directory, kept: [(id: ImportID, at: Instant)],
        claimsOf: (ImportID) throws(Failure) -> Claims
    ) throws(Failure) -> [(place: Place, product: String)] {
        var changed: [(place: Place, product: String)] = []
        let counted = Set(kept.map(\.id))
        var contested: Set<Int32> = []
        for (index, row) in claims.rows.enumerated() {
            let place = Place(chunk: chunk, row: Int(row))
            let namer = directory.source(of: place)
            let isSame = directory.holds(claims, index, in: chunk)
            let counts = namer.map(counted.contains) ?? false
            if isSame && counts { continue }
            if counts && namer != source {
                contested.insert(row)
            } else {
                changed.append((place, claims.products[index]))
            }
        }
        guard !contested.isEmpty else { return changed }
        var newest: [Int32: (at: Instant, product: String)] = [:]
        for (id, at) in kept {
            if newest.count == contested.count, newest.values.allSatisfy({ $0.at > at }) { break }
            for (row, product) in try claimsOf(id).products(of: contested) {
                guard let found = newest[row] else {
                    newest[row] = (at, product)
                    continue
                }
                if found.at == at, product < found.product { newest[row] = (at, product) }
            }
        }
        let own = claims.products(of: contested)
        for (row, found) in newest where found.product == own[row] {
            changed.append((Place(chunk: chunk, row: Int(row)), found.product))
        }
        return changed
    }

    /// Carries the changes out, in the order of their places.
    ///
    /// - Returns: by chunk, where rows that stood in it have moved to.
    public func apply(to directory: inout Directory) -> [Int: [Int32: Place]] {
        var moves: [Int: [Int32: Place]] = [:]
        for (place, product) in changes.sorted(by: { $0.place < $1.place }) {
            let settled = directory.name(place, product, by: source)
            if settled != place { moves[Int(place.chunk), default: [:]][place.row] = settled }
        }
        return moves
    }
}
