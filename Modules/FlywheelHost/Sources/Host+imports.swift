public import FlywheelKit
public import FlywheelStore
import Foundation
public import Imports
import Settings

extension Host {
    /// Imports files, each on its own: one that fails leaves the others as they are.
    ///
    /// - Parameters:
    ///   - paths: files; a folder stands for the files in it at any depth, sorted, hidden ones left out. A folder
    ///     that is empty or cannot be read is reported.
    ///   - context: what is known of them from outside.
    ///   - progress: told how far the reading is, for people who wait.
    public func importFiles(
        _ paths: [String], context: ImportContext, actor: Actor, now: Instant,
        progress: (ImportProgress) -> Void = { _ in }
    ) throws(StoreError) -> [ImportReport] {
        let context = context.seen(at: now, home: home)
        let importer = FileImporter(feeds: feeds, context: context)
        let offers = paths.flatMap(OfferedFile.all)
        let whole = concurrentMap(offers.count) { intake(of: offers[$0], context) }
        let alone = concurrentMap(offers.count) { index in
            whole[index] == nil ? offers[index].opened(by: importer) : OpenedFile(path: offers[index].path)
        }
        let neighbours = try Neighbours(alone, store)
        let opened = placed(alone, context, neighbours)
        var reports = offers.map { _ in [ImportReport]() }
        // What people wrote comes after the catalogue and the orders that it may name.
        let turns = opened.indices.map { whole[$0] == nil ? opened[$0].turn : OpenedFile.lastTurn }
        let order = opened.indices.sorted { (turns[$0], $0) < (turns[$1], $1) }
        for (number, index) in order.enumerated() {
            let begun = ImportProgress(path: opened[index].path, number: number + 1, of: offers.count)
            progress(begun)
            for contents in opened[index].contents {
                reports[index] += try importContents(contents, of: opened[index], actor: actor, now: now) {
                    progress(begun.advanced(to: $0))
                }
            }
            if let (intake, kind) = whole[index] {
                let file = IntakeFile(
                    path: opened[index].path, kind: kind, context: neighbours.context(context, of: nil), actor: actor,
                    now: now)
                reports[index] = [try importFile(file, by: intake) { progress(begun.advanced(to: $0)) }]
            }
            if case .nothing(let folder, let why, let code) = offers[index] {
                reports[index] = [
                    ImportReport(path: folder, result: .leftAlone(why: why, code: code), rejects: [], origins: [])
                ]
            }
        }
        return reports.flatMap(\.self)
    }

    /// Whether an import can be taken back: of a file of messages the cases would stay.
    public func mayDiscard(_ record: ImportRecord) -> Bool {
        switch record.state {
        case .quarantined: true
        case .kept: !intakes.contains { $0.feed == record.draft.feed }
        case .staging, .discarded: false
        }
    }

    /// Accepts a quarantined import, or discards one that is quarantined or kept.
    ///
    /// - Throws: ``FlywheelStore/StoreError/refused(_:)`` also for a kept file of messages, since its cases would stay.
    public func decideImport(_ id: ImportID, accept: Bool, actor: Actor, now: Instant) throws(StoreError) {
        if !accept, let record = try store.imports().first(where: { $0.id == id }), record.state == .kept,
            !mayDiscard(record)
        {
            throw .refused("\(id) brought cases, which stay")
        }
        try store.decideImport(id, accept: accept, by: actor, at: now)
    }

    /// One import for each feed that a file feeds.
    private func importContents(
        _ contents: FileContents, of opened: OpenedFile, actor: Actor, now: Instant, progress: (ReadProgress) -> Void
    ) throws(StoreError) -> [ImportReport] {
        let shown = contents.entry.map { "\(opened.path)/\($0)" } ?? opened.path
        let tables: [(file: RecognizedFile, digest: String)]
        do {
            tables = try contents.tables.get().map { file in
                (file, try opened.digest.get().text(of: file, in: contents.entry))
            }
        } catch {
            return [ImportReport(path: shown, result: Self.leftAlone(error), rejects: [], origins: [])]
        }
        var reports: [ImportReport] = []
        for (file, digest) in tables {
            reports.append(try importFile(file, shown, digest: digest, actor: actor, now: now, progress: progress))
        }
        return reports
    }

