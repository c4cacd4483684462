import Cases
public import FlywheelKit
public import FlywheelStore

/// Answers people who ask for their data, or for its end, and ends what was kept for long enough.
///
/// Erasing takes what was written and who people are. It leaves cases with their states and times, decisions with their sums,
/// orders and SKUs that cases name, and the journal: what was done, and what it cost, stays true.
public struct PrivacyDesk: Sendable {
    let store: any Store
    let actor: Actor
    let now: Instant
    /// When it really is: data are given out when they are, whatever moment is looked from.
    let looked: Instant

    /// The desk of one person at one moment.
    ///
    /// - Parameter clock: tells the time, where `now` need not be it.
    public init(_ store: any Store, actor: Actor, now: Instant, clock: (@Sendable () -> Instant)? = nil) {
        self.store = store
        self.actor = actor
        self.now = now
        looked = clock?() ?? now
    }

    /// The party that somebody means; `nil` where nobody of that name wrote to the desk.
    ///
    /// - Parameter reach: to whom the request is, which says who of several with the same number is meant.
    public func party(_ subject: DataSubject, of reach: RequestReach = .only) throws(PrivacyError) -> PartyID? {
        let found = try stored { () throws(StoreError) -> [PartyID] in
            if case .party(let id) = subject { return try store.parties([id]).map(\.id) }
            let accounts = if case .account(let name) = reach { Set([name]) } else { try store.imports().accounts }
            let identities = subject.identities(with: accounts, key: try store.identityKey())
            return Set(try store.parties(identified: identities).values).sorted()
        }
        var meant = found
        if found.count > 1, case .account(let name) = reach {
            meant = []
            for id in found where try cases(of: id).contains(where: { $0.key.account == name }) { meant.append(id) }
        }
        guard meant.count < 2 else { throw .severalPeople(meant) }
        return meant.first
    }

    /// All that is kept of somebody, with what the desk decided about it and who saw it. That it was given out is logged and
    /// journalled.
    ///
    /// - Parameter reach: to whom the request is. What was written to others is no part of the answer.
    public func disclose(
        _ subject: DataSubject, of reach: RequestReach = .only
    ) throws(PrivacyError) -> Disclosure {
        guard let id = try party(subject, of: reach) else { throw .nobody }
        try check(reach, among: try accounts(of: id))
        if case .account(let name) = reach {
            // To one account the others do not exist.
            let looked = looked
            let part = try PrivacyDesk(
                ScopedStore(store, accounts: [name]), actor: actor, now: now, clock: { looked }
            ).disclose(subject, of: .all)
            return part.isErased ? part.withoutTexts : part
        }
        let cases = try self.cases(of: id)
        return try stored { () throws(StoreError) in
            guard let party = try store.parties([id]).first else { throw .unknown("party \(id)") }
            let own = Set(cases.map(\.id))
            let accesses = try store.accesses(to: id, limit: .max).map { $0.part(of: id, own) }
            let texts = try store.texts(
                .party(id), fields: Set(PersonalText.Field.allCases),
                for: Access(by: actor, at: looked, purpose: "disclosure"))
            let event = JournalEvent(.disclosed, id.description, detail: subject.digest(key: try store.identityKey()))
            try store.record(event, by: actor, at: looked)
            return Disclosure(
                party: party, texts: texts, cases: cases, decisions: try store.decisions(of: cases.map(\.id)),
                outreach: try store.outreach(with: id), accesses: accesses)
        }
    }

