import CaseDesk
import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@Suite struct PromiseDeskTests {
    private func rules(_ promises: String) throws -> DeskRules {
        DeskRules(
            try DeskSettings(
                yaml: "cases: {calendars: {always: {hours: {\(week)}}}, promises: [\(promises)]}",
                sources: SettingsSources { _ in nil }))
    }

    private let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { "\($0): \"00:00-24:00\"" }.joined(
        separator: ", ")

    private func desk(_ rules: DeskRules, at hour: Int64 = 101) -> (DeskSample, PromiseDesk) {
        var sample = DeskSample()
        sample.rules = rules
        return (
            sample, PromiseDesk(sample.store, rules: rules, actor: Actor(.person, "ann"), now: DeskSample.hour(hour))
        )
    }

    @Test func whatIsSavedIsWhatThePreviewSaid() throws {
        let (sample, _) = desk(try rules("{id: old, firstResponse: 200, calendar: always}"))
        for code in 1...5 { try sample.taken([.ticket("\(code)", status: code == 5 ? "solved" : "open")]) }
        let new = try rules("{id: new, firstResponse: 50, calendar: always}")
        let promises = PromiseDesk(
            sample.store, rules: new, actor: Actor(.person, "ann"), now: DeskSample.hour(101))
        let preview = try promises.preview()
        #expect(preview.lines.map(\.cases) == [4] && preview.lines.map(\.changed) == [4])
        #expect(preview.lines.map(\.overdue) == [4], "opened 100 hours ago")
        #expect(preview.over == 1 && preview.without == 0)
        #expect(try promises.save() == (4, 0))
        #expect(try promises.preview().lines.map(\.changed) == [0])
        let record = try #require(try sample.record("1"))
        let saved = try record.contents().events.last?.what
        #expect(saved == .promise(new.promises.rules.first?.promise))
        #expect(record.due == DeskSample.hour(51))
        #expect(try promises.save() == (0, 0), "saving again changes nothing")
        #expect(try sample.record("1")?.version == record.version)
    }

    @Test func attainmentCountsWhatIsOverdueAsMissed() throws {
        let (sample, promises) = desk(
            try rules("{id: all, firstResponse: 50, resolution: 500, calendar: always}"))
        for code in 1...3 { try sample.taken([.ticket("\(code)")]) }
        let lines = try promises.attainment(since: DeskSample.hour(0))
        #expect(lines.map(\.key.clock) == [.firstResponse, .resolution])
        #expect(lines[0].attainment.overdue == 3 && lines[0].attainment.share == 0)
        #expect(lines[1].attainment.pending == 3 && lines[1].attainment.share == nil)
    }

    @Test func aReminderDoesNotStartTheClocksOfAThreadAnew() throws {
        let (sample, promises) = desk(try rules("{id: all, firstResponse: 24, calendar: always}"))
        func mail(_ code: String, at hour: Int64, by author: CorrespondenceMessage.Author) -> Conversation {
            var piece = Conversation(source: "mail", code: "k1")
            piece.opened = code == "k1" ? DeskSample.hour(hour) : nil
            piece.messages = [
                CorrespondenceMessage(code: code, at: DeskSample.hour(hour), author: author, text: "Text \(code)")
            ]
            return piece
        }
        try sample.taken([mail("k1", at: 1, by: .requester)])
        try sample.taken([mail("k2", at: 72, by: .requester)])
        #expect(try sample.record("k1", of: "mail")?.due == DeskSample.hour(25))
        try sample.taken([mail("k3", at: 73, by: .agent("ben"))])
        let lines = try promises.attainment(since: DeskSample.hour(0))
        #expect(lines.map(\.attainment.share) == [0], "answered after three days")
    }

    @Test func manyCasesAreReadPageByPage() throws {
        let (sample, promises) = desk(try rules("{id: all, resolution: 500, calendar: always}"))
        try sample.taken((1...1_010).map { .ticket("\($0)") })
        #expect(try promises.preview().lines.map(\.cases) == [1_010])
    }
}
