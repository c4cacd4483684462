import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds
import WebPages

/// Every number that steers detection: where it stands, how far it may move, and what is proposed of it.
struct ThresholdsPage {
    let answer: ThresholdsAnswer
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let table = DataTable(
            id: "thresholds", caption: phrases("wheel.thresholdsCaption", ["count": .count(answer.knobs.count)]),
            columns: [
                .init(phrases("wheel.column.knob")), .init(phrases("wheel.column.value"), isNumber: true),
                .init(phrases("wheel.column.range"), isNumber: true),
                .init(phrases("wheel.column.moved"), isNumber: true),
                .init(phrases("wheel.column.proposal")),
            ], rows: answer.knobs.map(row), empty: phrases("wheel.noKnobs"))
        return "\(WheelLinks(reader: reader, current: "/wheel/thresholds").html)\n<section>\(table.html)</section>"
    }

    private func row(of standing: KnobStanding) -> DataTable.Row {
        let range = standing.knob.range
        let proposal = standing.current.map { kept -> HTML in
            """
            <span translate="no">\(kept.record.id)</span>: \(reader.plain(kept.proposal.to)), \
            \(reader.phrases("wheel.proposal.\(kept.proposal.state.rawValue.camelCased)"))
            """
        }
        return DataTable.Row(
            [
                """
                <a href="\("/wheel/thresholds/\(standing.name)" as Address)" translate="no">\(standing.name)</a>
                """,
                "\(reader.plain(standing.value))",
                "\(reader.plain(range.lowerBound)) – \(reader.plain(range.upperBound))",
                standing.knob.isSet ? reader.phrases("wheel.isSet") : "\(reader.formats.number(standing.changes))",
                proposal ?? "–",
            ], isMarked: standing.current?.proposal.state == .awaitingApproval)
    }
}

extension Reader {
    /// A threshold with as many decimals as it needs, four at most.
    func plain(_ value: Double) -> String {
        let decimals = (0...4).first { decimals in
            let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
            return ((value * scale).rounded() / scale - value).magnitude < 0.000_05
        }
        return formats.number(value, decimals: decimals ?? 4)
    }
}
