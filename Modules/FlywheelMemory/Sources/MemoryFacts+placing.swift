import FlywheelKit
import FlywheelStore

extension MemoryFacts {
    /// So many rows are placed as soon as they have come, while the next are read. A catalogue of as many has chunks of the
    /// full size.
    static let placedAtOnce = 16 * Chunk.capacity

    /// Gives the rows of an import that have come so far their places.
    mutating func findPlaces(_ id: ImportID) {
        guard let scope = imports[id]?.scope, let batches = imports[id]?.batches, !batches.isEmpty else { return }
        let rows = batches.reduce(0) { $0 + $1.codes.count }
        let directory = Directory(capacity: rowsPerChunk ?? Self.rowsPerChunk(ofCatalogue: rows))
        let places = directories[scope, default: directory].place(batches, of: id, next: &nextChunk)
        imports[id]?.placed.add(batches, at: places, chunks: directories[scope]?.chunks.count ?? 0)
        imports[id]?.batches = []
        imports[id]?.unplaced = 0
    }

    /// Gives the rows of an import their places, and takes them apart by chunk.
    mutating func place(_ id: ImportID) throws(StoreError) {
        findPlaces(id)
        guard let scope = imports[id]?.scope, let placed = imports[id]?.placed else { return }
        let chunks = directories[scope]?.chunks.map(\.id) ?? []
        let parts = concurrentMap(placed.chunks.count) { placed.part(for: placed.chunks[$0]) }
        for (chunk, part) in zip(placed.chunks, parts) {
            guard let part else { throw .refused("batches of \(id) disagree on the type of a column") }
            try add(part, to: chunks[chunk], of: id)
        }
        imports[id]?.placed = PlacedBatches()
    }

    /// Chunks are what is worked on at a time: a small catalogue is cut so that every core has some, and none so finely that
    /// what a chunk costs by itself would show.
    private static func rowsPerChunk(ofCatalogue rows: Int) -> Int { min(Chunk.capacity, max(1_024, rows / 16)) }

    /// Adds to what an import brought to a chunk.
    private mutating func add(_ part: FactPart, to chunk: Int64, of id: ImportID) throws(StoreError) {
        guard let earlier = imports[id]?.parts[chunk] else {
            imports[id]?.parts[chunk] = part
            return
        }
        guard let joined = FactPart(joining: [earlier, part]) else {
            throw .refused("batches of \(id) disagree on the type of a column")
        }
        imports[id]?.parts[chunk] = joined
    }

    /// Lets rows and products follow an import that counts from now on.
    mutating func keep(_ id: ImportID) {
        guard let scope = imports[id]?.scope else { return }
        let brought = subjects(of: id)
        for (chunk, rows) in brought.rows { seen[chunk] = seen[chunk].map { $0.union(rows) } ?? rows }
        let settlement = settlement(of: id, in: scope)
        if !settlement.changes.isEmpty { apply(settlement, in: scope) }
    }

    /// What products change by an import that counts from now on, worked out on all cores.
    private func settlement(of id: ImportID, in scope: Scope) -> Settlement {
        var settlement = Settlement(id)
        guard let directory = directories[scope], let parts = imports[id]?.parts.sorted(by: { $0.key < $1.key }) else {
            return settlement
        }
        let kept = imports.values.filter { $0.record.state == .kept && $0.scope == scope }
            .map { (id: $0.record.id, at: $0.record.draft.effectiveAt) }.sorted { $0.at > $1.at }
        let changes = concurrentMap(parts.count) { [settlement] index in
            let (chunk, part) = parts[index]
            guard let position = directory.position(of: chunk) else { return [(place: Place, product: String)]() }
            return settlement.changes(of: part.claims, in: position, of: directory, kept: kept) { peer in
                imports[peer]?.parts[chunk]?.claims ?? Claims()
            }
        }
        for changes in changes { settlement.add(changes) }
        return settlement
    }

