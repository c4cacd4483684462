import Cases
import FlywheelKit
import Testing

@Suite struct DeskReportTests {
    @Test func everyFigureSaysHowItIsMeant() {
        for metric in DeskMetric.allCases {
            let found = metric.definition
            for text in [found.title, found.formula, found.window, found.unit, found.censoring] {
                #expect(!text.isEmpty, "\(metric)")
            }
        }
        #expect(Set(DeskMetric.allCases.map(\.definition.title)).count == DeskMetric.allCases.count)
    }

    @Test func onlyCasesOfTheWindowAreInTheFiguresButAllInTheBacklog() throws {
        let old = Matters.made("1", [(0, .opened), (0, .state(.new))])
        let new = Matters.made("2", [(240, .opened), (240, .state(.new)), (250, .state(.solved))])
        let report = DeskReport(
            [old, new], since: Matters.day(5), now: Matters.day(12), day: Matters.utc)
        #expect(report.cases.map(\.matter.code) == ["2"] && report.solve.ended == 1 && report.solve.going == 0)
        #expect(report.backlog.last?.open == 1 && report.backlog.count == 28)
    }

    @Test func theOrderOfCasesChangesNoFigure() {
        let cases = Matters.drawn(200, seed: 4)
        let one = DeskReport(cases, now: Matters.hour(600), day: Matters.utc)
        let other = DeskReport(cases.reversed(), now: Matters.hour(600), day: Matters.utc)
        #expect(one.solve.median == other.solve.median && one.handling.median == other.handling.median)
        #expect(one.handovers == other.handovers && one.backlog == other.backlog && one.causes == other.causes)
        #expect(one.contacts.all == other.contacts.all && one.firstContact == other.firstContact)
        #expect(one.contacts.byTopic.map(\.topic) == other.contacts.byTopic.map(\.topic))
    }

    @Test func aSellersOwnTimeIsNotTheDesks() {
        let cases = (0..<10).map { index in
            Matters.made(
                "\(index)", about: ["seller-verification"],
                [
                    (0, .opened), (0, .state(.new)), (2, .state(.waitingOnRequester)),
                    (90 + Int64(index), .state(.open)),
                    (100 + Int64(index), .state(.solved)),
                ])
        }
        let report = DeskReport(cases, now: Matters.hour(300), day: Matters.utc)
        #expect(report.verification.median?.value == 12 && report.solve.median?.value == 104)
    }

    @Test func aShareOfAFewPeopleIsNotShownInALargerPartEither() throws {
        let cases = (0..<20).map { index in
            var matter = Matters.made("\(index)", [(0, .opened), (0, .state(.new)), (2, .state(.solved))])
            matter.side = .buyer
            if index < 3 { matter.survey = .dissatisfied }
            return matter
        }
        let report = DeskReport(cases, now: Matters.day(30), day: Matters.utc)
        let part = try #require(report.cohorts(by: .side).first)
        #expect(part.name == "buyer" && part.count == 20)
        #expect(part.figure?.satisfied == nil && part.figure?.reopened?.whole == 20)
    }

    @Test func anEmptyDeskIsReportedAsNothingKnown() {
        let report = DeskReport([], now: Matters.day(30), day: Matters.utc)
        #expect(report.solve.median == nil && report.firstContact.share == nil && report.states.isEmpty)
        #expect(report.backlog.allSatisfy { $0.open == 0 } && report.cohorts(by: .side).isEmpty)
    }
}
