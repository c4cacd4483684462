import Assessment
import FlywheelKit
import FlywheelStore
import Learning
import WebPages

/// What was decided about how to work, and about cases: since when, by whom, and what came of it.
struct DecisionsPage {
    let answer: DecisionsAnswer
    /// Registers another; `nil` for whoever may not.
    let form: DecisionForm?
    let reader: Reader

    var html: HTML {
        let phrases = reader.phrases
        let table = DataTable(
            id: "decisions", caption: phrases("wheel.decisionsCaption", ["count": .count(answer.decisions.count)]),
            columns: [
                .init(phrases("wheel.column.decision")), .init(phrases("wheel.column.subject")),
                .init(phrases("wheel.column.since")), .init(phrases("wheel.column.by")),
                .init(phrases("wheel.column.review")), .init(phrases("wheel.column.effect")),
            ], rows: answer.decisions.reversed().map(row), empty: phrases("wheel.noDecisions"))
        let section = form.map { "\n<section>\($0.html)</section>" as HTML }
        let links = WheelLinks(reader: reader, current: "/wheel/decisions").html
        return "\(links)\(section)\n<section>\(table.html)</section>"
    }

    private func row(of decision: RegisteredDecision) -> DataTable.Row {
        let id = decision.id.description
        // A decision about a case is told on the page of its case.
        let link: HTML =
            decision.state == nil
            ? "<a href=\"\("/cases/\(decision.subject)" as Address)\" translate=\"no\">\(id)</a>"
            : "<a href=\"\("/wheel/decisions/\(id)" as Address)\" translate=\"no\">\(id)</a>"
        let review: HTML =
            decision.isDue
            ? "<span class=\"late\">\(reader.phrases("wheel.due"))</span>"
            : decision.review.map { "\(reader.formats.near($0))" } ?? "–"
        let effect: HTML =
            decision.state == .rolledBack
            ? reader.phrases("wheel.proposal.rolledBack")
            : decision.effect.map { reader.phrases("wheel.effect.\($0.camelCased)") } ?? "–"
        return DataTable.Row(
            [
                "\(link) <span translate=\"no\">\(decision.kind)</span>",
                "<span translate=\"no\">\([decision.workflow, decision.subject].compactMap(\.self).joined(separator: " "))</span>",
                "\(reader.formats.near(decision.at))", "<bdi>\(decision.by)</bdi>", review, effect,
            ], isMarked: decision.isDue)
    }
}

/// One decision: what it changed, what it rests on, and its measured effect.
struct DecisionPage {
    let answer: RegisterAnswer
    /// Who looks may review it.
    let mayDecide: Bool
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let (record, body) = (answer.kept.record, answer.kept.body)
        var items: [(name: HTML, value: HTML)] = [
            (phrases("wheel.column.decision"), "<span translate=\"no\">\(body.kind.rawValue)</span>"),
            (
                phrases("wheel.column.subject"),
                "<span translate=\"no\">\([record.workflow, body.subject].compactMap(\.self).joined(separator: " "))</span>"
            ),
            (phrases("wheel.column.since"), "\(reader.formats.moment(body.effective))"),
            (phrases("wheel.column.by"), "<bdi>\(record.by)</bdi>"),
            (phrases("wheel.column.review"), "\(reader.formats.moment(body.review))"),
        ]
        if let change = body.change {
            items.append((phrases("wheel.change"), "\(reader.plain(change.from)) → \(reader.plain(change.to))"))
        }
        if !body.evidence.isEmpty {
            let links = body.evidence.map { RecordLink(id: $0).html }
            items.append((phrases("wheel.evidence"), links.joined(by: " ")))
        }
        if let taken = body.rolledBack {
            items.append((phrases("wheel.proposal.rolledBack"), "\(reader.formats.moment(taken))"))
        }
        items.append((phrases("wheel.column.effect"), reader.said(answer.effect)))
        let review = Form(
            to: "/wheel/decisions/\(record.id)/review", button: Button(phrases("wheel.act.review")), isInPlace: false)
        return """
            \(WheelLinks(reader: reader, current: "/wheel/decisions").html)
            <section>\(Definitions(items).html)
            \(mayDecide && answer.kept.state == .inForce ? review.html(for: reader) : .nothing)</section>
            """
    }
}
