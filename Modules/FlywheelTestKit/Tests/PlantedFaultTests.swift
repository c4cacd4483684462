import FlywheelKit
import FlywheelTestKit
import Testing

@Suite struct PlantedFaultTests {
    @Test(arguments: PlantedFault.all)
    func aPlantedFaultIsCaughtByItsChecksAndNoOther(fault: PlantedFault) {
        let violations = fault.violations()
        #if DEBUG
            let expected = fault.caughtBy
        #else
            let expected = fault.caughtBy.subtracting([.verbs])
        #endif
        #expect(Set(violations.map(\.check)) == expected, "\(violations)")
    }

    @Test func everyCheckCatchesAPlantedFault() {
        let caught = PlantedFault.all.reduce(into: Set<Check>()) { $0.formUnion($1.caughtBy) }
        #expect(caught == Set(Check.allCases))
    }

    @Test func aStageWithoutFaultViolatesNothing() {
        #expect(StageConformance(Faultless.self, fixture: [Fixtures.stock]).violations().isEmpty)
        #expect(StageConformance(FaultlessByKnob.self, fixture: [Fixtures.stock]).violations().isEmpty)
    }

    @Test func aKindMayOpenOnMissingDataWhenItsAuthorSaysSo() {
        let conformance = StageConformance(
            TakesUnknownForZero.self, fixture: [Fixtures.stock], opensOnUnknown: [.low])
        #expect(conformance.violations().isEmpty)
    }

    @Test func aFixtureThatCannotBeTriedIsReportedAlone() {
        let row = Fixtures.stock.rows(0..<1)
        let two = [SignalPort(), SignalPort()]
        var short = SignalPort()
        short.publish([ListingAvailability?.none])
        #expect(StageConformance(Faultless.self, fixture: []).violations().map(\.check) == [.fixture])
        #expect(StageConformance(Faultless.self, fixture: [row]).violations().map(\.check) == [.fixture])
        #expect(
            StageConformance(Faultless.self, fixture: [Fixtures.stock], signals: two).violations().map(\.check)
                == [.fixture])
        #expect(
            StageConformance(DearlyBlocked.self, fixture: [Fixtures.blocked], signals: [short]).violations()
                .map(\.check) == [.fixture])
    }

    @Test func aMessageSaysWhatWasFoundAndHowToMendIt() throws {
        let violation = try #require(StageConformance(CountsRows.self, fixture: [Fixtures.stock]).violations().first)
        #expect(
            violation.description.hasPrefix("anyCut: chunk 0 cut every 1 rows differs from the whole: lost: none; "))
        #expect(violation.message.contains("added: row 1 (SKU-1) low UnitsLeft(units: 1)"))
        #expect(violation.message.contains("Judge each row by itself"))
    }

    @Test func whatIsReadAndNotDeclaredIsNamed() {
        func told<S: FlywheelStage>(_ stage: S.Type) -> [String] {
            StageConformance(stage, fixture: [Fixtures.stock]).violations().map { String($0.message.prefix(70)) }
        }
        #expect(
            told(ReadsUndeclaredColumn.self) == [
                "chunk 0: catalog/1 title is read and not declared; with it: lost: none"
            ])
        #expect(
            told(ReadsUndeclaredDays.self) == [
                "chunk 0: sales.units beyond its last 7 days is read and not declared; "
            ])
    }

    @Test func aFaultInEveryRowIsReportedOfAFew() {
        let violations = StageConformance(TakesUnknownForZero.self, fixture: [Fixtures.stock]).violations()
        #expect(violations.count == 4)
        #expect(violations.last?.message == "and 17 more like these")
    }

    @Test func everyViolationIsRecordedAtTheAuthorsLine() {
        withKnownIssue {
            StageConformance(FindsNothing.self, fixture: [Fixtures.stock]).verify()
        } matching: { issue in
            issue.sourceLocation?.fileName == "PlantedFaultTests.swift" && issue.sourceLocation?.line == #line - 2
                && issue.comments.contains { $0.rawValue.hasPrefix("Low stock: fixture: ") }
        }
    }
}
