import FlywheelKit
public import FlywheelStore

/// What is kept for longer than was said.
public struct ExpiredTexts: Hashable, Sendable {
    /// One marketplace's part.
    public struct Part: Hashable, Sendable {
        /// The marketplace's id.
        public let marketplace: String
        /// How many days after its end a case's texts are kept there.
        public let days: Int
        /// The cases whose time is over.
        public internal(set) var cases: [CaseID]
    }

    /// What is to be erased, by marketplace.
    public internal(set) var parts: [Part] = []
    /// People of whom nothing else is kept, so that who they are is to be erased too.
    public internal(set) var parties: [PartyID] = []
    /// Cases whose time is over, but for a dispute.
    public internal(set) var disputed: [CaseID] = []

    /// Nothing.
    public init() {}
}

extension PrivacyDesk {
    /// Cases in one look, and in one erasure.
    private static let batch = 500

    /// What is kept for longer than a policy says: texts of cases that ended so many days ago and were not erased since.
    public func expired(under policy: RetentionPolicy) throws(PrivacyError) -> ExpiredTexts {
        var expired = ExpiredTexts()
        guard let least = policy.shortest else { return expired }
        var query = CaseQuery()
        query.isDone = true
        query.includesMerged = true
        query.endedBefore = now.advanced(byDays: -Double(least))
        var parties: Set<PartyID> = []
        while true {
            let page = try stored { [query] () throws(StoreError) in
                try store.caseRecords(query, limit: Self.batch)
            }
            let over = page.filter { isOver($0, under: policy) }
            let disputed = try disputes(of: over)
            expired.disputed += disputed
            for record in over where !disputed.contains(record.id) {
                expired.add(record, days: policy.days(on: record.marketplace) ?? 0)
                if let party = record.party { parties.insert(party) }
            }
            guard page.count == Self.batch, let last = page.last else { break }
            query.after = CaseCursor(of: last, in: query.order)
        }
        let cases = Set(expired.parts.flatMap(\.cases))
        for party in parties.sorted() {
            let others = try self.cases(of: party).filter { !cases.contains($0.id) }
            if others.allSatisfy({ isErased($0) }) { expired.parties.append(party) }
        }
        expired.parts.sort { $0.marketplace < $1.marketplace }
        return expired
    }

    /// Erases what expired. The journal holds each case with the marketplace and the days that counted.
    public func erase(_ expired: ExpiredTexts) throws(PrivacyError) -> ErasureReport {
        try stored { () throws(StoreError) in
            var report = ErasureReport()
            for part in expired.parts {
                for start in stride(from: 0, to: part.cases.count, by: Self.batch) {
                    var erasure = Erasure()
                    erasure.cases = Array(part.cases[start..<min(start + Self.batch, part.cases.count)])
                    erasure.events = erasure.cases.map {
                        JournalEvent(.expired, $0.description, detail: "\(part.marketplace) \(part.days)")
                    }
                    report.texts += try store.erase(erasure, by: actor, at: now).texts
                }
            }
            for start in stride(from: 0, to: expired.parties.count, by: Self.batch) {
                var erasure = Erasure()
                erasure.parties = Array(expired.parties[start..<min(start + Self.batch, expired.parties.count)])
                erasure.events = erasure.parties.map { JournalEvent(.expired, $0.description) }
                report.texts += try store.erase(erasure, by: actor, at: now).texts
            }
            try store.overwriteErased()
            return report
        }
    }

    private func isOver(_ record: CaseRecord, under policy: RetentionPolicy) -> Bool {
        guard let days = policy.days(on: record.marketplace), let ended = record.ended else { return false }
        return ended < now.advanced(byDays: -Double(days)) && !isErased(record)
    }

    /// Whether a case's texts were erased after it had ended.
    private func isErased(_ record: CaseRecord) -> Bool {
        guard let ended = record.ended, let erased = record.erased else { return false }
        return erased >= ended
    }
}

extension ExpiredTexts {
    fileprivate mutating func add(_ record: CaseRecord, days: Int) {
        if let index = parts.firstIndex(where: { $0.marketplace == record.marketplace }) {
            parts[index].cases.append(record.id)
        } else {
            parts.append(Part(marketplace: record.marketplace, days: days, cases: [record.id]))
        }
    }
}

extension RetentionPolicy {
    /// The fewest days that anything is kept; `nil` where everything is kept until somebody erases it.
    fileprivate var shortest: Int? { (Array(days.values) + [other].compactMap(\.self)).min() }
}
