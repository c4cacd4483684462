import FlywheelKit
import FlywheelStore

/// The listings of a file that are new to an account that has listings.
struct Strangers: Hashable {
    /// How many no kept file of the account named before.
    let count: Int
    /// Whether another account has all listings of the file there. Looked up of a file of few, which says little by itself.
    let areAnothers: Bool
}

extension Strangers {
    /// What the store knows of the listings of an import that is not finished; `nil` where its account has no listings there.
    ///
    /// - Parameters:
    ///   - first: the first of the import's listings.
    ///   - before: the imports that were finished before.
    init?(
        in id: ImportID, first: Set<String>, of draft: ImportDraft, among before: [ImportRecord], _ store: any Store
    ) throws(StoreError) {
        let hasListings = before.contains { record in
            record.state == .kept && record.draft.feed == Catalog.feed.key.text
                && record.draft.account == draft.account && record.draft.marketplace == draft.marketplace
        }
        guard hasListings else { return nil }
        let subjects = try store.subjects(of: id)
        let places = try store.chunks(of: .listing).filter { $0.marketplace == draft.marketplace }
        var known = 0
        for place in places where place.account == draft.account {
            guard let rows = subjects.rows[place.id] else { continue }
            let codes = try store.rows(of: place).codes
            known += codes.indices.count { $0 < rows.count && rows[$0] && codes[$0] != nil }
        }
        count = subjects.count - known
        guard known == 0, subjects.count < Suspicion.fewRows else {
            areAnothers = false
            return
        }
        var theirs: Set<String> = []
        for place in places where place.account != draft.account && theirs.count < first.count {
            theirs.formUnion(try store.rows(of: place).codes.lazy.compactMap(\.self).filter(first.contains))
        }
        areAnothers = !first.isEmpty && theirs == first
    }
}
