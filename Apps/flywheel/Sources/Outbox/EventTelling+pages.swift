import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Outbox
import WebPages

extension EventTelling {
    /// Tells of events in the words of the pages, to whoever chose none in those of the United States.
    init(_ settings: OutboxSettings, plan: Plan, zone: String, now: @escaping @Sendable () -> Instant) {
        let titles = Dictionary(
            plan.stages.map { ($0.manifest.id, $0.manifest.title) }, uniquingKeysWith: { first, _ in first })
        self.init(language: settings.language) { line, words in
            let reader =
                words.reader(zone: zone, asOf: now()) ?? Reader(locale: .enUS, figures: nil, zone: zone, asOf: now())
            return line.told(by: reader, titles: titles)
        }
    }
}

extension Session {
    /// Tells of events in the language of who reads of them.
    var telling: EventTelling {
        let (zone, now) = (clock.zone.identifier, now)
        return EventTelling(outbox, plan: host.plan, zone: zone) { now }
    }
}

extension EventLine {
    /// The line in the language of a reader; ids, accounts and codes stay.
    fileprivate func told(by reader: Reader, titles: [String: String]) -> String {
        let phrases = reader.phrases
        let several =
            count > 1 ? phrases.text("event.several", ["subject": .text(subject), "more": .count(count - 1)]) : subject
        let said = [
            state.map { Self.word(ofState: $0, reader) }, detail.map { Self.word(ofDetail: $0, of: verb, phrases) },
            workflow.map { reader.saidText(titles[$0] ?? $0) }, account,
        ]
        let facts = said.compactMap(\.self)
        return phrases.text(
            facts.isEmpty ? "event.line" : "event.lineFacts",
            [
                "subject": .text(several), "event": .text(phrases.event(verb.rawValue) ?? verb.rawValue),
                "facts": .text(facts.joined(separator: ", ")),
            ])
    }

    private static func word(ofState state: String, _ reader: Reader) -> String {
        ExceptionRecord.State(rawValue: state) == nil
            ? reader.saidText(state) : reader.phrases.text("state.\(state)")
    }

    private static func word(ofDetail detail: String, of verb: JournalEvent.Verb, _ phrases: Phrases) -> String {
        (verb == .undone ? phrases.event(detail) : nil) ?? detail.inWords
    }
}
