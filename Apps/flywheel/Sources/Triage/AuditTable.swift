import Cases

/// What became of automatic decisions, as a CSV: `label,confidence,right[,overridden][,handed-over]`.
enum AuditTable {
    private static let yes: Set = ["yes", "y", "true", "1"]
    private static let no: Set = ["no", "n", "false", "0"]

    /// Reads the decisions of a period. Without an answer under `right` a decision was not audited. Throws a ``Diagnostic``.
    static func read(_ file: String, in surroundings: Surroundings) throws -> AutomationPeriod {
        var table = try MessageTable(file, in: surroundings)
        let (label, confidence) = (try table.required("label"), try table.required("confidence"))
        let right = try table.required("right")
        let (overridden, handedOver) = (table.column("overridden"), table.column("handed-over"))
        var rows: [Decision] = []
        try table.forEach { lines throws(MessageTable.Fault) in
            var decisions: [Decision] = []
            for row in lines {
                guard let stated = Double(row.cells[confidence]), (0...1).contains(stated) else {
                    let found = "confidence is \"\(row.cells[confidence])\", expected a number from 0 to 1"
                    throw MessageTable.Fault(line: row.line, column: confidence + 1, sentence: found)
                }
                decisions.append(
                    Decision(
                        label: row.cells[label], confidence: stated, isRight: try answer(row, right),
                        isOverridden: try overridden.flatMap { column throws(MessageTable.Fault) in
                            try answer(row, column)
                        },
                        isHandedOver: try handedOver.flatMap { column throws(MessageTable.Fault) in
                            try answer(row, column)
                        }))
            }
            return decisions
        } deliver: {
            rows += $0
        }
        return period(rows)
    }

    private struct Decision: Sendable {
        let label: String
        let confidence: Double
        let isRight: Bool?
        let isOverridden: Bool?
        let isHandedOver: Bool?
    }

    private static func answer(_ row: MessageTable.Row, _ column: Int) throws(MessageTable.Fault) -> Bool? {
        let word = row.cells[column].lowercased()
        if word.isEmpty { return nil }
        if yes.contains(word) { return true }
        if no.contains(word) { return false }
        throw MessageTable.Fault(
            line: row.line, column: column + 1, sentence: "found \"\(row.cells[column])\", expected yes, no or nothing")
    }

    private static func period(_ rows: [Decision]) -> AutomationPeriod {
        func share(_ answer: (Decision) -> Bool?) -> AutomationPeriod.Share? {
            let known = rows.compactMap(answer)
            return known.isEmpty ? nil : AutomationPeriod.Share(known.count(where: \.self), of: known.count)
        }
        return AutomationPeriod(
            audits: rows.compactMap { row in
                row.isRight.map { AutomationPeriod.Audit(label: row.label, certainty: row.confidence, isRight: $0) }
            }, overrides: share(\.isOverridden), handoffs: share(\.isHandedOver))
    }
}
