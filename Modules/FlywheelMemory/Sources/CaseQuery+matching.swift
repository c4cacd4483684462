import FlywheelKit
import FlywheelStore

extension CaseQuery {
    /// Whether a case is one of those asked for.
    func matches(_ record: CaseRecord) -> Bool {
        matchesState(record) && matchesTimes(record)
            && owners.allows(record.owner) && (isOwned.map { $0 == (record.owner != nil) } ?? true)
            && groups.allows(record.group) && languages.allows(record.language) && sides.allows(record.side)
            && accounts.allows(record.key.account) && marketplaces.allows(record.marketplace)
            && sources.allows(record.key.source) && disputes.allows(record.dispute)
            && (party.map { $0 == record.party } ?? true) && (listing.map(record.listings.contains) ?? true)
    }

    private func matchesState(_ record: CaseRecord) -> Bool {
        (isDone.map { $0 == record.isDone } ?? true) && (includesMerged || record.mergedInto == nil)
            && states.allows(record.state)
    }

    private func matchesTimes(_ record: CaseRecord) -> Bool {
        func isBefore(_ moment: Instant?, _ limit: Instant?) -> Bool {
            limit.map { limit in moment.map { $0 < limit } ?? false } ?? true
        }
        func isSince(_ moment: Instant?, _ limit: Instant?) -> Bool {
            limit.map { limit in moment.map { $0 >= limit } ?? false } ?? true
        }
        return isBefore(record.due, dueBefore) && isSince(record.updated, updatedSince)
            && isSince(record.ended, endedSince) && isBefore(record.ended, endedBefore)
            && (after.map { $0.keys.lexicographicallyPrecedes(CaseCursor(of: record, in: order).keys) } ?? true)
    }
}

extension [String] {
    /// Whether a word is one of these; where there are none, any word is.
    fileprivate func allows(_ word: String?) -> Bool { isEmpty || word.map(contains) ?? false }
}

extension [CaseRecord.Dispute] {
    fileprivate func allows(_ word: CaseRecord.Dispute?) -> Bool { isEmpty || word.map(contains) ?? false }
}
