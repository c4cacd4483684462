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
    /// Came back, of the cases whose window is over.
    public let cameBack: ShareSummary?
    /// Settled by the first answer.
    public let firstContact: ShareSummary?
    /// Satisfied, of those who answered a survey.
    public let satisfied: ShareSummary?

    /// Measures.
    init(_ cases: [CaseTimeline], settings: QualitySettings) {
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
    }
}
