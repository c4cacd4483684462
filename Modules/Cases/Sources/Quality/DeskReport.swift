public import FlywheelKit

/// What the desk learns of itself from its cases: every figure with what it is of, and what is not known beside it.
///
/// It depends on the cases, the moment and the settings alone. What each figure means is in ``DeskMetric``.
public struct DeskReport: Sendable {
    /// The moment of reading.
    public let now: Instant
    /// Only cases opened at that moment or later are in the figures; `nil` takes all. The backlog counts all.
    public let since: Instant?
    /// What it goes by.
    public let settings: QualitySettings
    /// The cases that are in the figures, in the order they came.
    public let cases: [CaseTimeline]
    /// Cases by where they stand, in the order of states.
    public let states: [(state: CaseState, count: Int)]
    /// Cases by urgency, the most urgent first; `nil` where it is unknown, last.
    public let urgencies: [(urgency: Urgency?, count: Int)]
    /// To the first answer.
    public let firstAnswer: DurationSummary
    /// To being solved.
    public let solve: DurationSummary
    /// To being closed for good.
    public let close: DurationSummary
    /// To the first end, without the time the desk waited for who asked.
    public let handling: DurationSummary
    /// From the first to the last event.
    public let span: DurationSummary
    /// The handling of cases in which a seller is verified.
    public let verification: DurationSummary
    /// Reopened, passed on, promises kept.
    public let handovers: Handovers
    /// Promises kept, by what was promised; empty where the desk promises nothing.
    public let attainment: [(kind: ClockReading.Kind, kept: Attainment)]
    /// Promises kept, whatever was promised.
    public let kept: Attainment
    /// Who came back.
    public let contacts: RepeatContacts
    /// Settled by the first answer.
    public let firstContact: ShareSummary
    /// How disputes ended, for whom.
    public let disputes: DisputeSides
    /// What surveys say.
    public let survey: SurveySummary
    /// Why cases came about.
    public let causes: RootCauses
    /// What colleagues found.
    public let reviews: ReviewSummary
    /// What audits of escalations found.
    public let gaps: PolicyGaps
    /// Cases that were passed up, of those in the figures.
    public let escalated: ShareSummary
    /// What came and went, day by day up to today.
    public let backlog: [Backlog]
    /// What the desk promises.
    private let promises: Promises?

    /// Reports.
    /// - Parameters:
    ///   - cases: all cases of the desk.
    ///   - promises: what the desk promises; without it no promise of its own is reported.
    ///   - day: the day of a moment, in the zone of the desk.
    public init(
        _ cases: some Sequence<Case>, since: Instant? = nil, now: Instant,
        settings: QualitySettings = QualitySettings(), promises: Promises? = nil, day: (Instant) -> Day
    ) {
        let all = cases.compactMap { CaseTimeline($0, at: now) }
        let items = since.map { since in all.filter { ($0.opened ?? $0.now) >= since } } ?? all
        self.now = now
        self.since = since
        self.settings = settings
        self.cases = items
        let byState = Dictionary(grouping: items, by: \.state)
        states = CaseState.allCases.map { ($0, byState[$0]?.count ?? 0) }.filter { $0.1 > 0 }
        let byUrgency = Dictionary(grouping: items, by: \.matter.urgency)
        urgencies = ([nil] + Urgency.allCases.map { $0 }).reversed().map { ($0, byUrgency[$0]?.count ?? 0) }
            .filter { $0.1 > 0 }
        let times = DeskTimes(items)
        (firstAnswer, solve, close) = (times.firstAnswer, times.solve, times.close)
        (handling, span) = (times.handling, times.span)
        let verified = items.filter { !settings.verification.isDisjoint(with: $0.topics) }
        verification = DeskTimes(verified).handling
        handovers = Handovers(items)
        self.promises = promises
        let readings = promises.map { promises in items.flatMap { promises.readings(of: $0.matter, at: now) } } ?? []
        kept = Attainment(readings)
        let clocks = Dictionary(grouping: readings, by: \.kind)
        attainment = ClockReading.Kind.allCases.compactMap { kind in clocks[kind].map { (kind, Attainment($0)) } }
        contacts = RepeatContacts(items, days: settings.repeatDays)
        firstContact = FirstContact.resolution(items, contacts)
        disputes = DisputeSides(items)
        survey = SurveySummary(items)
        causes = RootCauses(items, weeks: settings.causeWeeks, now: now, day: day)
        reviews = ReviewSummary(items)
        gaps = PolicyGaps(items)
        escalated = Escalation.share(of: items)
        let today = day(now)
        backlog = Backlog.byDay(all, in: today.advanced(by: 1 - settings.backlogDays)...today, day: day)
    }

    /// Cases by what they have in common, with what was measured of each part.
    public func cohorts(by key: CohortKey) -> [Cohort<CohortFigures>] {
        Cohorts.split(cases, by: key, least: settings.leastShown) {
            CohortFigures($0, settings: settings, promises: promises)
        }
    }
}
