import FlywheelKit
import FlywheelStore
import Testing

/// A season of two seller accounts as a list of what happens, so that one store can live through all of it and another
/// through the part of one account.
struct ScopeScript: Sendable {
    enum Happening: Sendable {
        case file(account: String, number: Int)
        case rotation(opening: [Fingerprint])
        case claim(Fingerprint)
        case close(Fingerprint)
        case note(Fingerprint)
        case mail(account: String, number: Int, due: Int)
    }

    static let accounts = ["north", "west"]
    let happenings: [Happening]

    init(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var known: [Fingerprint] = []
        happenings = (0..<40).map { index in
            let number = Int(seed) * 100 + index
            let account = Self.accounts.randomElement(using: &random) ?? ""
            switch (Int.random(in: 0..<6, using: &random), known.randomElement(using: &random)) {
            case (0, _): return .file(account: account, number: number)
            case (1, let fingerprint?): return .claim(fingerprint)
            case (2, let fingerprint?): return .close(fingerprint)
            case (3, let fingerprint?): return .note(fingerprint)
            case (4, _): return .mail(account: account, number: number, due: Int.random(in: 0..<9, using: &random))
            default:
                let opening = (0..<Int.random(in: 0..<12, using: &random)).map { index in
                    Self.fingerprint(Self.accounts.randomElement(using: &random) ?? "", "K\(number)-\(index)")
                }
                known += opening
                return .rotation(opening: opening)
            }
        }
    }

    static func fingerprint(_ account: String, _ code: String) -> Fingerprint {
        Fingerprint(
            workflow: "suppressions", kind: "hidden",
            subject: Subject(.listing, account: account, marketplace: "ATVPDKIKX0DER", code: code))
    }
}

/// Lets a store live through a script, or through the part of it that is of some accounts.
struct ScopeWorld {
    let store: any Store
    let accounts: Set<String>
    /// What records are called whatever their numbers: `X4` is `X K3-1`.
    private(set) var names: [String: String] = [:]
    private var exceptions: [Fingerprint: ExceptionID] = [:]

    init(_ store: any Store, accounts: Set<String>) {
        self.store = store
        self.accounts = accounts
    }

    mutating func live(through script: ScopeScript) throws {
        for happening in script.happenings { try happen(happening) }
    }

    private mutating func happen(_ happening: ScopeScript.Happening) throws {
        switch happening {
        case .file(let account, let number):
            guard accounts.contains(account) else { return }
            let id = try keepFile(account, number)
            names[id.description] = "file \(number)"
        case .rotation(let opening):
            try rotate(opening.filter { accounts.contains($0.subject.account) })
        case .claim(let fingerprint): try change(fingerprint, .claimed) { $0.claimedBy = "ada" }
        case .close(let fingerprint):
            try change(fingerprint, .closed) {
                $0.state = .verifying
                $0.closed = noon
                $0.rootCause = "image"
            }
        case .note(let fingerprint): try change(fingerprint, nil, note: "look here") { $0.owner = "ben" }
        case .mail(let account, let number, let due):
            guard accounts.contains(account) else { return }
            let id = try takeMail(account, number, due: due)
            names[id.description] = "mail \(number)"
        }
    }

    func keepFile(_ account: String, _ number: Int) throws -> ImportID {
        var draft = draft("f\(number)")
        draft.account = account
        let id = try store.beginImport(draft, by: person)
        try store.stage(factRows(["\(account)-\(number)"], nil, ["price": integers(number)]), for: id)
        try store.stage(
            [Reject(line: 1, column: 0, heading: "", code: "odd", reason: "odd", excerpt: account)], for: id)
        try store.finishImport(id, as: .kept, ImportSummary())
        return id
    }

