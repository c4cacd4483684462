import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What `import` prints: what became of each file.
struct ImportAnswer: Answer {
    let reports: [ImportReport]
    var warnings: [String] = []
    /// Whether somebody said which mark stands before decimals.
    var statesDecimal = false

    let listKey: String? = "files"

    let columns = [
        "id", "file", "result", "format", "feed", "account", "marketplace", "rowsKept", "rowsRejected", "effectiveAt",
        "reason", "sameAs",
    ]

    var rows: [JSON] { reports.map(\.json) }

    var json: JSON {
        [
            "schema": "flywheel.import/1", "files": .array(rows), "rowsKept": .count(kept.map(\.summary.kept).sum),
            "rowsRejected": .count(records.map(\.summary.rejected).sum),
            "rowsQuarantined": .count(quarantined.map(\.summary.kept).sum),
        ]
    }

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

extension ImportReport {
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
    var json: JSON {
        let record = record
        var result = "kept"
        var (reason, code): (String?, String?)
        switch self.result {
        case .kept: break
        case .same:
            result = "same"
            if !readOtherwise.isEmpty { reason = "read otherwise now: " + readOtherwise.joined(separator: "; ") }
        case .quarantined(let found): (result, reason) = ("quarantined", found.summary.suspicion)
        case .leftAlone(let why, let word): (result, reason, code) = ("leftAlone", why, word)
        }
        return [
            "file": .text(path), "result": .text(result), "id": .text(record?.id.description),
            "sameAs": .text(same?.description), "reason": .text(reason), "code": .text(code),
            "format": .text(record?.draft.format), "feed": .text(record?.draft.feed),
            "account": .text(record?.draft.account), "marketplace": .text(record?.draft.marketplace),
            "effectiveAt": .instant(record?.draft.effectiveAt), "rowsKept": .count(record?.summary.kept),
            "rowsRejected": .count(record?.summary.rejected),
            "isComplete": record.map { .bool($0.summary.isComplete) } ?? nil,
            "columns": record.map { .texts($0.summary.columns) } ?? nil, "origins": .texts(origins),
            "firstRejects": .array(rejects.map(\.json)),
        ]
    }
}

extension Reject {
    /// The row and its trouble.
    var json: JSON {
        [
            "line": .count(line), "column": .count(column), "heading": .text(heading), "code": .text(code),
            "reason": .text(reason), "excerpt": .text(excerpt),
        ]
    }
}
