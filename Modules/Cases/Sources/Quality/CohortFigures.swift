/// What is measured of a part of the cases. A share of fewer cases than may be shown is left out, as a part of so few is.
public struct CohortFigures: Hashable, Sendable {
    /// To the first answer.
    public let firstAnswer: DurationSummary
    /// To being solved.
    public let solve: DurationSummary
    /// Reopened.
    public let reopened: ShareSummary?
    /// Promises that their source holds for kept.
    public let keptPromise: ShareSummary?
    /// Promises of the desk that were kept, its clocks all together.
    public let attainment: Attainment?
    /// Passed up.
    public let escalated: ShareSummary?
    private let won: [DeskMetric: ShareSummary]
    /// Came back, of the cases whose window is over.
    public let cameBack: ShareSummary?
    /// Settled by the first answer.
    public let firstContact: ShareSummary?
    /// Satisfied, of those who answered a survey.
    public let satisfied: ShareSummary?

    /// Measures.
    init(_ cases: [CaseTimeline], settings: QualitySettings, promises: Promises?) {
        let times = DeskTimes(cases)
        let contacts = RepeatContacts(cases, days: settings.repeatDays)
        func shown(_ share: ShareSummary) -> ShareSummary? {
            share.whole == 0 || share.whole >= settings.leastShown ? share : nil
        }
        firstAnswer = times.firstAnswer
        solve = times.solve
        let handovers = Handovers(cases)
        (reopened, keptPromise) = (shown(handovers.reopened), shown(handovers.keptPromise))
        cameBack = shown(contacts.all.share)
        firstContact = shown(FirstContact.resolution(cases, contacts))
        satisfied = shown(SurveySummary(cases).satisfied)
        escalated = shown(Escalation.share(of: cases))
        let sides = DisputeSides(cases).byMetric.compactMap { metric, results in
            shown(results.all.wins).map { (metric, $0) }
        }
        won = Dictionary(uniqueKeysWithValues: sides)
        // One case has several clocks: how many cases tell decides whether they are shown.
        let clocks = cases.map { promises?.readings(of: $0.matter, at: $0.now) ?? [] }
        let told = clocks.count { Attainment($0).told > 0 }
        attainment = told == 0 || told >= settings.leastShown ? Attainment(clocks.joined()) : nil
    }

    /// Disputes won, by the figure that says by whom.
    public func won(_ metric: DeskMetric) -> ShareSummary? { won[metric] }
}
