import FlywheelKit
import FlywheelStore

/// What a webhook is sent of an event, in the form that Standard Webhooks proposes: `type`, `timestamp`, `data`.
///
/// It holds ids and codes, no texts: neither what people wrote nor who they are, nor what products are called.
struct EventMessage: Hashable, Codable {
    /// What kind of record it happened to and what happened: `exception.closed`.
    let type: String
    /// When it happened.
    let timestamp: Instant
    let data: Contents

    struct Contents: Hashable, Codable {
        /// The entry of the journal.
        let sequence: Int64
        /// The event's place in it.
        let position: Int
        /// What happened, as the journal writes it.
        let verb: JournalEvent.Verb
        /// Whether a `person`, the `system` or a `rule` did it.
        let actor: Actor.Kind
        /// To which records it happened, in runs of ids that follow each other.
        let subjects: [SubjectRun]
        /// Where all of them belong; none of the three is there where they do not share it or belong to none.
        let place: SubjectPlace?
        /// The rotation, import or rule that brought it about.
        let cause: String?
        /// The state after it.
        let state: String?
        /// More about it, where that is a code.
        let detail: String?
    }

    /// The message of an event.
    init(_ line: JournalLine, subjects: [SubjectRun], place: SubjectPlace?) {
        let event = line.event
        type = "\(Self.record(event.subject)).\(event.verb.rawValue)"
        timestamp = line.at
        data = Contents(
            sequence: line.sequence, position: line.position, verb: event.verb, actor: line.actor.kind,
            subjects: subjects, place: place, cause: Self.word(event.cause), state: Self.word(event.state),
            detail: Self.saysCodes(event.verb) ? Self.word(event.detail) : nil)
    }

    /// What kind of record an id is of; `house` where it is of none.
    private static func record(_ id: String) -> String {
        guard let letter = id.first, Int64(id.dropFirst()) != nil else { return "house" }
        return records[String(letter)] ?? "record"
    }

    private static let records = [
        ExceptionRecord.letter: "exception", ImportRecord.letter: "import", RotationRecord.letter: "rotation",
        ChangeRecord.letter: "change", CaseRecord.letter: "case", PartyRecord.letter: "party",
        MessageRecord.letter: "message", DecisionRecord.letter: "decision", OutreachRecord.letter: "contact",
        SubscriptionRecord.letter: "subscription", LoopRecord.Kind.proposal.letter: "proposal",
        LoopRecord.Kind.candidate.letter: "candidate", LoopRecord.Kind.habit.letter: "routine",
        LoopRecord.Kind.assessment.letter: "assessment", LoopRecord.Kind.setting.letter: "setting",
    ]

    /// Whether a verb's detail is a code or an id. The details of others name people, hold digests or words of somebody.
    private static func saysCodes(_ verb: JournalEvent.Verb) -> Bool {
        switch verb {
        case .closed, .cleared, .dismissed, .notFixed, .returned, .reopened, .joined, .snoozed, .woken, .playbookOpened,
            .stepDone, .undone, .proposed, .approved, .refused, .written, .takenBack, .superseded, .held, .escalated,
            .promised, .decided, .reviewed, .merged, .unmerged, .contacted, .disabled, .replayed:
            true
        default: false
        }
    }

    private static func word(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension EventMessage {
    /// As a webhook gets it.
    var json: String { get throws { try CanonicalJSON.text(self) } }

    /// What a line for people says.
    var line: EventLine {
        EventLine(
            subject: data.subjects.first?.first ?? "", count: data.subjects.reduce(0) { $0 + $1.count },
            verb: data.verb,
            state: data.state, detail: data.detail, workflow: data.place?.workflow, account: data.place?.account)
    }
}
