import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// The disputes of a case: what is asked for, where each stands, what happens at its deadline, and what was decided.
struct CaseDispute {
    let answer: DisputeAnswer
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let disputes = answer.disputes.map { Definitions(facts(of: $0)).html }
        let decisions = answer.decisions.map { decision -> HTML in
            """
            <li><span translate="no">\(decision.record.id.description)</span> <bdi>\(decision.record.by)</bdi>, \
            \(reader.formats.moment(decision.record.at)): \(decision.decision.move.words)\
            \(decision.rationale.map { ", <q>\($0)</q>" as HTML })</li>
            """
        }
        return """
            <section class="panel"><h2>\(phrases("cases.heading.dispute"))</h2>
            \(disputes)
            \(decisions.isEmpty ? .nothing : "<ol>\(decisions)</ol>")
            </section>
            """
    }

    private func facts(of row: DisputeRow) -> [(name: HTML, value: HTML)] {
        let dispute = row.dispute
        var items: [(name: HTML, value: HTML)] = [
            (phrases("cases.dispute.kind"), "\(dispute.terms.rules.kind.words), \(dispute.terms.reason)"),
            (
                phrases("cases.dispute.amount"),
                dispute.amount.map { "\(reader.formats.money($0))" } ?? phrases("cases.dispute.unknown")
            ),
            (phrases("cases.dispute.stage"), reader.phrases("cases.stage.\(dispute.stage.rawValue.camelCased)")),
        ]
        if let deadline = dispute.deadline {
            let then = row.isAgainstDesk ? phrases("cases.dispute.lost") : .nothing
            items.append((phrases("cases.dispute.deadline"), "\(reader.deadline(deadline)) \(then)"))
        }
        if let ruling = dispute.ruling {
            items.append((phrases("cases.dispute.ruling"), "\(ruling.outcome.words)"))
        }
        if let held = dispute.held {
            items.append((phrases("cases.dispute.held"), "\(reader.formats.money(held))"))
        }
        if let paid = dispute.paid {
            items.append((phrases("cases.dispute.paid"), "\(reader.formats.money(paid))"))
        }
        return items
    }
}
