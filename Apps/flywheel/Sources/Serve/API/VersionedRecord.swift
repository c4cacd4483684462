import CaseDesk
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import Learning
import People

/// A kind of record that paths name, whose changes have to say which version they were decided on.
struct VersionedRecord: Sendable {
    /// The address beneath `/api/v1` that shows a record with its version.
    let place: String
    /// The version that the record of a request has now; `nil` where there is no such record, which the command itself says
    /// better.
    let version: @Sendable (any Store, WebRequest) throws -> Int?

    private init(
        at place: String, _ version: @escaping @Sendable (_ store: any Store, _ request: WebRequest) throws -> Int?
    ) {
        self.place = place
        self.version = version
    }

    static let exception = VersionedRecord(at: "/exceptions/{id}") { store, request in
        try request.id().flatMap { try store.exception($0)?.version }
    }
    static let change = VersionedRecord(at: "/changes/{id}") { store, request in
        try request.id().flatMap { try store.listingChange($0)?.version }
    }
    /// An import changes once: when a person decides what becomes of it.
    static let `import` = VersionedRecord(at: "/imports/{id}") { store, request in
        guard let id: ImportID = request.id() else { return nil }
        return try store.imports().first { $0.id == id }.map { $0.state == .quarantined ? 1 : 2 }
    }
    static let subscription = VersionedRecord(at: "/webhooks/{id}") { store, request in
        try request.id().flatMap { try store.subscription($0)?.version }
    }
}

// MARK: The desk of cases

extension VersionedRecord {
    static let `case` = VersionedRecord(at: "/cases/{id}") { store, request in
        try version(of: request.id(), in: store)
    }
    /// A draft answers its case, and is approved of as the case was read.
    static let draft = VersionedRecord(at: "/cases/{id}") { store, request in
        guard let id: MessageID = request.id() else { return nil }
        return try version(of: store.messages([id]).first?.case, in: store)
    }
    /// A decision never changes; whoever agrees to it goes by the case.
    static let disputeDecision = VersionedRecord(at: "/disputes/{id}") { store, request in
        guard let id: DecisionID = request.id() else { return nil }
        return try version(of: store.decisions(of: nil).first { $0.id == id }?.case, in: store)
    }

    /// A message of the desk's own goes from state to state, and never back.
    static let outreach = VersionedRecord(at: "/outreach/{id}") { store, request in
        guard let id: OutreachID = request.id() else { return nil }
        return try store.outreach(with: nil).first { $0.id == id }.flatMap { OutreachNote.State(rawValue: $0.state) }
            .map(version)
    }

    /// What clients hold stays valid whatever other states there may be one day.
    private static func version(of state: OutreachNote.State) -> Int {
        switch state {
        case .proposed: 1
        case .approved: 2
        case .refused: 3
        case .written: 4
        case .over: 5
        }
    }

    private static func version(of id: CaseID?, in store: any Store) throws -> Int? {
        try id.flatMap { try store.caseRecords([$0]).first?.version }
    }
}

// MARK: How to work

extension VersionedRecord {
    static let candidate = loop(.candidate, at: "/reviews/{id}")
    static let proposal = loop(.proposal, at: "/proposals/{id}")
    static let decision = loop(.decision, at: "/decisions/{id}")
    static let incident = loop(.incident, at: "/incidents/{id}")
    static let maintenance = loop(.maintenance, at: "/maintenance/{id}")
    /// Merges are about two causes, so that it is the list that has a version: how many merges there were, and one.
    static let causes = VersionedRecord(at: "/causes") { store, _ in
        try store.loopRecords(.decision).count { try CauseMerges.causes(of: DecisionBody($0).subject) != nil } + 1
    }

    private static func loop(_ kind: LoopRecord.Kind, at place: String) -> VersionedRecord {
        VersionedRecord(at: place) { store, request in
            guard let number = try? Session.number(request.parameter("id"), letter: kind.letter) else { return nil }
            return try store.loopRecord(kind, number)?.version
        }
    }
}

// MARK: People

extension VersionedRecord {
    static let person = VersionedRecord(at: "/people/{name}") { store, request in
        try PersonName.kept(request.parameter("name")).flatMap { try store.person(named: $0)?.version }
    }
    /// A token never changes but to end.
    static let token = VersionedRecord(at: "/tokens/{id}") { store, request in
        guard let id: TokenID = request.id() else { return nil }
        return try store.tokens(of: nil).contains { $0.id == id } ? 1 : nil
    }
    /// A sign-in, likewise.
    static let signIn = VersionedRecord(at: "/sessions/{id}") { store, request in
        guard let id: SignInID = request.id() else { return nil }
        return try store.signIns(of: nil).contains { $0.id == id } ? 1 : nil
    }
}

extension WebRequest {
    /// The record that the path names.
    fileprivate func id<Kind: RecordKind>() -> RecordID<Kind>? { RecordID(text: parameter("id")) }
}
