import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// A dispute as it stands: what is asked for, by which rules, what happens at its deadline, what was brought, ruled and held.
struct DisputeFacts {
    let row: DisputeRow
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    private var dispute: Dispute { row.dispute }

    /// The heading of the dispute.
    var name: HTML {
        "\(reader.word(dispute.terms.rules.kind)), <span translate=\"no\">\(dispute.terms.reason)</span>"
    }

    /// What happens at the deadline; nothing where there is none.
    var expiry: HTML? {
        guard let then = dispute.atDeadline else { return nil }
        let words = phrases("disputes.then.\(then.rawValue)")
        return row.isAgainstDesk ? "\(words) <span class=\"late\">\(phrases("disputes.lost"))</span>" : words
    }

    /// Where it stands, for those who work on its case.
    var summary: HTML { Definitions([(phrases("disputes.fact.kind"), name)] + standing).html }

    /// All that is known of it.
    var html: HTML {
        let terms = dispute.terms
        let parties = DisputeParty.allCases.map { reader.word($0, in: dispute) }.joined(by: "<br>")
        let desk = phrases("disputes.deskFor", ["side": .html(phrases("cases.side.\(terms.desk.rawValue)"))])
        let items: [(name: HTML, value: HTML)] =
            standing + [
                (phrases("disputes.fact.parties"), "\(parties)<br>\(desk)"),
                (phrases("disputes.fact.rules"), "<span translate=\"no\">\(terms.rules.name)</span>"),
            ]
        return "\(Definitions(items).html)\n\(exhibits)\(rulings)\(escrows)"
    }

    private var standing: [(name: HTML, value: HTML)] {
        func add(_ key: String, _ value: HTML?) -> [(name: HTML, value: HTML)] {
            value.map { [(phrases("disputes.fact.\(key)"), $0)] } ?? []
        }
        func sum(_ money: Money?) -> HTML? { money.map { "\(reader.formats.money($0))" } }
        return add("amount", sum(dispute.amount) ?? phrases("disputes.unknown"))
            + add("stage", reader.word(dispute.stage))
            + add("deadline", dispute.deadline.map { reader.deadline($0) }) + add("then", expiry)
            + add("ruling", dispute.ruling.map { reader.word($0.outcome) }) + add("held", sum(dispute.held))
            + add("paid", sum(dispute.paid)) + add("owed", sum(dispute.owed)) + add("overpaid", sum(dispute.overpaid))
    }

    // MARK: What came of it

    private var exhibits: HTML {
        list(
            "disputes.heading.evidence",
            dispute.exhibits.map { exhibit in
                let evidence = exhibit.evidence
                return """
                    \(reader.word(evidence.kind)) <span translate="no">\(evidence.reference)</span>, \
                    \(reader.word(evidence.by, in: dispute)), \(reader.formats.moment(exhibit.at))
                    """
            })
    }

    private var rulings: HTML {
        list(
            "disputes.heading.rulings",
            dispute.rulings.map { ruling in
                "\(reader.word(ruling.outcome)), \(authority(ruling.authority)), \(reader.formats.moment(ruling.at))"
            })
    }

    private var escrows: HTML {
        list(
            "disputes.heading.holds",
            dispute.escrows.map { escrow in
                let hold = escrow.hold
                let held = phrases(
                    dispute.award == nil ? "disputes.step.left" : "disputes.step.leftAsRuled",
                    [
                        "left": .text(reader.formats.money(escrow.held)),
                        "amount": .text(reader.formats.money(hold.amount)),
                        "until": .text(reader.formats.moment(hold.until)),
                        "party": .html(reader.word(hold.then, in: dispute)),
                    ])
                let codes: HTML = "<span translate=\"no\">\(hold.rule), \(hold.reason)</span>"
                return "\(held), \(codes), \(authority(hold.authority))"
            })
    }

    private func authority(_ authority: Authority) -> HTML {
        switch authority {
        case .desk(let decision):
            let names = [decision.proposer, decision.reviewer].compactMap(\.self).map { "<bdi>\($0)</bdi>" as HTML }
            return "<span translate=\"no\">D\(String(decision.number))</span> \(names.joined(by: ", "))"
        case .outside(let reference):
            let letter: HTML = "<span translate=\"no\">\(reference)</span>"
            return phrases("disputes.by.letter", ["letter": .html(letter)])
        case .proposed: return phrases("disputes.by.nobody")
        case .claimant: return reader.word(.claimant, in: dispute)
        case .deadline: return phrases("disputes.by.deadline")
        }
    }

    private func list(_ heading: String, _ items: [HTML]) -> HTML {
        items.isEmpty ? .nothing : "<h3>\(phrases(heading))</h3><ol>\(items.map { "<li>\($0)</li>" as HTML })</ol>"
    }
}
