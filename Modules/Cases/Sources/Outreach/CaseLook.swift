import FlywheelKit
import Statistics

/// A case as it could be seen at a moment, and whether it became a dispute in the time after.
struct CaseLook {
    let name: String
    let at: Instant
    let hoursWaiting: Double
    let messages: Double
    let daysOpen: Double
    let earlierCases: Double
    let hasSum: Double
    let isDisputed: Bool

    /// Days after its opening on which a case is looked at, to learn.
    private static let lookDays = [1.0, 3, 7, 14]

    /// The looks at cases on those days, as long as they were open and no dispute.
    static func all(of cases: [Case]) -> [CaseLook] {
        let earlier = EarlierCases(cases)
        return cases.flatMap { one -> [CaseLook] in
            guard let opened = one.opened else { return [] }
            return lookDays.compactMap { CaseLook(one, at: opened.advanced(byDays: $0), earlier: earlier) }
        }
    }

    /// `nil` for a case that is not open at that moment, or is a dispute already.
    init?(_ one: Case, at moment: Instant, earlier: EarlierCases) {
        guard let opened = one.opened, opened <= moment,
            one.course.last(where: { $0.at <= moment })?.state.isDone != true
        else { return nil }
        let disputed = one.events.first { if case .dispute(.opened) = $0.what { true } else { false } }?.at
        if let disputed, disputed <= moment { return nil }
        name = "\(one.source)/\(one.account)/\(one.code)"
        at = moment
        hoursWaiting = one.unanswered(by: moment).first.map { 24 * moment.days(since: $0) } ?? 0
        messages = Double(one.talk.count { !$0.isDesk && $0.at <= moment })
        daysOpen = moment.days(since: opened)
        earlierCases = Double(earlier.count(of: one, before: moment))
        hasSum = one.stakes.isEmpty ? 0 : 1
        isDisputed = disputed.map { $0 <= moment.advanced(byDays: DisputeRisk.horizonDays) } ?? false
    }

    /// One a column, in their order.
    var values: [Double?] { [hoursWaiting, messages, daysOpen, earlierCases, hasSum] }

    /// What speaks for a dispute, the strongest first.
    func reasons(by score: AdditiveScore) -> [DisputeRisk.Reason] {
        let texts = [
            "who asked has waited \(Int(hoursWaiting)) hours", "they wrote \(Int(messages)) times",
            "it is \(Int(daysOpen)) days old", "they had \(Int(earlierCases)) other cases in three months",
            hasSum > 0 ? "a sum hangs on it" : "no sum hangs on it",
        ]
        return zip(texts, score.points(for: values)).filter { $0.1 > 0 }
            .map { DisputeRisk.Reason(text: $0.0, points: $0.1) }.sorted { $0.points > $1.points }
    }
}

extension [CaseLook] {
    /// What a score is fitted to.
    var columns: [ScoreColumn] {
        let names = ["hours waiting", "messages", "days open", "other cases in three months", "a sum is stated"]
        return names.enumerated().map { place, name in ScoreColumn(name, .rising, map { $0.values[place] }) }
    }
}

/// When each party opened cases.
struct EarlierCases {
    private static let days = 90.0
    private var opened: [String: [Instant]] = [:]

    init(_ cases: [Case]) {
        for one in cases {
            if let key = Self.key(one), let at = one.opened { opened[key, default: []].append(at) }
        }
    }

    /// The other cases of who asks in a case that they opened in the three months before a moment.
    func count(of one: Case, before moment: Instant) -> Int {
        guard let key = Self.key(one) else { return 0 }
        let since = moment.advanced(byDays: -Self.days)
        return max(0, (opened[key] ?? []).count { since <= $0 && $0 <= moment } - 1)
    }

    private static func key(_ one: Case) -> String? { one.requester.map { "\(one.account)/\($0)" } }
}
