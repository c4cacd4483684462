import CaseDesk
import FlywheelKit
import FlywheelStore

/// What `privacy export` prints: all that is kept of one person.
struct DisclosureAnswer: Answer {
    let disclosure: Disclosure

    let listKey: String? = "texts"
    let columns = ["at", "field", "id", "case", "text"]

    var rows: [JSON] {
        disclosure.texts.map { text in
            [
                "at": .instant(text.at), "field": .text(text.field.rawValue), "id": .text(text.recordName),
                "case": .text(text.case?.description), "text": .text(text.text),
            ]
        }
    }

    var json: JSON {
        let party = disclosure.party
        return [
            "schema": "flywheel.disclosure/1",
            "party": [
                "id": .text(party.id.description), "side": .text(party.side), "since": .instant(party.since),
                "erased": .instant(party.erased),
            ], "texts": .array(rows),
            "cases": .array(
                disclosure.cases.map { record in
                    [
                        "id": .text(record.id.description), "source": .text(record.key.source),
                        "code": .text(record.key.code), "account": .text(record.key.account),
                        "marketplace": .text(record.marketplace), "state": .text(record.state),
                        "opened": .instant(record.opened), "ended": .instant(record.ended),
                    ]
                }),
            "decisions": .array(
                disclosure.decisions.map { decision in
                    [
                        "id": .text(decision.id.description), "case": .text(decision.case.description),
                        "at": .instant(decision.at), "kind": .text(decision.kind),
                        "amount": .text(decision.amount?.amount), "currency": .text(decision.amount?.currency.code),
                    ]
                }),
            "outreach": .array(
                disclosure.outreach.map { contact in
                    [
                        "id": .text(contact.id.description), "template": .text(contact.template),
                        "at": .instant(contact.at), "state": .text(contact.state),
                    ]
                }),
            "accesses": .array(disclosure.accesses.map(\.json)),
        ]
    }

    func text(on page: Page) -> [String] {
        let party = disclosure.party
        let counts = [
            Numbers.count(disclosure.texts.count, "text"), Numbers.count(disclosure.cases.count, "case"),
            Numbers.count(disclosure.decisions.count, "decision"), Numbers.count(disclosure.accesses.count, "look"),
        ]
        var lines = [
            "\(page.ink(party.id.description, .bold))  \(party.side ?? "side unknown"), since \(page.clock.dated(party.since))",
            counts.joined(separator: ", "),
        ]
        if let erased = party.erased { lines.append("What was written until \(page.clock.dated(erased)) was erased") }
        for text in disclosure.texts {
            let written = text.field == .subject ? nil : text.case.map { "\($0) " }
            let place = (written ?? "") + text.recordName
            lines += ["", "\(page.ink(text.field.rawValue, .bold))  \(place)  \(page.clock.dated(text.at))"]
            lines += text.text.split(separator: "\n").flatMap { page.wrapped(String($0).visible, head: "  ") }
        }
        return lines + [""] + page.next("flywheel privacy log \(party.id)")
    }
}

extension PersonalText {
    /// The id of the record it belongs to.
    fileprivate var recordName: String {
        switch field {
        case .name, .address, .contact: PartyID(number).description
        case .subject: CaseID(number).description
        case .message, .attachments, .reference: MessageID(number).description
        case .rationale: DecisionID(number).description
        }
    }
}
