/// Which subjects of the journal belong to a scope's accounts: each is looked up once.
///
/// What belongs to no account, such as a workflow, a model or a decision about the work, belongs to nobody here.
struct Ownership {
    private let scope: ScopedStore
    private var known: [String: Bool] = [:]
    private var imports: Set<ImportID>?
    private var outreach: Set<OutreachID>?

    init(_ scope: ScopedStore) { self.scope = scope }

    /// Whether a subject is of the accounts.
    mutating func includes(_ subject: String) throws(StoreError) -> Bool {
        if let known = known[subject] { return known }
        let found = try lookUp(subject)
        known[subject] = found
        return found
    }

    /// What an event says of subjects of the accounts: the event where it is about one, of several those that are theirs,
    /// neighbours together.
    mutating func parts(of event: JournalEvent) throws(StoreError) -> [JournalEvent] {
        guard event.count > 1, let first: ExceptionID = Self.id(event.subject) else {
            return try includes(event.subject) ? [event] : []
        }
        let last = ExceptionID(first.number + Int64(event.count) - 1)
        var parts: [JournalEvent] = []
        var next: Int64?
        for id in try scope.store.exceptionIDs(in: first...last, of: scope.accounts) {
            if id.number == next {
                parts[parts.count - 1].count += 1
            } else {
                var part = event
                (part.subject, part.count) = (id.description, 1)
                parts.append(part)
            }
            next = id.number + 1
        }
        return parts
    }

    private mutating func lookUp(_ subject: String) throws(StoreError) -> Bool {
        if let id: ExceptionID = Self.id(subject) { return try scope.owns(id) }
        if let id: ImportID = Self.id(subject) { return try importIDs().contains(id) }
        if let id: ChangeID = Self.id(subject) { return try scope.listingChange(id) != nil }
        if let id: CaseID = Self.id(subject) { return try scope.owns(id) }
        if let id: PartyID = Self.id(subject) { return try scope.owns(id) }
        if let id: MessageID = Self.id(subject) { return try !scope.messages([id]).isEmpty }
        if let id: OutreachID = Self.id(subject) { return try outreachIDs().contains(id) }
        return false
    }

    private mutating func importIDs() throws(StoreError) -> Set<ImportID> {
        if let imports { return imports }
        let ids = Set(try scope.imports().map(\.id))
        imports = ids
        return ids
    }

    private mutating func outreachIDs() throws(StoreError) -> Set<OutreachID> {
        if let outreach { return outreach }
        let ids = Set(try scope.outreach(with: nil).map(\.id))
        outreach = ids
        return ids
    }

    /// The record that a subject is, written as the journal writes it: with its letter.
    private static func id<Kind: RecordKind>(_ subject: String) -> RecordID<Kind>? {
        guard subject.hasPrefix(Kind.letter), let id = RecordID<Kind>(text: subject) else { return nil }
        return id.description == subject ? id : nil
    }
}
