import FlywheelKit
import Synchronization

/// A store as somebody sees it who may know of some seller accounts only: whatever belongs to another does not exist.
///
/// Everything that reads is answered as though the other accounts had never been there; everything that writes to what is
/// theirs is refused with ``StoreError/unknown(_:)``, in the words for something that is not there. What concerns all
/// accounts at once, such as a rotation or an erasure, is refused with ``StoreError/refused(_:)``. The module's README has
/// the rule for each requirement.
///
/// Withheld, because it is counted or learned over all accounts: what rotations counted of all, the rank that a claim had in the
/// whole queue, track records, fitted models, decisions about the work and what was measured of it.
///
/// Numbers of records and of journal entries are the house's, so gaps in them say that there is more, but not of whom.
public struct ScopedStore: Store {
    let store: any Store
    /// The accounts that exist.
    public let accounts: Set<String>
    /// Imports begun through this store. Until one is finished nothing else says whose it is.
    let begun = BegunImports()

    /// The part of a store that belongs to some accounts.
    public init(_ store: any Store, accounts: Set<String>) {
        self.store = store
        self.accounts = accounts
    }
}

/// The imports that one scoped store has begun.
final class BegunImports: Sendable {
    private let ids = Mutex<Set<ImportID>>([])

    func insert(_ id: ImportID) { ids.withLock { _ = $0.insert(id) } }

    func contains(_ id: ImportID) -> Bool { ids.withLock { $0.contains(id) } }
}

// MARK: What exists

extension ScopedStore {
    func owns(_ subject: Subject) -> Bool { accounts.contains(subject.account) }

    func owns(_ exception: ExceptionRecord) -> Bool { owns(exception.fingerprint.subject) }

    func owns(_ id: ExceptionID) throws(StoreError) -> Bool {
        try !store.exceptionIDs(in: id...id, of: accounts).isEmpty
    }

    func owns(_ id: ImportID) throws(StoreError) -> Bool { try imports().contains { $0.id == id } }

    func owns(_ id: CaseID) throws(StoreError) -> Bool { try !caseRecords([id]).isEmpty }

    /// A party is known where one of its cases is.
    func owns(_ id: PartyID) throws(StoreError) -> Bool {
        var query = CaseQuery()
        query.party = id
        query.includesMerged = true
        return try !caseRecords(query, limit: 1).isEmpty
    }

    func require(_ id: ExceptionID) throws(StoreError) {
        guard try owns(id) else { throw .unknown("exception \(id)") }
    }

    func require(_ id: CaseID) throws(StoreError) {
        guard try owns(id) else { throw .unknown("case \(id)") }
    }

    func require(_ id: PartyID) throws(StoreError) {
        guard try owns(id) else { throw .unknown("party \(id)") }
    }

    func require(account: String) throws(StoreError) {
        guard accounts.contains(account) else { throw .unknown("account \(account)") }
    }

    /// The refusal of what concerns all accounts at once.
    func concernsAll(_ what: String) -> StoreError {
        .refused("\(what) concerns every account; it takes somebody who may know of all of them")
    }
}

extension Set where Element: Hashable {
    /// The elements of `elements` that are in the set, in their order.
    func filtering(_ elements: [Element]) -> [Element] { elements.filter(contains) }
}
