import FlywheelKit
import Testing

@testable import Conversations

/// Tickets are known by few members, and nothing else is taken for them.
@Suite struct TicketShapeTests {
    @Test(
        arguments: [
            (
                #"{"tickets": [{"id": 71, "subject": "Mug", "status": "open", "requester_id": 9}], "count": 1}"#,
                "zendesk"
            ),
            (#"{"users": [{"id": 9}], "tickets": [{"id": 71, "subject": "Mug"}]}"#, "zendesk"),
            (#"{"ticket": {"id": 71, "description": "Mug", "requester_id": 9}}"#, "zendesk"),
            (#"{"tickets": [], "after_cursor": null, "end_of_stream": true}"#, "zendesk"),
            (#"{"ticket_comments": [{"id": 5, "ticket_id": 71, "body": "Hi"}]}"#, "zendesk"),
            (#"{"comments": [{"id": 5, "ticket_id": 71, "body": "Hi"}], "count": 1}"#, "zendesk"),
            (#"[{"number": "22003", "title": "Mug", "state": "open"}]"#, "zammad"),
            (#"[{"id": 3, "number": "22003", "title": "Mug", "state_id": 2}]"#, "zammad"),
            (#"[{"id": 7, "requester_id": 9, "source": 1, "status": 2, "priority": 1}]"#, "freshdesk"),
            (#"{"id": 7, "requester_id": 9, "subject": "Mug", "status": 2}"#, "freshdesk"),
        ])
    func fewMembersTellWhoseTicketsTheyAre(json: String, format: String) {
        #expect(FirstBytes.format(of: Array(json.utf8), rows: { nil })?.rawValue == format)
    }

    @Test(
        arguments: [
            #"[{"number": 3, "title": "Crash", "state": "open", "html_url": "https://code.example/3"}]"#,
            #"{"users": [{"id": 9, "name": "Jo"}], "next_page": null, "count": 1}"#,
            #"{"comments": [{"id": 5, "body": "Hi"}]}"#,
            #"{"sku": "A", "summaries": [{"asin": "B", "status": ["BUYABLE"]}]}"#,
            #"{"items": [{"sku": "A", "title": "Mug", "state": "open", "status": 2}]}"#,
            #"{"payload": [{"status": "Success", "SellerSKU": "A"}]}"#,
        ])
    func otherDocumentsAreLeftToOthers(json: String) {
        #expect(FirstBytes.format(of: Array(json.utf8), rows: { nil }) == nil)
    }

    @Test func aMinimalPageNamesItsRequester() throws {
        let read = try outcome(
            of: """
                {"tickets": [{"id": 71, "subject": "Mug", "description": "Broken", "status": "open", "requester_id": 9,
                  "created_at": "2026-11-18T10:00:00Z", "via": {"channel": "email"}}],
                 "users": [{"id": 9, "name": "Jo Doe", "email": "jo@mail.example"}], "after_cursor": "x", "end_of_stream": true}
                """)
        let ticket = try #require(read.conversations.first)
        #expect(read.conversations.count == 1 && read.rejects.isEmpty)
        #expect(ticket.requester == Correspondent(code: "9", name: "Jo Doe", address: "jo@mail.example"))
        #expect(ticket.messages.map(\.author) == [.requester] && ticket.channel == "email")
    }

    @Test(arguments: ["ticket_comments", "comments"])
    func commentsBesideTicketsAreTheirMessages(name: String) throws {
        let read = try outcome(
            of: """
                {"tickets": [{"id": 71, "subject": "Mug", "status": "open", "requester_id": 9}],
                 "\(name)": [{"id": 5, "ticket_id": 71, "author_id": 9, "body": "Hi", "created_at": "2026-11-18T10:00:00Z"},
                   {"id": 6, "ticket_id": 71, "author_id": 30, "body": "Yes", "public": false}, {"id": 7, "body": "whose?"}],
                 "users": [{"id": 9, "name": "Jo", "role": "end-user"}, {"id": 30, "name": "Ann", "role": "agent"}]}
                """)
        let messages = read.conversations.filter { $0.code == "71" }.flatMap(\.messages)
        #expect(messages.map(\.text) == ["Hi", "Yes"] && messages.map(\.author) == [.requester, .agent("Ann")])
        #expect(messages.map(\.isInternal) == [false, true])
        #expect(read.rejects.map(\.field) == ["ticket_id"])
    }

    @Test func aZammadTicketWithoutAnIdIsKnownByItsNumber() throws {
        let read = try outcome(of: #"[{"number": "22003", "title": "Mug", "state": "open"}, {"title": "x"}]"#)
        #expect(read.conversations.map(\.code) == ["22003"] && read.conversations.map(\.status) == ["open"])
        #expect(read.rejects.map(\.field) == ["number"], "what has neither is rejected, not passed over")
    }

    @Test func aMinimalFreshdeskPageIsReadInWords() throws {
        let read = try outcome(
            of: #"[{"id": 7, "requester_id": 9, "source": 1, "status": 2, "priority": 1, "subject": "Mug"}]"#)
        let ticket = try #require(read.conversations.first)
        #expect(ticket.status == "open" && ticket.priority == "low" && ticket.channel == "email")
        #expect(ticket.requester == Correspondent(code: "9") && ticket.subject == "Mug")
    }
}
