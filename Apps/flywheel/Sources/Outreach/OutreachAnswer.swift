import CaseDesk
import FlywheelKit
import FlywheelStore

/// What `outreach` prints: messages that the desk writes first, or what was decided about them.
struct OutreachAnswer: DocumentedAnswer {
    var messages: [Outreach]
    /// How many there are in all states.
    let all: Int
    let clock: WallClock
    /// Whether flywheel.yaml has rules for them.
    let hasRules: Bool
    /// What was done to them, in the past tense; `nil` where they are listed.
    var verb: String?
    /// What the one that is shown says; `nil` for several, and where its template is gone or asks for what is not known.
    var text: String?
    var refused: [Refused] = []

    var refusals: [Diagnostic] { refused.map(\.why) }

    let listKey: String? = "items"
    let columns = [
        "id", "state", "rule", "occasion", "about", "account", "marketplace", "language", "sendAfter", "promised",
        "chance", "party", "case", "decidedBy", "written",
    ]

    var exit: Exit { refused.exit(done: messages.count) }

    static let document = Document("outreach", "Messages that the desk writes first.", members)

    static let members: Members<Self> = [
        "done": .value(\.verb), "all": .value(\.all), "items": .value(\.messages), "text": .value(\.text),
        "refused": .value(\.refused),
    ]

    func text(on page: Page) -> [String] {
        guard let first = messages.first else {
            if !refusals.isEmpty { return [] }
            guard hasRules else {
                return page.wrapped("flywheel.yaml has no rules for outreach yet: cases: {templates: …, outreach: …}")
                    + page.next("flywheel explain outreach")
            }
            return [verb == nil ? "No message waits" : "Nothing new is due"]
                + page.next(verb == nil ? "flywheel outreach propose" : "flywheel outreach")
        }
        let head = verb.map { ["\($0) \(Numbers.count(messages.count, "message"))", ""] } ?? []
        let says = text.map { [""] + page.wrapped($0.visible, head: "Says    ") } ?? []
        return head + table(page) + says + next(page, first)
    }

    private func table(_ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("ID"), .init("STATE"), .init("SEND AFTER"), .init("CHANCE", isRight: true), .init("ABOUT", least: 12),
            .init("RULE", least: 8), .init("LANGUAGE"),
        ]
        let rows = messages.map { message -> [Table.Cell] in
            [
                Table.Cell(message.record.id.description, .bold), Table.Cell(message.record.state),
                Table.Cell(clock.dated(message.note.sendAfter)),
                Table.Cell(message.note.chance.map { Numbers.percent($0) } ?? ""),
                Table.Cell(message.about.visible), Table.Cell(message.note.rule.visible),
                Table.Cell(message.note.language.isEmpty ? "any" : message.note.language.visible),
            ]
        }
        return Table(columns: columns, rows: rows).lines(on: page)
    }

    private func next(_ page: Page, _ first: Outreach) -> [String] {
        switch first.state {
        case .proposed?: page.next("flywheel outreach approve \(first.record.id)")
        case .approved?: page.next("flywheel outreach write --output outreach.csv")
        default: []
        }
    }
}

extension Outreach: JSONRecord {
    /// What it is about, in words.
    fileprivate var about: String { note.occasion == "late-order" ? "order \(note.about)" : note.about }

    static let members: Members<Self> = [
        "id": .value(\.record.id), "state": .word(of: OutreachNote.State.self, \.record.state),
        "rule": .value(\.note.rule), "occasion": .value(\.note.occasion), "about": .value(\.note.about),
        "account": .value(\.note.account), "marketplace": .value(\.note.marketplace),
        "language": .value(\.note.language), "sendAfter": .value(\.note.sendAfter),
        "promised": .value(\.note.promised), "chance": .value(\.note.chance), "because": .value(\.note.because),
        "party": .value(\.record.party), "case": .value(\.record.case), "decidedBy": .value(\.note.decidedBy),
        "written": .value(\.note.written),
    ]
}
