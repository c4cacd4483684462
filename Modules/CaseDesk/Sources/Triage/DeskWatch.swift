public import Cases
public import FlywheelKit
public import FlywheelStore
import Foundation

/// What the watch over a desk's automation reads of the time since its triage was trained.
public struct DeskWatch: Sendable {
    /// Each measure, with the language of the messages it was read of; `nil` for all.
    public let readings: [(language: String?, reading: AutomationWatch.Reading)]

    /// Days of messages that are compared with those of the training.
    private static let days = 28.0
    private static let kind = "triage-watch"

    /// Reads what triage makes of the newest messages, and what people said of those it would have decided about.
    ///
    /// - Parameter labelled: the cases that people labelled since the training.
    public init(in store: any CaseStore, by kept: KeptTriage, labelled: LabelledCases, now: Instant) throws {
        let drift = try Self.drift(in: store, by: kept, now: now)
        let decided = AutomationPeriod(
            audits: labelled.audits, overrides: labelled.overrides, handoffs: try Self.handoffs(in: store, by: kept))
        readings = drift + AutomationWatch(reference: nil).readings(of: decided).map { (nil, $0) }
    }

    private static func drift(
        in store: any CaseStore, by kept: KeptTriage, now: Instant
    ) throws -> [(language: String?, reading: AutomationWatch.Reading)] {
        let begin = [kept.trained, now.advanced(byDays: -days)].compactMap(\.self).max() ?? now
        let newest = try DeskCases.all(in: store).compactMap { id, contents in
            contents.asked.last.flatMap { $0.at > begin ? (id, $0.message.number, contents.language) : nil }
        }
        let texts = try store.ownTexts(of: newest.map { (case: $0.0, number: $0.1) }, now: now)
        var worker = TriageWorker(kept.triage)
        let messages = newest.compactMap { _, number, language in
            texts[number].map { worker.triage($0, language: language) }
        }
        return kept.triage.languages.sorted { $0.key < $1.key }.flatMap { language, entry in
            let own = messages.filter { $0.language == language && !$0.labels.isEmpty }
            let period = AutomationPeriod(
                certainties: own.map(\.certainty), labels: own.reduce(into: [:]) { $0[$1.labels[0], default: 0] += 1 })
            return AutomationWatch(reference: entry.basis.reference).readings(of: period).map { (language, $0) }
        }
    }

    /// Of the cases that a rule answered by what triage decided, since it was trained, those that a person had to take over.
    private static func handoffs(in store: any CaseStore, by kept: KeptTriage) throws -> AutomationPeriod.Share? {
        let answered = try store.outreach(with: nil).compactMap { record -> (case: CaseID, at: Instant)? in
            let note = try OutreachNote(of: record)
            guard note.isAutomatic, let id = record.case, let at = note.written, let trained = kept.trained else {
                return nil
            }
            return at > trained ? (id, at) : nil
        }
        guard !answered.isEmpty else { return nil }
        let cases = Dictionary(
            try store.caseRecords(answered.map(\.case)).map { ($0.id, try $0.contents()) },
            uniquingKeysWith: { first, _ in first })
        return AutomationPeriod.Share(
            answered.count { answer in cases[answer.case]?.isTakenOver(after: answer.at) ?? false }, of: answered.count)
    }

    // MARK: What was found last

    /// Reads, and keeps what is beyond its limits where that is news: cases show it from then on.
    public static func look(in store: any CaseStore, by actor: Actor, now: Instant) throws {
        guard let kept = try KeptTriage(trainedIn: store) else { return }
        let labelled = try LabelledCases(in: store, by: kept, now: now)
        let breaches = try DeskWatch(in: store, by: kept, labelled: labelled, now: now).readings
            .compactMap(\.reading.breach)
        guard breaches != kept.breaches else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try store.keep(
            ModelRecord(kind: kind, at: now, by: actor.name, bytes: Array(encoder.encode(breaches))), by: actor)
    }

    /// What was found last of a triage, where it was looked at since it was trained.
    static func breaches(in store: any CaseStore, since trained: Instant) throws -> [AutomationBreach] {
        guard let record = try store.model(kind, digest: nil), record.at >= trained else { return [] }
        return try JSONDecoder().decode([AutomationBreach].self, from: Data(record.bytes))
    }
}
