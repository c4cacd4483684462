import CaseDesk
import Cases
import Conversations
import FlywheelMemory
import FlywheelSQLite
import FlywheelStore
import Testing

/// Mail of later imports finds the case that earlier mail began.
@Suite struct KeptMailTests {
    private func mail(_ code: String, message: String, source: String = "mail") -> Conversation {
        var piece = Conversation(source: source, code: code)
        piece.messages = [
            CorrespondenceMessage(code: message, at: DeskSample.hour(1), author: .requester, text: "Where is it?")
        ]
        return piece
    }

    @Test func aMessageIsFoundInTheCaseThatHoldsIt() throws {
        let desk = DeskSample()
        try desk.taken([mail("1@a.example", message: "1@a.example"), mail("1@a.example", message: "2@b.example")])
        let kept = try KeptMail(desk.store, account: "northwind")
        #expect(try kept.conversation(of: "2@b.example") == "1@a.example")
        #expect(try kept.conversation(of: "3@c.example") == nil)
        let other = try KeptMail(desk.store, account: "southwind")
        #expect(try other.conversation(of: "2@b.example") == nil, "accounts are apart")
    }

    @Test func aCaseNamedAfterAMessageThatNeverCameIsFound() throws {
        let desk = DeskSample()
        try desk.taken([mail("0@a.example", message: "1@b.example")])
        #expect(try KeptMail(desk.store, account: "northwind").conversation(of: "0@a.example") == "0@a.example")
    }

    @Test func messagesOfOtherSourcesAreNoMail() throws {
        let desk = DeskSample()
        try desk.taken([mail("7", message: "1@a.example", source: "zendesk")])
        #expect(try KeptMail(desk.store, account: "northwind").conversation(of: "1@a.example") == nil)
    }

    @Test func anAnswerToAMergedCaseJoinsTheOneItWasMergedInto() throws {
        let desk = DeskSample()
        try desk.taken([mail("1@a.example", message: "1@a.example"), mail("2@a.example", message: "2@a.example")])
        let first = try #require(try desk.record("1@a.example", of: "mail"))
        let second = try #require(try desk.record("2@a.example", of: "mail"))
        _ = try desk.bench("ann").merge(second.id, into: first.id)
        #expect(try KeptMail(desk.store, account: "northwind").conversation(of: "2@a.example") == "1@a.example")
    }
}
