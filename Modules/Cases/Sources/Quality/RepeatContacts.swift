import FlywheelKit

/// Who came back, by case and by topic: the same person about the same, within so many days after a case first ended.
///
/// Coming back is another case of the same person and topic opened after that, or the case itself being opened again.
public struct RepeatContacts: Sendable {
    /// The length of the window, in days of 24 hours.
    public let days: Int
    /// Cases that ended and of which nobody can tell whether their person came back: who asked or about what is unknown, or
    /// their source counts that they were opened again and does not say when.
    public let unknown: Int
    private let cases: [CaseTimeline]
    /// By case; whether it is known who asked, and about what.
    private let isKnown: [Bool]
    /// By case; `nil` where it has not ended, or where nobody can tell.
    private let windows: [ContactWindow?]

    /// Looks for whoever came back.
    public init(_ cases: [CaseTimeline], days: Int = 7) {
        precondition(days > 0, "a window is longer than no day, found \(days)")
        var openings: [Contact: [Instant]] = [:]
        for item in cases {
            for contact in Contact.all(of: item) { openings[contact, default: []].append(item.opened ?? item.now) }
        }
        for contact in openings.keys { openings[contact]?.sort() }
        isKnown = cases.map { !Contact.all(of: $0).isEmpty }
        windows = cases.map { item in
            let contacts = Contact.all(of: item)
            let hidesReopening = item.reopened.isEmpty && (item.matter.stated.reopenings ?? 0) > 0
            guard let ended = item.firstEnded, !contacts.isEmpty, !hidesReopening else { return nil }
            let others = contacts.compactMap { contact -> Instant? in
                let own = openings[contact, default: []]
                return own[own.prefixCount { $0 <= ended }...].first
            }
            let back = (others + item.reopened.prefix(1)).min()
            return ContactWindow(
                seen: (back ?? item.now).seconds - ended.seconds, cameBack: back != nil,
                age: item.now.seconds - ended.seconds)
        }
        unknown = zip(cases, windows).count { $0.firstEnded != nil && $1 == nil }
        self.cases = cases
        self.days = days
    }

    /// Of all cases.
    public var all: RepeatContact { RepeatContact(windows.compactMap(\.self), seconds: seconds) }

    /// By topic, those asked about most first; a case of several topics counts under each.
    public var byTopic: [(topic: String, contact: RepeatContact)] {
        var topics: [String: [ContactWindow]] = [:]
        for (item, window) in zip(cases, windows) {
            guard let window else { continue }
            for topic in Set(item.topics) { topics[topic, default: []].append(window) }
        }
        return topics.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { ($0.key, RepeatContact($0.value, seconds: seconds)) }
    }

    /// Whether the person of a case, by its place among the cases, came back.
    func answer(at index: Int) -> ContactWindow.Answer? { windows[index]?.answer(within: seconds) }

    /// Whether it is known who asked in a case, by its place, and about what.
    func knowsWho(at index: Int) -> Bool { isKnown[index] }

    private var seconds: Int64 { Int64(days) * 86_400 }
}

/// Somebody, about something.
private struct Contact: Hashable {
    let account: String
    let requester: Int64
    let topic: String

    static func all(of item: CaseTimeline) -> Set<Contact> {
        guard let requester = item.matter.requester else { return [] }
        return Set(item.topics.map { Contact(account: item.matter.account, requester: requester, topic: $0) })
    }
}
