import CaseDesk
import FlywheelKit
import FlywheelStore
import Testing

@Suite("Texts end after so many days")
struct RetentionTests {
    private let scene: PrivacyScene
    private let germany = "A1PA6795UKMFR9"

    init() throws { scene = try PrivacyScene() }

    @Test func eachMarketplaceHasItsDays() throws {
        let old = try scene.keep("1", of: scene.jane, on: germany, endedDaysAgo: 40)
        try scene.keep("2", of: scene.jane, on: germany, endedDaysAgo: 20)
        try scene.keep("3", of: scene.ben, on: "US", endedDaysAgo: 40)
        let older = try scene.keep("4", of: scene.ben, on: "US", endedDaysAgo: 100)
        try scene.keep("5", of: scene.ben, on: "US")
        let policy = try scene.settings("retention: {DE: 30, other: 60}").retention
        let expired = try scene.desk().expired(under: policy)
        #expect(expired.parts.map(\.cases) == [[old], [older]])
        #expect(expired.parts.map(\.days) == [30, 60])
        #expect(expired.parties.isEmpty, "both have other cases")
        #expect(try scene.texts(.cases([old])) == ["hello"], "looking erases nothing")
        let before = try scene.refunds()
        #expect(try scene.desk().erase(expired).texts == 2)
        #expect(try scene.texts(.cases([old, older])).isEmpty)
        #expect(try scene.refunds() == before)
        #expect(try scene.desk().expired(under: policy) == ExpiredTexts())
        #expect(try scene.store.history(of: "\(old)").last?.event.detail == "\(germany) 30")
        #expect(try scene.store.journalFaults().isEmpty)
    }

    @Test func theLastDayIsKeptWhole() throws {
        try scene.keep("1", of: scene.jane, on: germany, endedDaysAgo: 29)
        let policy = try scene.settings("retention: {DE: 30}").retention
        #expect(try scene.desk(after: 1).expired(under: policy) == ExpiredTexts(), "30 days to the second")
        #expect(try scene.desk(after: 1.001).expired(under: policy).parts.count == 1)
    }

    @Test func whoHasNothingElseEndsToo() throws {
        for number in 0..<3 { try scene.keep("\(number)", of: scene.jane, on: germany, endedDaysAgo: 40) }
        let policy = try scene.settings("retention: {DE: 30}").retention
        let expired = try scene.desk().expired(under: policy)
        #expect(expired.parties == [scene.jane])
        #expect(try scene.desk().erase(expired).texts == 5)
        #expect(try scene.texts(.party(scene.jane)).isEmpty)
    }

    @Test func withoutAPolicyEverythingIsKept() throws {
        try scene.keep("1", of: scene.jane, on: germany, endedDaysAgo: 4_000)
        #expect(try scene.desk().expired(under: RetentionPolicy()) == ExpiredTexts())
    }

    @Test func whatIsInDisputeWaits() throws {
        let disputed = try scene.keep("1", of: scene.ben, on: germany, endedDaysAgo: 0.9, isDisputed: true)
        let expired = try scene.desk(after: 0.2).expired(under: scene.settings("retention: {DE: 1}").retention)
        #expect(expired.disputed == [disputed] && expired.parts.isEmpty && expired.parties.isEmpty)
    }
}
