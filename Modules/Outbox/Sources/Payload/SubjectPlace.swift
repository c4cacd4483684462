import FlywheelKit
import FlywheelStore

/// Records whose ids follow each other.
struct SubjectRun: Hashable, Codable {
    /// The first of them.
    let first: String
    /// How many there are.
    var count: Int
}

/// Where a record belongs.
struct SubjectPlace: Hashable, Codable {
    /// The workflow that found it.
    var workflow: String?
    /// The seller's account.
    var account: String?
    /// The marketplace.
    var marketplace: String?
}

/// Finds out where the records belong that events are about.
struct SubjectPlaces {
    /// The longest run of records that is taken apart where nobody asks for that.
    private static let shortRun = 1

    let store: any Store
    private var imports: [String: SubjectPlace]?

    init(store: any Store) { self.store = store }

    /// The records of an event that a filter lets through, in runs, and the place they share.
    ///
    /// - Returns: `nil` where it lets none of them through.
    mutating func matches(
        _ event: JournalEvent, _ filter: EventFilter
    ) throws(StoreError) -> (subjects: [SubjectRun], place: SubjectPlace?)? {
        if let verbs = filter.verbs, !verbs.contains(event.verb.rawValue) { return nil }
        guard filter.looksAtSubjects || event.count <= Self.shortRun else {
            return ([SubjectRun(first: event.subject, count: event.count)], nil)
        }
        var runs: [SubjectRun] = []
        var shared: SubjectPlace?
        var isShared = true
        var gap = true
        for subject in event.subjects {
            let place = try place(of: subject)
            guard filter.lets(place) else {
                gap = true
                continue
            }
            if gap { runs.append(SubjectRun(first: subject, count: 0)) }
            runs[runs.count - 1].count += 1
            isShared = isShared && (runs.count == 1 && runs[0].count == 1 || place == shared)
            shared = place
            gap = false
        }
        return runs.isEmpty ? nil : (runs, isShared ? shared : nil)
    }

    /// Where a record belongs; `nil` where it belongs to no workflow and no account.
    private mutating func place(of id: String) throws(StoreError) -> SubjectPlace? {
        guard let number = Int64(id.dropFirst()) else { return nil }
        switch id.prefix(1) {
        case ExceptionRecord.letter[...]: return try store.exception(ExceptionID(number)).map { $0.fingerprint.place }
        case ChangeRecord.letter[...]: return try store.listingChange(ChangeID(number)).map { $0.fingerprint.place }
        case CaseRecord.letter[...]:
            return try store.caseRecords([CaseID(number)]).first.map {
                SubjectPlace(
                    workflow: "cases", account: $0.key.account,
                    marketplace: $0.marketplace.isEmpty ? nil : $0.marketplace)
            }
        case ImportRecord.letter[...]: return try importPlace(id)
        default: return nil
        }
    }

    private mutating func importPlace(_ id: String) throws(StoreError) -> SubjectPlace? {
        if let place = imports?[id] { return place }
        let found = try store.imports().map { record in
            (record.id.description, SubjectPlace(account: record.draft.account, marketplace: record.draft.marketplace))
        }
        imports = Dictionary(uniqueKeysWithValues: found)
        return imports?[id]
    }
}

extension Fingerprint {
    fileprivate var place: SubjectPlace {
        SubjectPlace(workflow: workflow, account: subject.account, marketplace: subject.marketplace)
    }
}

extension EventFilter {
    /// Whether records of a place are let through.
    fileprivate func lets(_ place: SubjectPlace?) -> Bool {
        Self.lets(place?.workflow, workflows) && Self.lets(place?.account, accounts)
    }

    private static func lets(_ name: String?, _ names: [String]?) -> Bool {
        guard let names else { return true }
        return name.map(names.contains) ?? false
    }
}