    /// Opens these, and queues all that are open: by what their codes are worth, in a lane that their codes choose.
    mutating func rotate(_ opening: [Fingerprint]) throws {
        let currency = try #require(Currency("USD"))
        let rotation = try store.beginRotation(asOf: noon, currency: currency)
        let first = try store.reserveExceptions(opening.count).number
        var opened: [ExceptionRecord] = []
        for (index, fingerprint) in opening.enumerated() {
            let id = ExceptionID(first + Int64(index))
            names[id.description] = fingerprint.subject.code
            exceptions[fingerprint] = id
            opened.append(
                ExceptionRecord(
                    id: id, fingerprint: fingerprint, state: .active, onset: noon, detected: noon, opened: rotation,
                    evidence: "{}", exposure: .none, model: ""))
        }
        try store.stage(opened, for: rotation)
        let open = try store.unfinishedExceptions().filter(\.state.isOpen) + opened
        let worth = open.map { (exception: $0, worth: Self.worth($0.fingerprint)) }
            .sorted { ($1.worth, $0.exception.fingerprint.text) < ($0.worth, $1.exception.fingerprint.text) }
        for lane in [QueueRow.Lane.active, .predicted] {
            let rows = worth.filter { ($0.worth % 3 == 0) == (lane == .predicted) }.enumerated()
            try store.stage(
                rows.map { place, row in
                    QueueRow(
                        exception: row.exception.id, lane: lane, position: place + 1, atRisk: row.worth, tier: .a,
                        terms: nil)
                }, for: rotation)
        }
        var turn = Turn(RotationRecord(id: rotation, asOf: noon, currency: currency, summary: "{\"open\":9}"))
        if let first = opened.first {
            turn.events = [
                JournalEvent(
                    .opened, first.id.description, count: opened.count, cause: "R", state: first.state.rawValue)
            ]
        }
        try store.publish(turn)
    }

    private static func worth(_ fingerprint: Fingerprint) -> Int64 {
        Int64(fingerprint.text.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 1_009 })
    }

    private mutating func change(
        _ fingerprint: Fingerprint, _ verb: JournalEvent.Verb?, note: String? = nil,
        _ body: (inout ExceptionRecord) -> Void
    ) throws {
        guard accounts.contains(fingerprint.subject.account), let id = exceptions[fingerprint] else { return }
        var exception = try #require(try store.exception(id))
        let version = exception.version
        body(&exception)
        let event = verb.map { JournalEvent($0, id.description, state: exception.state.rawValue) }
        try store.change(exception, expecting: version, event: event, note: note, by: person, at: noon)
    }

    func takeMail(_ account: String, _ number: Int, due: Int) throws -> CaseID {
        var record = CaseRecord(
            id: try store.reserve(1, of: CaseRecord.self),
            key: CaseKey(source: "zendesk", account: account, code: "\(number)"), state: "open", body: "{}")
        record.due = noon.advanced(byDays: Double(due))
        try store.perform(CaseAct([record]), by: person, at: noon)
        return record.id
    }
}

/// What can be read of a store, with names in the place of numbers: two stores in which the same happened look alike.
struct ScopeLook: Equatable {
    let queue: [String]
    let counts: [QueueRow.Lane: Int]
    let exceptions: [String]
    let cases: [String]
    let imports: [String]
    let facts: [String]
    let journal: [String]
    let causes: [UsedCause]

    init(_ store: any Store, names: [String: String]) throws {
        func name(_ subject: String) -> String { names[subject] ?? subject }
        queue = try QueueRow.Lane.allCases.flatMap { lane in
            var rows: [String] = []
            var position = 0
            while case let page = try store.queue(lane, after: position, limit: 3), let last = page.last {
                let isLast = try store.queue(lane, after: last.row.position, limit: 1).isEmpty
                #expect(page.count == 3 || isLast)
                for entry in page {
                    #expect(try store.place(of: entry.exception.id) == entry)
                    #expect(try store.places(on: entry.exception.fingerprint.subject).contains(entry))
                    rows.append(
                        "\(lane) \(entry.row.position) \(name("\(entry.exception.id)")) \(entry.row.atRisk ?? 0)")
                }
                position = last.row.position
            }
            return rows
        }
        counts = try store.openCounts()
        exceptions = try store.unfinishedExceptions().map { exception in
            let notes = try store.notes(on: exception.id).map(\.text)
            let events = try store.history(of: exception.id.description).map(\.event.verb.rawValue)
            return "\(name("\(exception.id)")) \(exception.state) \(exception.version) \(notes) \(events)"
        }
        cases = try store.caseRecords(CaseQuery(), limit: .max).map { "\(name("\($0.id)")) \($0.key.code)" }
        imports = try store.imports().map { "\(name("\($0.id)")) \($0.draft.fileName)" }
        let sources = try store.imports().map(\.id)
        facts = try store.chunks(of: .listing).flatMap { chunk in
            let blocks = try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: ["price"], from: sources)
            return try store.rows(of: chunk).codes.compactMap(\.self) + blocks.map { "\($0.columns)" }
        }
        journal = try store.events().flatMap { line in
            line.event.subjects.map { "\(line.actor.name) \(line.event.verb) \(name($0)) \(line.event.state)" }
        }
        causes = try store.usedCauses()
    }
}