    private func importFile(
        _ file: RecognizedFile, _ path: String, digest: String, actor: Actor, now: Instant,
        progress: (ReadProgress) -> Void
    ) throws(StoreError) -> ImportReport {
        let (file, digest) = try findingListings(file, digest)
        let draft = ImportDraft(
            fileName: (path as NSString).lastPathComponent, digest: digest, format: file.format,
            feed: file.feed.key.text, subject: file.feed.subject, account: file.account.value,
            marketplace: file.marketplace.value, effectiveAt: min(file.effectiveAt.value, now), receivedAt: now)
        let before = try store.imports()
        let repetition = Repetition(of: draft, file, among: before)
        let origins = file.origins(countedAt: draft.effectiveAt)
        // Where its values come from is told of what is read, and this is not.
        func repeated(_ earlier: ImportID) -> ImportReport {
            ImportReport(
                path: path, result: .same(earlier), rejects: [], origins: [],
                readOtherwise: before.first { $0.id == earlier }.map(file.readOtherwise) ?? [])
        }
        if let earlier = repetition.same { return repeated(earlier) }
        let id: ImportID
        switch try begin(draft, by: actor) {
        case .begun(let begun): id = begun
        case .instead(.same(let earlier)): return repeated(earlier)
        case .instead(let result): return ImportReport(path: path, result: result, rejects: [], origins: origins)
        }
        do {
            return try finish(
                id, draft, by: actor, file: file, path: path, among: before, repetition, progress: progress)
        } catch let error as StoreError {
            try store.abandonImport(id)
            throw error
        } catch {
            try store.abandonImport(id)
            return ImportReport(path: path, result: Self.leftAlone(error), rejects: [], origins: origins)
        }
    }

    /// What came of beginning an import.
    enum Beginning {
        case begun(ImportID)
        /// What the file's report says in place of an import.
        case instead(ImportReport.Result)
    }

    /// Begins an import, or says why this file is left alone: who may not bring it may bring those beside it.
    func begin(_ draft: ImportDraft, by actor: Actor) throws(StoreError) -> Beginning {
        do {
            return .begun(try store.beginImport(draft, by: actor))
        } catch {
            switch error {
            case .alreadyImported(let earlier): return .instead(.same(earlier))
            case .refused, .unknown: return .instead(Self.leftAlone(error))
            default: throw error
            }
        }
    }

    /// The import that brought the same bytes, whenever they were true.
    static func sameContents(as draft: ImportDraft, among imports: [ImportRecord]) -> ImportID? {
        imports.last { $0.state != .discarded && $0.hasContents(of: draft) }?.id
    }

    private func finish(
        _ id: ImportID, _ draft: ImportDraft, by actor: Actor, file: RecognizedFile, path: String,
        among before: [ImportRecord], _ repetition: Repetition, progress: (ReadProgress) -> Void
    ) throws -> ImportReport {
        let last = Self.last(before: draft, among: before)
        var seen = SeenRows()
        let read = try file.read(progress: progress) { rows, rejected in
            if !rows.codes.isEmpty { try store.stage(rows, for: id) }
            seen.add(rows)
            if !rejected.isEmpty { try store.stage(rejected.map(Reject.init), for: id) }
            seen.add(rejected)
            seen.first += rejected.prefix(max(0, Self.rejectsShown - seen.first.count)).map(Reject.init)
        }
        var summary = ImportSummary()
        summary.kept = read.kept
        summary.rejected = read.rejected
        summary.subjects = try store.subjects(of: id).count
        summary.columns = file.columns
        summary.openColumns = read.openColumns.isEmpty ? nil : read.openColumns.sorted()
        summary.reading = file.reading
        summary.isComplete = file.isComplete && seen.unread.count <= Self.unreadKept
        summary.holdsWholes = summary.isComplete && file.holdsWholes ? true : nil
        summary.unread = summary.isComplete ? seen.unread.sorted() : []
        summary.covers = read.covers.map(ImportSummary.Span.init)
        summary.gaps = read.gaps.isEmpty ? nil : read.gaps.map(ImportSummary.Span.init)
        summary.endsWithLineEnd = read.endsWithLineEnd
        summary.suspicion =
            try Suspicion.of(
                summary, feed: file.feed, unreadable: summary.rejected - seen.understood, joinedAt: seen.joinedAt,
                cutOffAt: (summary.isComplete && file.feed.shape.isSnapshot ? seen.cutOffAt : nil) ?? read.brokenOffAt,
                after: last,
                missing: { try last.map { try missing($0, in: id, unread: seen.unread) } ?? 0 },
                strangers: { try Strangers(in: id, first: seen.subjects, of: draft, among: before, store) })
            ?? repetition.suspicion
        summary.doubts =
            Self.doubts(ofAccount: draft.account, among: before) + file.doubts(ofPlaceAmong: before)
            + file.doubts(countedAt: draft.effectiveAt)
            + file.doubts(ofRepeated: summary.kept - summary.subjects) + read.warnings.map(\.message)
        let state: ImportRecord.State = summary.suspicion == nil ? .kept : .quarantined
        try store.finishImport(id, as: state, summary)
        let record = ImportRecord(id: id, draft: draft, summary: summary, state: state, actor: actor)
        let told = file.origins(countedAt: draft.effectiveAt)
        return ImportReport(
            path: path, result: state == .kept ? .kept(record) : .quarantined(record), rejects: seen.first,
            origins: told + (summary.doubts ?? []).filter { !told.contains($0) },
            unused: file.warnings.filter { $0.code == .unused }.map(\.message))
    }

