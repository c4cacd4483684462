public import Cases
public import FlywheelStore

/// Reads the desk's cases, all of them.
public enum DeskCases {
    /// The cases a query asks for, whatever its order and place, with their ids; those that went into another are left out
    /// unless it asks for them.
    public static func all(
        in store: any CaseStore, _ query: CaseQuery = CaseQuery()
    ) throws -> [(id: CaseID, contents: Case)] {
        var query = query
        query.order = .updated
        var all: [(id: CaseID, contents: Case)] = []
        try store.forEachPage(of: query) { page in all += page.map { ($0.record.id, $0.contents) } }
        return all
    }
}
