import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What `import` prints: what became of each file.
struct ImportAnswer: DocumentedAnswer {
    let reports: [ImportReport]
    var warnings: [String] = []
    /// Whether somebody said which mark stands before decimals.
    var statesDecimal = false

    let listKey: String? = "files"

    let columns = [
        "id", "file", "result", "format", "feed", "account", "marketplace", "rowsKept", "rowsRejected", "effectiveAt",
        "reason", "sameAs",
    ]

    static let document = Document("import", "What became of each file that was offered.", members)

    static let members: Members<Self> = [
        "files": .value(\.reports), "rowsKept": .value { $0.kept.map(\.summary.kept).sum },
        "rowsRejected": .value { $0.records.map(\.summary.rejected).sum },
        "rowsQuarantined": .value { $0.quarantined.map(\.summary.kept).sum },
    ]

    var exit: Exit {
        if !quarantined.isEmpty || records.contains(where: { $0.summary.rejected > 0 })
            || reports.contains(where: { !$0.readOtherwise.isEmpty })
        {
            return .waits
        }
        if leftAlone.isEmpty { return .done }
        guard leftAlone.count == reports.count else { return .partly }
        return leftAlone.allSatisfy { $0.code == "unknown-kind" } ? .usage : .failed
    }

    var remarks: [String] { reports.unused }

    // MARK: By what became of them

    var kept: [ImportRecord] {
        reports.compactMap { if case .kept(let record) = $0.result { record } else { nil } }
    }
    var quarantined: [ImportRecord] {
        reports.compactMap { if case .quarantined(let record) = $0.result { record } else { nil } }
    }
    var leftAlone: [(name: String, why: String, code: String)] {
        reports.compactMap { report in
            if case .leftAlone(let why, let code) = report.result { (report.fileName, why, code) } else { nil }
        }
    }
    private var records: [ImportRecord] { kept + quarantined }
}

extension [Int] {
    fileprivate var sum: Int { reduce(0, +) }
}

extension ImportReport: JSONRecord {
    /// The file's name without its folder.
    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What was kept or quarantined of it.
    var record: ImportRecord? {
        switch result {
        case .kept(let record), .quarantined(let record): record
        case .same, .leftAlone: nil
        }
    }

    /// The import that brought the same contents before.
    var same: ImportID? { if case .same(let id) = result { id } else { nil } }

    /// What became of the file.
    static let members: Members<Self> = [
        "file": .value(\.path), "result": .word(of: ["kept", "quarantined", "same", "leftAlone"], \.result.word),
        "id": .value(\.record?.id), "sameAs": .value(\.same), "reason": .value(\.reason),
        "code": .value(\.code), "format": .value(\.record?.draft.format), "feed": .value(\.record?.draft.feed),
        "account": .value(\.record?.draft.account), "marketplace": .value(\.record?.draft.marketplace),
        "effectiveAt": .value(\.record?.draft.effectiveAt), "rowsKept": .value(\.record?.summary.kept),
        "rowsRejected": .value(\.record?.summary.rejected), "isComplete": .value(\.record?.summary.isComplete),
        "columns": .value(\.record?.summary.columns), "origins": .value(\.origins),
        "firstRejects": .value(\.rejects),
    ]

    /// Why it is left alone, as a word.
    private var code: String? { if case .leftAlone(_, let code) = result { code } else { nil } }

    /// Why it is not kept, or what of one that was kept before is read otherwise now.
    private var reason: String? {
        switch result {
        case .kept: nil
        case .same: readOtherwise.isEmpty ? nil : "read otherwise now: " + readOtherwise.joined(separator: "; ")
        case .quarantined(let found): found.summary.suspicion
        case .leftAlone(let why, _): why
        }
    }
}

extension ImportReport.Result {
    fileprivate var word: String {
        switch self {
        case .kept: "kept"
        case .quarantined: "quarantined"
        case .same: "same"
        case .leftAlone: "leftAlone"
        }
    }
}

extension Reject: JSONRecord {
    /// The row and its trouble.
    static let members: Members<Self> = [
        "line": .value(\.line), "column": .value(\.column), "heading": .value(\.heading), "code": .value(\.code),
        "reason": .value(\.reason), "excerpt": .value(\.excerpt),
    ]
}