    /// The file with the listings of its owner, where its rows may name a product alone; and the digest of what it says of
    /// these, since the same bytes say more once more listings are known.
    private func findingListings(
        _ file: RecognizedFile, _ digest: String
    ) throws(StoreError) -> (RecognizedFile, digest: String) {
        guard file.namesProducts else { return (file, digest) }
        let listings = try ProductListings(store, account: file.account.value, marketplace: file.marketplace.value)
        return (file.finding { listings.codes(of: $0) }, listings.digest(after: digest))
    }

    /// Rejects that a report shows; the others can be listed.
    static let rejectsShown = 3
    /// Subjects of unread rows that are remembered one by one; a snapshot with more counts as one that does not say all.
    private static let unreadKept = 10_000

    /// That an account nothing came in of before may be another one, mistyped. Its files would be a seller's of their own.
    private static func doubts(ofAccount name: String, among imports: [ImportRecord]) -> [String] {
        guard let other = Nearest.slip(name, of: imports.accounts) else { return [] }
        return ["\"\(name)\" is a new account: if \"\(other)\" is meant, discard this import and say --account"]
    }

    /// The newest kept complete file of the same kind and owner that is not newer than this one.
    private static func last(before draft: ImportDraft, among imports: [ImportRecord]) -> ImportRecord? {
        imports.filter { record in
            record.state == .kept && record.summary.isComplete && record.draft.feed == draft.feed
                && record.draft.format == draft.format && record.draft.account == draft.account
                && record.draft.marketplace == draft.marketplace && record.draft.effectiveAt <= draft.effectiveAt
        }.max { ($0.draft.effectiveAt, $0.id) < ($1.draft.effectiveAt, $1.id) }
    }

    /// How many subjects of a kept import another one says nothing of, neither in its rows nor in those of `unread`.
    private func missing(_ last: ImportRecord, in id: ImportID, unread: Set<String>) throws(StoreError) -> Int {
        let gone = try store.subjects(of: last.id).subtracting(store.subjects(of: id))
        guard !unread.isEmpty, gone.count > 0 else { return gone.count }
        var missing = 0
        for place in try store.chunks(of: last.draft.subject) {
            guard let rows = gone.rows[place.id] else { continue }
            let codes = try store.rows(of: place).codes
            missing += codes.indices.count { row in
                row < rows.count && rows[row] && codes[row].map { !unread.contains($0) } ?? false
            }
        }
        return missing
    }

    static func leftAlone(_ error: any Error) -> ImportReport.Result {
        switch error {
        case let error as ImportError: .leftAlone(why: error.description, code: error.code)
        case StoreError.refused(let why): .leftAlone(why: why, code: "refused")
        case StoreError.unknown(let what): .leftAlone(why: "there is no \(what)", code: "not-found")
        default: .leftAlone(why: "\(error)", code: "unreadable")
        }
    }
}

/// What is kept of a file's rows while they go by.
private struct SeenRows {
    /// The first rejects, for the report.
    var first: [Reject] = []
    /// Rejected rows that were understood.
    private(set) var understood = 0
    /// The subjects of rows that could not be read.
    private(set) var unread: Set<String> = []
    /// The line where the headings stand again first.
    private(set) var joinedAt: Int?
    /// The line of the first row that has too few cells.
    private(set) var cutOffAt: Int?

    /// The first of the subjects that were read: as many as are few.
    private(set) var subjects: Set<String> = []

    mutating func add(_ rows: FactRows) {
        for code in rows.codes.lazy where subjects.count < Suspicion.fewRows { subjects.insert(code) }
    }

    mutating func add(_ rejected: [RejectedRow]) {
        for row in rejected {
            if row.code == .repeatedHeadings { joinedAt = joinedAt ?? row.line }
            if row.code == .tooFewCells { cutOffAt = cutOffAt ?? row.line }
            if row.code.isUnderstood { understood += 1 }
            guard row.code != .otherMarketplace, row.code != .setAside, let subject = row.subject else { continue }
            unread.insert(subject)
        }
    }
}