    private mutating func apply(_ settlement: Settlement, in scope: Scope) {
        let moves = settlement.apply(to: &directories[scope, default: Directory()])
        let chunks = directories[scope]?.chunks.map(\.id) ?? []
        for (chunk, moved) in moves.sorted(by: { $0.key < $1.key }) {
            let targets = moved.mapValues { (chunk: chunks[Int($0.chunk)], row: $0.row) }
            move(targets, from: chunks[chunk])
        }
    }

    /// Takes everything that any import brought for rows of a chunk to the chunks they have moved to.
    private mutating func move(_ moved: [Int32: (chunk: Int64, row: Int32)], from chunk: Int64) {
        let used = seen[chunk] ?? Bitmap(repeating: false, count: 0)
        for (row, target) in moved where Int(row) < used.count && used[Int(row)] {
            seen[target.chunk, default: Bitmap(repeating: false, count: 0)].formUnion(rows: [target.row])
        }
        for id in imports.keys {
            guard let part = imports[id]?.parts[chunk], part.rows.contains(where: { moved[$0] != nil }) else {
                continue
            }
            imports[id]?.parts[chunk] = nil
            for (target, piece) in part.split(moved, from: chunk) {
                let earlier = imports[id]?.parts[target]
                imports[id]?.parts[target] = earlier.flatMap { FactPart(joining: [$0, piece]) } ?? piece
            }
        }
    }

    // MARK: Reading

    func places(of kind: Subject.Kind) -> [ChunkPlace] {
        directories.filter { $0.key.kind == kind }.flatMap { scope, directory in
            directory.chunks.filter { seen[$0.id] != nil }.map {
                ChunkPlace(id: $0.id, kind: kind, account: scope.account, marketplace: scope.marketplace)
            }
        }.sorted { $0.id < $1.id }
    }

    func rows(of place: ChunkPlace) -> ChunkRows {
        guard let (directory, position) = position(of: place) else {
            return ChunkRows(codes: Values(), products: Values())
        }
        return directory.content(of: position).visible(seen[place.id] ?? Bitmap(repeating: false, count: 0)) { source in
            imports[ImportID(Int64(source))]?.record.state == .kept
        }
    }

    func block(in place: ChunkPlace, feed: FeedKey, columns: [String], from id: ImportID) -> FactBlock? {
        guard let source = imports[id], source.record.state == .kept, source.record.draft.feed == feed.text,
            let part = source.parts[place.id]
        else { return nil }
        let wanted = Set(columns)
        return FactBlock(source: id, rows: part.rows, columns: part.columns.filter { wanted.contains($0.key) })
    }

    mutating func placedSubjects(of id: ImportID) throws(StoreError) -> SubjectSet {
        try place(id)
        return subjects(of: id)
    }

    /// The subjects of the rows that have been taken apart by chunk.
    private func subjects(of id: ImportID) -> SubjectSet {
        let parts = Array(imports[id]?.parts ?? [:])
        let rows = concurrentMap(parts.count) { index in
            var rows = Bitmap(repeating: false, count: 0)
            rows.formUnion(rows: parts[index].value.rows)
            return rows
        }
        var subjects = SubjectSet()
        for (part, rows) in zip(parts, rows) { subjects.insert(rows, of: part.key) }
        return subjects
    }

    /// The product of a listing, where a kept import names one.
    func product(of listing: Subject) -> String? {
        for (scope, directory) in directories
        where scope.kind == listing.kind && scope.account == listing.account
            && scope.marketplace == listing.marketplace
        {
            guard let named = directory.product(of: listing.code), imports[named.source]?.record.state == .kept else {
                continue
            }
            return named.product
        }
        return nil
    }

    private func position(of place: ChunkPlace) -> (Directory, Int)? {
        for (scope, directory) in directories
        where scope.kind == place.kind && scope.account == place.account && scope.marketplace == place.marketplace {
            if let position = directory.position(of: place.id) { return (directory, position) }
        }
        return nil
    }
}