    /// Erases what is kept of somebody, and their name and address wherever else they stand. Doing it again erases what came
    /// since.
    ///
    /// Refused while something of theirs is in dispute: what was written may be needed for the claim, which the right to
    /// erasure gives way to (GDPR, article 17(3)(e)).
    ///
    /// - Parameters:
    ///   - reach: to whom the request is. While somebody's cases with others hold anything, only what is written in the cases
    ///     of one account goes: who they are stays for the others.
    ///   - reason: why it is done in spite of a dispute, a word; `nil` where it is not.
    public func erase(
        _ subject: DataSubject, of reach: RequestReach = .only, despiteDispute reason: String? = nil
    ) throws(PrivacyError) -> ErasureReport {
        let id = try party(subject, of: reach)
        let accounts = try id.map { id throws(PrivacyError) in try self.accounts(of: id) } ?? []
        try check(reach, among: accounts)
        var taken = accounts.flatMap(\.cases)
        var isPart = false
        if case .account(let name) = reach, try !accountsKept(of: subject, beside: name).isEmpty {
            taken = taken.filter { $0.key.account == name }
            isPart = true
        }
        let disputed = try disputes(of: taken)
        guard disputed.isEmpty || reason != nil else { throw .disputed(disputed) }
        var erasure = Erasure()
        if isPart {
            erasure.cases = taken.map(\.id)
        } else {
            if case .address(let address) = subject { erasure.strings.append(address) }
            if let id {
                erasure.parties = [id]
                erasure.strings += try names(of: id)
            }
        }
        guard id != nil || !erasure.strings.isEmpty else { throw .nobody }
        return try stored { () throws(StoreError) in
            let detail = [subject.digest(key: try store.identityKey()), reason].compactMap(\.self)
            erasure.events = [
                JournalEvent(.erased, id?.description ?? "", detail: detail.joined(separator: " "))
            ]
            let report = try store.erase(erasure, by: actor, at: now)
            try store.overwriteErased()
            return report
        }
    }

    /// The names and addresses of a party that are to disappear from what others wrote. A name of one word is many people's,
    /// and stays there.
    private func names(of id: PartyID) throws(PrivacyError) -> [String] {
        try stored { () throws(StoreError) in
            let texts = try store.texts(
                .identities([id]), fields: [.name, .address], for: Access(by: .flywheel, at: now, purpose: "erasure"))
            return texts.filter { $0.field == .address || $0.text.contains(" ") }.map(\.text)
        }
    }

    // MARK: Cases

    /// The cases of a party, those that went into others too.
    func cases(of id: PartyID) throws(PrivacyError) -> [CaseRecord] {
        var query = CaseQuery()
        query.party = id
        query.includesMerged = true
        return try stored { [query] () throws(StoreError) in try store.caseRecords(query, limit: .max) }
    }

    /// Those of some cases that something is in dispute of.
    func disputes(of cases: [CaseRecord]) throws(PrivacyError) -> [CaseID] {
        var disputed: [CaseID] = []
        for record in cases {
            do throws(CaseRecordError) {
                if try record.contents().dispute(at: now) != nil { disputed.append(record.id) }
            } catch {
                throw .unreadable(error)
            }
        }
        return disputed
    }

    func stored<Result>(_ body: () throws(StoreError) -> Result) throws(PrivacyError) -> Result {
        do { return try body() } catch { throw .store(error) }
    }
}

/// All that is kept of somebody.
public struct Disclosure: Hashable, Sendable {
    /// The party.
    public let party: PartyRecord
    /// Who they are, and what was written in their cases or by them.
    public let texts: [PersonalText]
    /// Their cases.
    public let cases: [CaseRecord]
    /// What was decided about these.
    public let decisions: [DecisionRecord]
    /// Contacts that the desk began.
    public let outreach: [OutreachRecord]
    /// Who saw their data before this, newest first; of looks at several people's data, what was theirs.
    public let accesses: [AccessRecord]

    /// Whether what was written in all these cases was erased: who somebody is is then kept for other accounts alone.
    fileprivate var isErased: Bool {
        cases.allSatisfy { $0.erased != nil } && texts.allSatisfy { $0.case == nil }
    }

    /// The same with nothing that names them.
    fileprivate var withoutTexts: Disclosure {
        Disclosure(
            party: party, texts: [], cases: cases, decisions: decisions, outreach: outreach, accesses: accesses)
    }
}

extension AccessRecord {
    /// The line as one of those may see it who stand in it: that others were looked at with them is the others' own.
    fileprivate func part(of party: PartyID, _ own: Set<CaseID>) -> AccessRecord {
        AccessRecord(
            id: id, access: access, parties: parties.filter { $0 == party }, cases: cases.filter(own.contains),
            fields: fields)
    }
}
