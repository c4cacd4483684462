import CaseDesk
import Cases
import WebPages

/// How often each promise was kept, clock by clock.
struct AttainmentPage {
    let answer: AttainmentAnswer
    let query: CommandQuery
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let filters = FilterForm(
            "/cases/promises",
            [.day(name: "since", label: phrases("desk.promises.since"), text: query["since"] ?? "")],
            notUnderstood: query.notUnderstood)
        let names = ["kept", "late", "overdue", "awaited", "void"]
        let table = DataTable(
            id: "attainment",
            caption: phrases("desk.promises.caption", ["day": .text(reader.formats.day(answer.since))]),
            columns: [.init(phrases("desk.promises.promise")), .init(phrases("desk.promises.clock"))]
                + names.map { .init(phrases("desk.promises.\($0)"), isNumber: true) }
                + ["unknown", "share"].map { .init(phrases("desk.column.\($0)"), isNumber: true) },
            rows: answer.lines.map(row), empty: phrases("desk.promises.empty"))
        let note: HTML = answer.lines.isEmpty ? .nothing : "<p class=\"muted\">\(phrases("desk.promises.note"))</p>"
        return "\(filters.html(for: reader))<section>\(table.html)\(note)</section>"
    }

    private func row(of line: AttainmentLine) -> DataTable.Row {
        let kept = line.attainment
        let overdue: HTML =
            kept.overdue > 0
            ? "<span class=\"late\">\(reader.formats.number(kept.overdue))</span>" : "\(reader.formats.number(0))"
        let (met, late) = (reader.formats.number(kept.met), reader.formats.number(kept.late))
        let rest = [kept.pending, kept.void, kept.unknown].map { "\(reader.formats.number($0))" as HTML }
        return .init(
            [
                "<bdi>\(line.key.promise)</bdi>",
                reader.phrases("cases.clock.kind.\(line.key.clock.rawValue.camelCased)"), "\(met)", "\(late)", overdue,
            ] + rest + [kept.share.map { "\(reader.formats.percent($0))" } ?? "–"])
    }
}
