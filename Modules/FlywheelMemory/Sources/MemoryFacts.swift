import FlywheelKit
import FlywheelStore

/// Imports, what they brought to each chunk, and where subjects stand.
struct MemoryFacts: Sendable {
    /// One kind, account and marketplace.
    struct Scope: Hashable {
        let kind: Subject.Kind
        let account: String
        let marketplace: String

        init(_ draft: ImportDraft) {
            kind = draft.subject
            account = draft.account
            marketplace = draft.marketplace
        }
    }

    struct Import {
        var record: ImportRecord
        var scope: Scope { Scope(record.draft) }
        /// Rows that have no place yet, and how many they are.
        var batches: [FactRows] = []
        var unplaced = 0
        /// Rows that are not taken apart by chunk yet.
        var placed = PlacedBatches()
        var rejects: [Reject] = []
        /// What it brought, by the chunk's number.
        var parts: [Int64: FactPart] = [:]
    }

    var imports: [ImportID: Import] = [:]
    var directories: [Scope: Directory] = [:]
    /// The rows of each chunk that a kept import has facts for.
    var seen: [Int64: Bitmap] = [:]
    var nextChunk: Int64 = 1
    /// How many rows a chunk holds; `nil` goes by the size of the catalogue.
    let rowsPerChunk: Int?
    private var lastImport: Int64 = 0

    init(rowsPerChunk: Int?) { self.rowsPerChunk = rowsPerChunk }

    // MARK: Imports

    var finished: [ImportRecord] {
        imports.values.map(\.record).filter { $0.state != .staging }.sorted { $0.id < $1.id }
    }

    mutating func begin(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> ImportID {
        try refuseSame(draft)
        lastImport += 1
        let id = ImportID(lastImport)
        imports[id] = Import(
            record: ImportRecord(id: id, draft: draft, summary: ImportSummary(), state: .staging, actor: actor))
        return id
    }

    mutating func stage(_ rows: FactRows, for id: ImportID) throws(StoreError) {
        _ = try record(id, in: [.staging])
        imports[id]?.batches.append(rows)
        imports[id]?.unplaced += rows.codes.count
        if imports[id]?.unplaced ?? 0 >= Self.placedAtOnce { findPlaces(id) }
    }

    mutating func stage(_ rejects: [Reject], for id: ImportID) throws(StoreError) {
        _ = try record(id, in: [.staging])
        imports[id]?.rejects += rejects
    }

    mutating func finish(
        _ id: ImportID, as state: ImportRecord.State, _ summary: ImportSummary
    ) throws(StoreError) -> ImportRecord {
        guard state == .kept || state == .quarantined else {
            throw .refused("an import is finished as kept or quarantined, not as \(state)")
        }
        var record = try record(id, in: [.staging])
        try refuseSame(record.draft)
        try place(id)
        record.state = state
        record.summary = summary
        imports[id]?.record = record
        if state == .kept { keep(id) }
        return record
    }

    mutating func abandon(_ id: ImportID) throws(StoreError) {
        _ = try record(id, in: [.staging])
        imports[id] = nil
    }

    mutating func decide(_ id: ImportID, accept: Bool) throws(StoreError) -> ImportRecord {
        var record = try record(id, in: accept ? [.quarantined] : [.quarantined, .kept])
        record.state = accept ? .kept : .discarded
        imports[id]?.record = record
        if accept { keep(id) } else { takeBack(id) }
        return record
    }

    /// Forgets what an import brought; rows that no kept one has facts for are seen no more.
    private mutating func takeBack(_ id: ImportID) {
        let chunks = imports[id]?.parts.keys.sorted() ?? []
        imports[id]?.parts = [:]
        for chunk in chunks {
            var rows = Bitmap(repeating: false, count: 0)
            for kept in imports.values where kept.record.state == .kept {
                if let part = kept.parts[chunk] { rows.formUnion(rows: part.rows) }
            }
            seen[chunk] = rows.count == 0 ? nil : rows
        }
    }

    /// Replaces strings in what a person may have written, and says in how many places.
    mutating func redact(_ redaction: Redaction) -> Int {
        var count = 0
        func replace(_ text: inout String) {
            guard let redacted = redaction.redacted(text) else { return }
            text = redacted
            count += 1
        }
        for id in imports.keys {
            guard var own = imports[id] else { continue }
            replace(&own.record.draft.fileName)
            for index in own.rejects.indices {
                replace(&own.rejects[index].excerpt)
                replace(&own.rejects[index].reason)
            }
            imports[id] = own
        }
        return count
    }

    func rejects(of id: ImportID) throws(StoreError) -> [Reject] {
        _ = try record(id, in: [.kept, .quarantined, .discarded])
        // Rejects of one line stay in the order in which they came.
        return (imports[id]?.rejects ?? []).enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        .map(\.element)
    }

    /// The record of an import, which must be in one of `states`: to whom it is invisible, it does not exist.
    private func record(_ id: ImportID, in states: [ImportRecord.State]) throws(StoreError) -> ImportRecord {
        guard let record = imports[id]?.record else { throw .unknown("import \(id)") }
        guard states.contains(record.state) else {
            if record.state == .staging { throw .unknown("import \(id)") }
            throw .refused(
                "\(id) is \(record.state); expected \(states.map(\.rawValue).joined(separator: " or "))")
        }
        return record
    }

    private func refuseSame(_ draft: ImportDraft) throws(StoreError) {
        let same = finished.first { record in
            record.draft.digest == draft.digest && record.draft.feed == draft.feed
                && record.draft.effectiveAt == draft.effectiveAt && record.draft.account == draft.account
                && record.draft.marketplace == draft.marketplace && record.state != .discarded
        }
        if let same { throw .alreadyImported(same.id) }
    }
}
