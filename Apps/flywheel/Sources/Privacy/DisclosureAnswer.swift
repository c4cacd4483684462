import CaseDesk
import FlywheelKit
import FlywheelStore

/// What `privacy export` prints: all that is kept of one person.
struct DisclosureAnswer: DocumentedAnswer {
    let disclosure: Disclosure

    let listKey: String? = "texts"

    static let document = Document("disclosure", "All that is kept of one person, and who saw it.", members)

    static let members: Members<Self> = [
        "party": .part([
            "id": .value(\.disclosure.party.id), "side": .value(\.disclosure.party.side),
            "since": .value(\.disclosure.party.since), "erased": .value(\.disclosure.party.erased),
        ]), "texts": .value(\.disclosure.texts),
        "cases": .list(
            \.disclosure.cases,
            [
                "id": .value(\.id), "source": .value(\.key.source), "code": .value(\.key.code),
                "account": .value(\.key.account), "marketplace": .value(\.marketplace), "state": .value(\.state),
                "opened": .value(\.opened), "ended": .value(\.ended),
            ]),
        "decisions": .list(
            \.disclosure.decisions,
            [
                "id": .value(\.id), "case": .value(\.case), "at": .value(\.at), "kind": .value(\.kind),
                "amount": .init(.maybe(.decimal)) { .text($0.amount?.amount) }, "currency": .value(\.amount?.currency),
            ]),
        "outreach": .list(
            \.disclosure.outreach,
            ["id": .value(\.id), "template": .value(\.template), "at": .value(\.at), "state": .value(\.state)]),
        "accesses": .value(\.disclosure.accesses),
    ]

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

extension PersonalText: JSONRecord {
    static let members: Members<Self> = [
        "at": .value(\.at), "field": .word(\.field), "id": .value(\.recordName), "case": .value(\.case),
        "text": .value(\.text),
    ]

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
