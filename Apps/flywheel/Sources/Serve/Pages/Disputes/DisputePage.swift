import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import WebPages

/// A case's disputes: where they stand at the left, with what carries them on; at the right what is decided in them, with what
/// was decided before in the like.
struct DisputePage {
    let record: CaseRecord
    let answer: DisputeAnswer
    /// What somebody may decide of it now, and whose agreement that takes; nothing where nothing is open.
    let verdict: DecisionVerdict?
    /// What was decided before in disputes of the kind; nothing for those who may not read why.
    let precedents: PrecedentsAnswer?
    /// The words that precedents were searched for.
    let search: String
    let mayAnswer: Bool
    let mayDecide: Bool
    /// What was typed into the form that was refused.
    let refused: (act: DisputeAct, form: FlywheelWeb.Fields, faults: [Fault])?
    let reader: Reader

    var id: String { record.id.description }
    var phrases: Phrases { reader.phrases }
    var current: DisputeRow? { answer.disputes.last }

    var html: HTML {
        """
        <p><a href="\("/cases/\(id)" as Address)">\(phrases("disputes.toCase", ["case": .text(id)]))</a> \
        <a href="/cases/disputes">\(phrases("disputes.link"))</a></p>
        <div class="columns">
        <div>
        \(disputes)
        \(DisputeForms(page: self).html)
        </div>
        <div>
        \(proposals)
        \(DecisionForms(page: self).html)
        \(precedentsPart)
        \(decisions)
        </div>
        </div>
        """
    }

    // MARK: Parts

    private var disputes: HTML {
        let parts = answer.disputes.reversed().map { row in
            let facts = DisputeFacts(row: row, reader: reader)
            return "<section class=\"panel\"><h2>\(facts.name)</h2>\n\(facts.html)</section>" as HTML
        }
        return parts.isEmpty ? "<p class=\"empty\">\(phrases("disputes.none"))</p>" : parts.joined()
    }

    private var waiting: [Precedent] {
        let ids = current?.proposals ?? []
        return answer.decisions.filter { ids.contains($0.record.id) }
    }

    /// Decisions that wait for somebody to agree, with why they were proposed.
    private var proposals: HTML {
        guard let dispute = current?.dispute, !waiting.isEmpty else { return .nothing }
        let parts = waiting.map { proposal -> HTML in
            """
            <p>\(line(proposal, in: dispute))</p>
            <p>\(phrases("disputes.needs", ["roles": .text(proposal.decision.needs.joined(separator: ", "))]))</p>
            \(DecisionForms(page: self).review(proposal.record.id))
            """
        }
        return "<section class=\"panel\"><h2>\(phrases("disputes.heading.waiting"))</h2>\n\(parts)</section>"
    }

    private var decisions: HTML {
        guard let dispute = current?.dispute, !answer.decisions.isEmpty else { return .nothing }
        let lines = answer.decisions.map { "<li>\(line($0, in: dispute))</li>" as HTML }
        return """
            <section class="panel"><h2>\(phrases("disputes.heading.decisions"))</h2>
            <ol>\(lines)</ol></section>
            """
    }

    private func line(_ item: Precedent, in dispute: Dispute) -> HTML {
        """
        <span translate="no">\(item.record.id.description)</span> \
        \(phrases("disputes.state.\(item.decision.state.rawValue)", ["person": .text(item.record.by)])), \
        \(reader.formats.moment(item.record.at)): \(reader.word(item.decision.move, in: dispute)), \
        \(because(item))
        """
    }

    private func because(_ item: Precedent) -> HTML {
        item.rationale.map { "<q>\($0)</q>" } ?? phrases("disputes.erased")
    }

    /// What was decided before, beside what is to be decided now.
    private var precedentsPart: HTML {
        guard let precedents, let dispute = current?.dispute else { return .nothing }
        let form = FilterForm(
            Address("/cases/\(id)/disputes"),
            [.search(name: "words", label: phrases("disputes.precedents.search"), text: search)]
        ).html(for: reader)
        let lines = precedents.items.map { item -> HTML in
            let link: Address = "/cases/\(item.record.case.description)/disputes"
            return """
                <li><a href="\(link)" translate="no">\(item.record.case.description)</a> \
                \(item.record.amount.map { "\(reader.formats.money($0))" as HTML } ?? phrases("disputes.unknown")): \
                \(line(item, in: dispute))</li>
                """
        }
        return """
            <section class="panel"><h2>\(phrases("disputes.heading.precedents"))</h2>
            \(form)
            \(lines.isEmpty ? "<p>\(phrases("disputes.precedents.none"))</p>" : "<ul>\(lines)</ul>" as HTML)
            </section>
            """
    }
}
