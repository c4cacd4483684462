import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import People
import WebPages

/// What happened to an exception, what people wrote about it, and how the same went before.
struct HistorySection {
    let visit: PageVisit
    let answer: ShowAnswer

    init(_ visit: PageVisit, _ answer: ShowAnswer) {
        self.visit = visit
        self.answer = answer
    }

    private var words: Phrases { visit.words }

    /// The section, newest line last, with a form for a note.
    var html: HTML {
        let lines = answer.explanation.history.map(line)
        return """
            <section class="panel"><h2>\(words("exception.history"))</h2>\(earlier)<ul class="plain history">
            \(lines)
            </ul>\(undo)\(note)</section>
            """
    }

    private func line(_ line: (at: Instant, actor: Actor, event: JournalEvent)) -> HTML {
        let by: HTML = line.actor.kind == .person ? " <bdi>\(line.actor.name)</bdi>" : .nothing
        let cause: HTML = line.event.cause.isEmpty ? .nothing : " <code>\(line.event.cause)</code>"
        return """
            <li><time class="muted">\(visit.formats.moment(line.at))</time> \
            <strong>\(visit.event(line.event.verb))</strong>\(by)\(cause) \(detail(line.event))</li>
            """
    }

    /// What the event says besides: a note's text, else the codes that the journal keeps.
    private func detail(_ event: JournalEvent) -> HTML {
        if let order = OrderDetail(event.detail) {
            return words("exception.ordered", ["day": .text(visit.formats.day(order.arrives))])
        }
        switch event.verb {
        case .noted:
            let id = NoteDigest.id(in: event.detail)
            guard let note = answer.explanation.notes.first(where: { $0.id == id }) else {
                return "<span class=\"muted\">\(words("exception.noteErased"))</span>"
            }
            return "<q>\(note.text)</q>"
        case .snoozed:
            let parts = event.detail.split(separator: " ")
            let until = parts.first.flatMap { Instant(String($0)) }.map(visit.formats.near) ?? ""
            return "\(until) \(parts.dropFirst().joined(separator: " "))"
        case .cleared, .returned:
            return event.detail.isEmpty ? .nothing : words("exception.why.\(event.verb.rawValue).\(event.detail)")
        case .playbookOpened: return .nothing
        case .closed:
            return visit.cause(event.detail, of: answer)
        case .dismissed: return "\(event.detail.inWords)"
        case .undone: return JournalEvent.Verb(rawValue: event.detail).map(visit.event) ?? .nothing
        default: return event.detail.isEmpty ? .nothing : "<code>\(event.detail)</code>"
        }
    }

    private var earlier: HTML {
        guard let last = answer.explanation.earlier.first else { return .nothing }
        let link: HTML = "<a href=\"/x/\(last.exception.id.description)\">\(last.exception.id.description)</a>"
        return """
            <p>\(words(
                "exception.earlier",
                [
                    "count": .count(answer.explanation.earlier.count), "id": .html(link),
                    "time": .text(visit.formats.day(last.ended)),
                    "cause": .text(last.exception.rootCause?.inWords ?? "?"),
                ]))</p>
            """
    }

    private var undo: HTML {
        guard visit.may(.work),
            answer.explanation.history.contains(where: { $0.actor.kind == .person && $0.actor.name == visit.person })
        else { return .nothing }
        return Form(
            to: "/x/\(answer.id.description)/undo", button: Button(words("exception.do.undo")),
            hidden: ["return": visit.address.text], isInPlace: false
        ).html(for: visit.reader)
    }

    private var note: HTML {
        guard visit.may(.work) else { return .nothing }
        return WorkForm(verb: .note, ids: [answer.id], back: visit.address).html(in: visit)
    }
}
