import FlywheelHost
import Settings

/// The fields of rows that were asked for, by their flattened names; `atRisk` stands for `atRisk.amount` and
/// `atRisk.currency`.
struct Fields {
    private let names: [String]

    /// The fields in a text such as `id,atRisk`; `nil` for one without any.
    init?(_ text: String) {
        names = text.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace } }
            .map(String.init).filter { !$0.isEmpty }
        if names.isEmpty { return nil }
    }

    /// The answer with these fields alone. Throws a ``Diagnostic`` for a field that its rows do not have.
    func selected(of answer: any Answer) throws -> any Answer {
        var known = answer.columns
        for name in answer.rows.first.map(Records.names) ?? [] where !known.contains(name) { known.append(name) }
        let columns = try names.flatMap { name in
            let found = known.filter { Self.covers(name, $0) }
            guard found.isEmpty else { return found }
            let nearest = Nearest.word(to: name, of: known).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Diagnostic(
                "unknown-field", "there is no field \"\(name)\"\(nearest)",
                help: "the fields are \(known.joined(separator: ", "))", exit: .usage)
        }
        return Selection(answer: answer, columns: columns, rows: answer.rows.map { picked($0, "") ?? [:] })
    }

    private static func covers(_ field: String, _ name: String) -> Bool {
        name == field || name.hasPrefix(field + ".")
    }

    /// The parts of a value whose names were asked for; `nil` where none was.
    private func picked(_ value: JSON, _ path: String) -> JSON? {
        if !path.isEmpty, names.contains(where: { Self.covers($0, path) }) { return value }
        guard case .object(let members) = value else { return nil }
        let kept = members.compactMap { member in
            picked(member.value, path.isEmpty ? member.key : "\(path).\(member.key)").map {
                JSON.Member(key: member.key, value: $0)
            }
        }
        return kept.isEmpty ? nil : .object(kept)
    }
}

/// An answer with some of its fields alone.
private struct Selection: Answer {
    let answer: any Answer
    let columns: [String]
    let rows: [JSON]

    var listKey: String? { answer.listKey }
    var exit: Exit { answer.exit }
    var refusals: [Diagnostic] { answer.refusals }
    var warnings: [String] { answer.warnings }
    var remarks: [String] { answer.remarks }

    var json: JSON {
        .object(
            answer.json.members.map {
                $0.key == answer.listKey ? JSON.Member(key: $0.key, value: .array(rows)) : $0
            })
    }

    func text(on page: Page) -> [String] {
        let values = rows.map { Records.values(of: $0, columns: columns) }
        let headings = columns.indices.map { index in
            let isRight = values.contains { $0[index].isNumber }
            return Table.Column(columns[index], isRight: isRight)
        }
        let cells = values.map { $0.map { Table.Cell(Records.text(of: $0)) } }
        return Table(columns: headings, rows: cells).lines(on: page)
    }
}

extension JSON {
    /// Whether it is a number, exact or not.
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number, .decimal: true
        default: false
        }
    }
}
