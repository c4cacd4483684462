public import Cases
public import FlywheelStore

extension CaseWorkbench {
    /// Cases that are read at once.
    private static let page = 500

    /// All cases with a dispute that is not settled, by id; with those that are, where asked for.
    public func disputed(withDecided: Bool = false) throws(CaseWorkError) -> [(record: CaseRecord, contents: Case)] {
        var query = CaseQuery()
        query.disputes = withDecided ? CaseRecord.Dispute.allCases : [.open]
        query.includesMerged = true
        var found: [(record: CaseRecord, contents: Case)] = []
        while true {
            let page = try stored { [query] () throws(StoreError) in
                try store.caseRecords(query, limit: Self.page)
            }
            for record in page { found.append((record, try contents(of: record))) }
            guard page.count == Self.page, let last = page.last else {
                return found.sorted { $0.record.id < $1.record.id }
            }
            query.after = CaseCursor(of: last, in: query.order)
        }
    }

    /// Writes down in all cases what deadlines and ends of holds brought about until now.
    ///
    /// What they bring about is true without it; written down, it is in the journal and in what cases are found by.
    ///
    /// - Returns: the cases in which anything was, with what it was.
    public func noteLapses() throws(CaseWorkError) -> [(id: CaseID, lapses: [DisputeLapse])] {
        var noted: [(id: CaseID, lapses: [DisputeLapse])] = []
        for (record, contents) in try disputed() where !contents.lapses(until: now).isEmpty {
            var lapses: [DisputeLapse] = []
            try change(record.id, isUndoable: false) { draft throws(CaseWorkError) in
                lapses = draft.contents.lapses(until: now)
                return try noteLapses(in: &draft)
            }
            noted.append((record.id, lapses))
        }
        return noted
    }
}