extension ImportSummary.Span {
    fileprivate init(_ moments: ClosedRange<Instant>) { self.init(from: moments.lowerBound, to: moments.upperBound) }
}

extension Reject {
    init(_ row: RejectedRow) {
        self.init(
            line: row.line, column: row.column, heading: row.heading, code: row.code.rawValue, reason: row.reason,
            excerpt: row.excerpt)
    }
}

extension RecognizedFile {
    /// What is known of the file besides its rows, and where that comes from, a line each.
    ///
    /// - Parameter at: the moment it counts for, which is never to come.
    fileprivate func origins(countedAt at: Instant) -> [String] {
        let known: [(String, String, ValueSource)?] = [
            ("account", account.value, account.source),
            ("marketplace", Marketplace.named(marketplace.value)?.name ?? marketplace.value, marketplace.source),
            currency.map { ("currency", $0.value.code, $0.source) },
            ("true at", at.description, effectiveAt.source),
        ]
        return known.compactMap { $0.map { "\($0.0) \($0.1), \($0.2)" } } + momentToCome(countedAt: at)
            + warnings.map(\.message)
    }
}

extension RecognizedFile {
    /// What would be read otherwise now than an import of the same bytes was, each in words: "currency USD, then unknown".
    fileprivate func readOtherwise(than earlier: ImportRecord) -> [String] {
        guard let before = earlier.summary.reading else { return [] }
        return reading.sorted { $0.key < $1.key }.compactMap { what, now in
            before[what].flatMap { $0 == now ? nil : "\(what) \(now), then \($0)" }
        }
    }

    /// What nobody stated and the cells leave open. That no marketplace is known stands among the origins.
    fileprivate func doubts(countedAt at: Instant) -> [String] {
        var doubts = momentToCome(countedAt: at)
        if account.source == .neighbours {
            doubts.append("no account is named: taken as \(account.value), whose the other files are")
        }
        if marketplace.source == .neighbours {
            let market = Marketplace.named(marketplace.value)?.name ?? marketplace.value
            doubts.append("no marketplace is named: taken as \(market), where the account's other files are")
        }
        if let currency, currency.source == .neighbours {
            doubts.append(
                "no currency is named: taken as \(currency.value), in which the account's other files there are")
        }
        if let currency, currency.source == .layout {
            doubts.append("no currency is named: taken as \(currency.value), in which such files usually are")
        }
        return doubts + warnings.filter { [.dateOrder, .decimalMark].contains($0.code) }.map(\.message)
    }

    /// That a marketplace is new to the account which nothing but a folder's name tells: two capitals may be a word, and the
    /// folder above them is then no account.
    fileprivate func doubts(ofPlaceAmong imports: [ImportRecord]) -> [String] {
        guard marketplace.source == .folderName, !imports.isEmpty else { return [] }
        let isKnown = imports.contains {
            $0.state == .kept && $0.draft.account == account.value && $0.draft.marketplace == marketplace.value
        }
        let name = Marketplace.named(marketplace.value)?.name ?? marketplace.value
        return isKnown
            ? []
            : [
                "\(name) is new to \(account.value), and only a folder's name says it: if it is no marketplace, "
                    + "discard this import and say --marketplace and --account"
            ]
    }

    /// That a list has rows that others of it replace, as one with a row for each warehouse does.
    ///
    /// - Parameter count: how many rows are of a subject that another row is of.
    fileprivate func doubts(ofRepeated count: Int) -> [String] {
        guard count > 0, feed.shape == .snapshot, !isOfAnswers || isComplete else { return [] }
        let rows = count == 1 ? "1 row is" : "\(count) rows are"
        return ["\(rows) of a \(feed.subject.rawValue) that a row further down is of: the last row counts alone"]
    }

    /// That the file is of a day to come, and counts as of now. Within a day nothing is wrong: it may have begun where the
    /// file was named, and begin hours later on the marketplace.
    private func momentToCome(countedAt at: Instant) -> [String] {
        guard effectiveAt.source != .fileTime, effectiveAt.value.days(since: at) > 1 else { return [] }
        return ["\(effectiveAt.value), \(effectiveAt.source), is yet to come: taken as \(at)"]
    }
}

extension ImportError {
    /// The kind of trouble, in a word.
    fileprivate var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .empty: "empty"
        case .unrecognized, .unrecognizedDocument: "unrecognized"
        case .ambiguous: "ambiguous"
        case .notRead: "not-read"
        case .unknownKind: "unknown-kind"
        case .otherKind: "other-kind"
        }
    }
}
