import FlywheelKit
import FlywheelStore

/// The facts of a ``MemoryStore``: imports as they were staged, and where each subject stands.
struct MemoryFacts {
    struct Part {
        var record: ImportRecord
        var rows: [FactRows] = []
        var rejects: [Reject] = []
    }

    private struct Slot {
        let chunk: Int
        let row: Int
    }

    private let rowsPerChunk: Int
    private var parts: [ImportID: Part] = [:]
    private var lastImport: Int64 = 0
    private var chunks: [(place: ChunkPlace, rows: ChunkRows)] = []
    private var slots: [Subject: Slot] = [:]

    init(rowsPerChunk: Int) { self.rowsPerChunk = rowsPerChunk }

    var finished: [ImportRecord] {
        parts.values.map(\.record).filter { $0.state != .staging }.sorted { $0.id < $1.id }
    }

    func part(_ id: ImportID) throws(StoreError) -> Part {
        guard let part = parts[id] else { throw .unknown("import \(id)") }
        return part
    }

    // MARK: Imports

    mutating func begin(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID {
        let same = finished.first { record in
            record.draft.digest == draft.digest && record.draft.effectiveAt == draft.effectiveAt
                && record.draft.account == draft.account
                && record.draft.marketplace == draft.marketplace && record.state != .discarded
        }
        if let same { throw .alreadyImported(same.id) }
        lastImport += 1
        let id = ImportID(lastImport)
        parts[id] = Part(
            record: ImportRecord(id: id, draft: draft, summary: ImportSummary(), state: .staging, actor: actor))
        return id
    }

    mutating func stage(_ rows: FactRows?, _ rejects: [Reject], for id: ImportID) throws(StoreError) {
        var part = try part(id)
        guard part.record.state == .staging else { throw .refused("\(id) is finished") }
        if let rows { part.rows.append(rows) }
        part.rejects += rejects
        parts[id] = part
    }

    mutating func finish(
        _ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary
    ) throws(StoreError) -> ImportRecord {
        var part = try part(id)
        guard part.record.state == .staging else { throw .refused("\(id) is finished") }
        part.record.state = state
        part.record.summary = summary
        parts[id] = part
        if state == .kept { place(part) }
        return part.record
    }

    mutating func abandon(_ id: ImportID) throws(StoreError) {
        guard try part(id).record.state == .staging else { throw .refused("\(id) is finished") }
        parts[id] = nil
    }

    mutating func decide(_ id: ImportID, accept: Bool) throws(StoreError) -> ImportRecord.State {
        var part = try part(id)
        guard part.record.state == .quarantined else { throw .refused("\(id) is not quarantined") }
        part.record.state = accept ? .kept : .discarded
        parts[id] = part
        if accept { place(part) }
        return part.record.state
    }

    // MARK: Chunks

    func places(of kind: Subject.Kind) -> [ChunkPlace] { chunks.map(\.place).filter { $0.kind == kind } }

    func rows(of place: ChunkPlace) -> ChunkRows { chunks[Int(place.id)].rows }

    func product(of subject: Subject) -> String? {
        slots[subject].flatMap { chunks[$0.chunk].rows.products[$0.row] }
    }

    func blocks(
        in place: ChunkPlace, feed: FeedKey, columns: [String], from sources: [ImportID]
    ) throws(StoreError) -> [FactBlock] {
        var blocks: [FactBlock] = []
        for id in sources {
            let part = try part(id)
            guard part.record.draft.feed == feed.text else { continue }
            for rows in part.rows {
                let found = rows.codes.enumerated().compactMap { index, code -> (Int, Int32)? in
                    guard let slot = slots[subject(code, of: part.record.draft)], slot.chunk == Int(place.id) else {
                        return nil
                    }
                    return (index, Int32(slot.row))
                }
                guard !found.isEmpty else { continue }
                let wanted = rows.columns.filter { columns.contains($0.key) }
                blocks.append(
                    FactBlock(
                        source: id, rows: found.map(\.1),
                        columns: wanted.mapValues { $0.gathered(found.map { $0.0 }) }))
            }
        }
        return blocks
    }

    private func subject(_ code: String, of draft: ImportDraft) -> Subject {
        Subject(draft.subject, account: draft.account, marketplace: draft.marketplace, code: code)
    }

    private mutating func place(_ part: Part) {
        for rows in part.rows {
            for (index, code) in rows.codes.enumerated() {
                place(subject(code, of: part.record.draft), product: rows.products[index])
            }
        }
    }

    /// Gives a subject a row beside those of its product, or moves it there once its product becomes known.
    private mutating func place(_ subject: Subject, product: String?) {
        if let slot = slots[subject] {
            guard let product, chunks[slot.chunk].rows.products[slot.row] != product else { return }
            chunks[slot.chunk].rows.codes[slot.row] = nil
            chunks[slot.chunk].rows.products[slot.row] = nil
        }
        let chunk = home(of: subject, product: product)
        slots[subject] = Slot(chunk: chunk, row: chunks[chunk].rows.codes.count)
        chunks[chunk].rows.codes.append(subject.code)
        chunks[chunk].rows.products.append(product)
    }

    /// The chunk of the product, however full; else the last one with room; else a new one.
    private mutating func home(of subject: Subject, product: String?) -> Int {
        let own = chunks.indices.filter { index in
            let place = chunks[index].place
            return place.kind == subject.kind && place.account == subject.account
                && place.marketplace == subject.marketplace
        }
        if let product, let home = own.first(where: { chunks[$0].rows.products.contains(product) }) { return home }
        if let last = own.last, chunks[last].rows.codes.count < rowsPerChunk { return last }
        let place = ChunkPlace(
            id: Int64(chunks.count), kind: subject.kind, account: subject.account, marketplace: subject.marketplace)
        chunks.append((place, ChunkRows(codes: Values(), products: Values())))
        return chunks.count - 1
    }
}
