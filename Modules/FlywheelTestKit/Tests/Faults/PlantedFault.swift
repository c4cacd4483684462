import FlywheelKit
import FlywheelTestKit
import Testing

/// A stage with one fault, and the checks that must see it; no others may.
struct PlantedFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let caughtBy: Set<Check>
    let violations: @Sendable () -> [Violation]

    init<S: FlywheelStage>(_ stage: S.Type, caughtBy checks: Check...) {
        testDescription = String(describing: stage)
        caughtBy = Set(checks)
        violations = { StageConformance(stage, fixture: [Fixtures.stock]).violations() }
    }

    static let all = [
        PlantedFault(FindsNothing.self, caughtBy: .fixture),
        PlantedFault(ScansTickets.self, caughtBy: .fixture),
        PlantedFault(KeepsState.self, caughtBy: .sameTwice, .anyCut, .inputs),
        PlantedFault(ReportsInAnyOrder.self, caughtBy: .sameTwice),
        PlantedFault(FindsInNoRows.self, caughtBy: .emptyChunk),
        PlantedFault(CountsRows.self, caughtBy: .anyCut),
        PlantedFault(LooksAtNeighbours.self, caughtBy: .anyCut),
        PlantedFault(NamesFormerlyByTheChunk.self, caughtBy: .anyCut),
        PlantedFault(ReadsUndeclaredColumn.self, caughtBy: .inputs),
        PlantedFault(ReadsUndeclaredDays.self, caughtBy: .inputs),
        PlantedFault(IsDecidedByWhatItDoesNotRead.self, caughtBy: .inputs),
        PlantedFault(FindsUndeclaredKind.self, caughtBy: .findings),
        PlantedFault(FindsTwice.self, caughtBy: .findings),
        PlantedFault(FindsPastTheEnd.self, caughtBy: .findings),
        PlantedFault(FindsWhatTheDecidingListLeavesOut.self, caughtBy: .findings),
        PlantedFault(FindsWhatItCannotTell.self, caughtBy: .findings),
        PlantedFault(CannotTellPastTheEnd.self, caughtBy: .findings),
        PlantedFault(CannotTellByNeighbours.self, caughtBy: .anyCut),
        PlantedFault(TakesUnknownForZero.self, caughtBy: .unknown),
        PlantedFault(TakesUnknownSalesForNone.self, caughtBy: .unknown),
        PlantedFault(TakesAnEmptyRowForAProblem.self, caughtBy: .unknown),
        PlantedFault(ReadsUndeclaredSignal.self, caughtBy: .signals),
        PlantedFault(NeverReadsItsSignal.self, caughtBy: .signals),
        PlantedFault(PublishesUndeclaredSignal.self, caughtBy: .signals),
        PlantedFault(NeverPublishesItsSignal.self, caughtBy: .signals),
        PlantedFault(PublishesTooFewValues.self, caughtBy: .signals),
        PlantedFault(PublishesTheChunksSize.self, caughtBy: .anyCut),
        PlantedFault(NearlyWritesExposure.self, caughtBy: .verbs),
        PlantedFault(WritesMoreThanItSays.self, caughtBy: .verbs),
        PlantedFault(ChangesMoreThanItSays.self, caughtBy: .changes),
        PlantedFault(ListsMoreThanAYear.self, caughtBy: .exposures),
        PlantedFault(NeverFinishesItsFix.self, caughtBy: .exposures),
        PlantedFault(ForgetsEvidence.self, caughtBy: .coding),
        PlantedFault(DividesByZero.self, caughtBy: .coding, .sameTwice, .anyCut, .inputs),
        PlantedFault(LearnsTheFirstOnce.self, caughtBy: .learning),
        PlantedFault(KeepsTheLargerSurvey.self, caughtBy: .surveys),
        PlantedFault(SurveysUndeclaredColumn.self, caughtBy: .fixture),
        PlantedFault(MeasuresNothingOverNothing.self, caughtBy: .measures),
        PlantedFault(StartsOutOfRange.self, caughtBy: .knobs),
        PlantedFault(MisnamesItsKnob.self, caughtBy: .knobs),
        PlantedFault(TunesOutOfRange.self, caughtBy: .proposals),
        PlantedFault(TunesWhatIsNotTunable.self, caughtBy: .proposals),
        PlantedFault(TurnsItsKnobAround.self, caughtBy: .loosening),
        PlantedFault(BetaWithoutPapers.self, caughtBy: .golden, .readme),
    ]
}
