public import FlywheelKit

/// Personal text belongs to its case; who a party is can be read where one of its cases can. What is not here is not asked for
/// either, so that the log of accesses holds what was shown.
extension ScopedStore {
    /// See ``CaseStore/texts(_:fields:for:)``.
    public func texts(
        _ scope: TextScope, fields: Set<PersonalText.Field>, for access: Access
    ) throws(StoreError) -> [PersonalText] {
        switch scope {
        case .cases(let ids): return try store.texts(.cases(try known(ids)), fields: fields, for: access)
        case .identities(let ids): return try store.texts(.identities(try known(ids)), fields: fields, for: access)
        case .party(let id):
            guard try owns(id) else { return [] }
            var query = CaseQuery()
            query.party = id
            query.includesMerged = true
            let cases = try caseRecords(query, limit: .max).map(\.id)
            let identity = try store.texts(.identities([id]), fields: fields, for: access)
            let written = try store.texts(.cases(cases), fields: fields, for: access).filter { $0.party == id }
            return identity + written
        }
    }

    /// See ``CaseStore/search(_:in:limit:)``. Places that are not here are read over.
    public func search(
        _ words: String, in fields: Set<PersonalText.Field>, limit: Int
    ) throws(StoreError) -> [TextPlace] {
        try filled(limit) { asked throws(StoreError) in
            let places = try store.search(words, in: fields, limit: asked)
            let cases = Set(try known(places.compactMap(\.case)))
            return (places.filter { $0.case.map(cases.contains) ?? false }, places.count)
        }
    }

    /// See ``CaseStore/accesses(to:limit:)``. Of a look at texts of several accounts, those that are here are told.
    public func accesses(to party: PartyID?, limit: Int) throws(StoreError) -> [AccessRecord] {
        try filled(limit) { asked throws(StoreError) in
            let records = try store.accesses(to: party, limit: asked)
            let parties = Set(try known(records.flatMap(\.parties)))
            let cases = Set(try known(records.flatMap(\.cases)))
            let own = records.map { record in
                AccessRecord(
                    id: record.id, access: record.access, parties: parties.filtering(record.parties),
                    cases: cases.filtering(record.cases), fields: record.fields)
            }
            return (own.filter { !$0.parties.isEmpty || !$0.cases.isEmpty }, records.count)
        }
    }

    /// See ``CaseStore/erase(_:by:at:)``.
    public func erase(_ erasure: Erasure, by actor: Actor, at: Instant) throws(StoreError) -> ErasureReport {
        throw concernsAll("an erasure")
    }

    /// See ``CaseStore/overwriteErased()``.
    public func overwriteErased() throws(StoreError) { throw concernsAll("an erasure") }

    /// The first `limit` of a list that can only be asked for whole from its beginning: more of it each time, until enough are
    /// here or there is no more.
    private func filled<Item>(
        _ limit: Int, _ read: (Int) throws(StoreError) -> (own: [Item], read: Int)
    ) throws(StoreError) -> [Item] {
        var asked = limit
        while true {
            let (own, count) = try read(asked)
            if own.count >= limit || count < asked { return Array(own.prefix(limit)) }
            asked = asked.multipliedReportingOverflow(by: 4).overflow ? .max : asked * 4
        }
    }
}
