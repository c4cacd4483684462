public import FlywheelKit

/// What was said of one field of a case, here and at its source.
///
/// The desk's word holds until a person takes the source's; where the desk said nothing, the source's does.
public struct Word<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What the desk said last, and when; nothing where it said nothing or a person took the source's word since.
    public private(set) var here: Said?
    /// What the source says, and since when.
    public private(set) var there: Said?

    /// Something said.
    public struct Said: Hashable, Sendable {
        /// What.
        public let value: Value
        /// When.
        public let at: Instant
        /// By whom.
        public let by: Hand
    }

    /// Reads what events, oldest first, say of a field.
    init(_ field: CaseField, in events: [CaseEvent], _ read: (CaseEvent.What) -> Value?) {
        for event in events {
            if event.what == .took(field) { here = nil }
            guard let value = read(event.what) else { continue }
            let said = Said(value: value, at: event.at, by: event.by)
            if event.by == .source {
                // Said again is no news.
                if there?.value != value { there = said }
            } else {
                here = said
            }
        }
    }

    /// What holds.
    public var value: Value? { here?.value ?? there?.value }

    /// Both words, where they differ and the source's came later.
    func conflict(_ field: CaseField, _ text: (Value) -> String) -> CaseConflict? {
        guard let here, let there, here.value != there.value, here.at < there.at else { return nil }
        return CaseConflict(field, here: text(here.value), there: text(there.value), since: there.at)
    }
}
