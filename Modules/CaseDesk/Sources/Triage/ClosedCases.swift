import Cases
public import FlywheelKit
public import FlywheelStore
public import Triage

/// The desk's cases that are over, as messages that people labelled.
public enum ClosedCases {
    /// What each began with, without what its writer quoted, and what it was about: the intents that people set, else the
    /// topic its source states. Cases that nobody labelled, or whose text was erased, are left out.
    public static func messages(in store: any CaseStore, now: Instant) throws -> [LabelledMessage] {
        var query = CaseQuery()
        query.isDone = true
        let asked = try DeskCases.all(in: store, query).compactMap { id, contents in
            contents.labels.isEmpty ? nil : contents.asked.first.map { (id, $0.message.number, contents) }
        }
        let texts = try store.ownTexts(of: asked.map { (case: $0.0, number: $0.1) }, now: now)
        return asked.compactMap { _, number, contents in
            texts[number].map { LabelledMessage($0, labels: contents.labels, language: contents.language) }
        }
    }
}
