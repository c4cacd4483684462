public import Cases
import FlywheelKit
public import FlywheelStore

/// What a record of a case cannot be read as.
public enum CaseRecordError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text of this case is none that this version of the program wrote.
    case unreadable(CaseID, why: String)

    /// What was found, in a sentence.
    public var description: String {
        switch self {
        case .unreadable(let id, let why): "\(id) is kept in a form that cannot be read: \(why)"
        }
    }
}

extension CaseRecord {
    /// A new record of a case.
    init(id: CaseID, _ contents: Case) throws {
        self.init(
            id: id, key: CaseKey(source: contents.source, account: contents.account, code: contents.code),
            state: contents.state.rawValue, body: "")
        try hold(contents)
    }

    /// The case, as its events tell it.
    public func contents() throws(CaseRecordError) -> Case {
        do { return try CanonicalJSON.value(Case.self, from: body) } catch {
            throw CaseRecordError.unreadable(id, why: "\(error)")
        }
    }

    /// Takes the case as it is from now on, and with it what follows from its events. When it is due follows from promises
    /// as well, so that is for who knows these.
    mutating func hold(_ contents: Case) throws {
        body = try CanonicalJSON.text(contents)
        marketplace = contents.marketplace
        state = contents.state.rawValue
        isDone = contents.state.isDone
        side = contents.side?.rawValue
        owner = contents.owner
        group = contents.group
        language = contents.language
        urgency = contents.urgency?.rawValue
        opened = contents.opened
        ended = contents.ended
        party = contents.requester.map(PartyID.init)
        listings = contents.links.filter { $0.kind == .listing }.map(\.code)
        dispute = contents.disputeState
        mergedInto = contents.mergedInto.flatMap(CaseID.init(text:))
    }
}
