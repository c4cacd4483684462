import Assessment
import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelStore
import Foundation
import Testing

@testable import Learning

@Suite struct AssessmentBookTests {
    private let store = MemoryStore()
    private let noon = Instant(seconds: 1_795_000_000)
    private let ana = Actor(.person, "ana")
    private var book: AssessmentBook { AssessmentBook(store) }

    private func place(_ check: String, _ workflow: String = "inventory") throws -> AssessmentBook.Place {
        try AssessmentBook.Place(
            workflow: workflow, check: check, installed: ["inventory", "pricing"], model: .standard)
    }

    private func attach(_ text: String, to check: String = "2.1", days: Double = 90) throws
        -> AssessmentDocument.Attachment
    {
        try book.attach(
            Data(text.utf8), named: "steps.md", to: try place(check), model: .standard,
            until: noon.advanced(byDays: days), by: ana, at: noon)
    }

    private func document(_ account: String) throws -> AssessmentDocument {
        let history = WorkHistory(from: noon, until: noon, currency: try #require(Currency("EUR")))
        return Assessor(hash: try MaturityModel.standard.hash).assess(
            history, account: account,
            wheel: WheelFindings(
                stall: .init(diagnosis: "inconclusive", sentence: "a"), cycle: .init(stage: nil, sentence: "b"),
                compounding: .init(verdict: "inconclusive", sentence: "c"), phases: []), metrics: [])
    }

    @Test func anAttachmentKeepsTheFilesHashAndExpires() throws {
        let file = try attach("hello\n")
        // The digest that sha256sum prints.
        #expect(file.hash == "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03")
        #expect(file.id == "F1")
        #expect(try book.stated(at: noon).attachments == [file])
        #expect(try book.stated(at: noon.advanced(byDays: 91)).attachments.first?.hasExpired == true)
        #expect(try book.stated(at: noon.advanced(byDays: -1)).attachments == [])
    }

    @Test func theSameFileForTheSameCheckIsKeptOnce() throws {
        #expect(try attach("a").id == "F1")
        #expect(try attach("a").id == "F1")
        #expect(try attach("b").id == "F2")
        #expect(try book.stated(at: noon).attachments.count == 2)
    }

    @Test func whatCanStandForNothingIsRefused() throws {
        #expect(throws: StatedError.notDeclarable("3.4", declarable: ["2.1"])) { try attach("a", to: "3.4") }
        #expect(throws: StatedError.emptyFile("steps.md")) { try attach("") }
        #expect(throws: StatedError.over(until: noon.advanced(byDays: -1))) { try attach("a", days: -1) }
        #expect(
            throws: StatedError.tooLong(until: noon.advanced(byDays: 400), latest: noon.advanced(byDays: 366))
        ) { try attach("a", days: 400) }
        #expect(throws: StatedError.self) { try place("9.9") }
        #expect(throws: StatedError.workflow("returns", known: ["inventory", "pricing"])) {
            try place("2.1", "returns")
        }
        #expect(throws: StatedError.noReason) {
            try book.exempt(
                try place("3.1"), reason: " ", until: noon.advanced(byDays: 1), by: ana, at: noon)
        }
        #expect(try book.stated(at: noon) == StatedEvidence())
    }

    @Test func theNewestExemptionOfACheckStands() throws {
        let first = try book.exempt(
            try place("3.1"), reason: "new team", until: noon.advanced(byDays: 60), by: ana, at: noon)
        #expect(first.id == "E1")
        let later = noon.advanced(byDays: 1)
        let ended = try book.exempt(
            try place("3.1"), reason: "settled", until: later.advanced(byDays: 1), by: ana, at: later)
        #expect(try book.stated(at: noon).exemptions == [first])
        #expect(try book.stated(at: later).exemptions == [ended])
        #expect(try book.stated(at: noon.advanced(byDays: 3)).exemptions.map(\.hasExpired) == [true])
    }

    @Test func theSameAssessmentIsKeptOnceAndComesBackAsItWas() throws {
        let document = try document("northwind")
        let kept = try book.keep(document, by: ana, at: noon)
        #expect(kept.id == "A1")
        #expect(kept.document == document)
        let again = try book.keep(document, by: Actor(.person, "ben"), at: noon.advanced(byDays: 1))
        #expect(again == kept)
        #expect(try book.keep(try self.document("acme"), by: ana, at: noon).id == "A2")
        #expect(try book.assessments().map(\.id) == ["A1", "A2"])
        #expect(try book.assessment(1) == kept)
        #expect(try book.assessment(9) == nil)
    }
}

@Suite struct MaturityModelFileTests {
    @Test func aModelComesBackFromItsOwnJSON() throws {
        let text = try CanonicalJSON.text(MaturityModel.standard)
        #expect(try MaturityModel(json: text) == .standard)
        let hash = try MaturityModel.standard.hash
        #expect(hash.count == 16)
        var other = MaturityModel.standard
        other.checks[0].limit = 0.81
        #expect(try other.hash != hash)
    }

    @Test func aFileThatIsNoModelSaysWhatIsMissingAndWhere() throws {
        #expect(throws: MaturityModelError.unreadable("it is no JSON")) { try MaturityModel(json: "levels:") }
        #expect(throws: MaturityModelError.unreadable("checks is missing")) {
            try MaturityModel(
                json: #"{"id":"a","version":1,"windowDays":91,"decisionDays":182,"leastKnownShare":0.5,"levels":[]}"#)
        }
        let wrong = try CanonicalJSON.text(MaturityModel.standard).replacing("cause-named", with: "guessed")
        #expect(throws: MaturityModelError.self) { try MaturityModel(json: wrong) }
        var faulty = MaturityModel.standard
        faulty.windowDays = 1
        #expect(throws: MaturityModelError.faults(["windowDays is 1, expected 7 or more"])) {
            try MaturityModel(json: try CanonicalJSON.text(faulty))
        }
    }
}
