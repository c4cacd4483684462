public import Cases
public import FlywheelStore

/// Reads the desk's cases, all of them, a page at a time.
public enum DeskCases {
    /// Cases in a page.
    private static let page = 2_000

    /// The cases a query asks for, whatever its order and place, with their ids; those that went into another are left out
    /// unless it asks for them.
    public static func all(
        in store: any CaseStore, _ query: CaseQuery = CaseQuery()
    ) throws -> [(id: CaseID, contents: Case)] {
        var query = query
        query.order = .updated
        var all: [(id: CaseID, contents: Case)] = []
        while true {
            let records = try store.caseRecords(query, limit: page)
            for record in records { all.append((record.id, try record.contents())) }
            guard records.count == page, let last = records.last else { return all }
            query.after = CaseCursor(of: last, in: query.order)
        }
    }
}
