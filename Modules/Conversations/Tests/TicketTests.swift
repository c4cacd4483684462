import FlywheelKit
import Testing

@testable import Conversations

@Suite struct TicketTests {
    private static let zendesk = """
        {"tickets": [{
           "id": 35436, "url": "https://desk.example/api/v2/tickets/35436.json", "external_id": null,
           "via": {"channel": "email", "source": {}}, "created_at": "2026-11-01T10:00:00Z",
           "updated_at": "2026-11-02T12:30:00Z", "type": "problem", "subject": "Broken mug",
           "raw_subject": "Broken mug", "description": "The mug of order 302-1234567-7654321 is broken.",
           "priority": "high", "status": "pending", "requester_id": 20, "submitter_id": 20, "assignee_id": 30,
           "group_id": 40, "tags": ["vip", "mug"], "custom_fields": [{"id": 7, "value": "MUG-RED-2"}, {"id": 8, "value": null}],
           "satisfaction_rating": {"score": "good"}
         }, {"id": 35437, "requester_id": 21, "submitter_id": 20, "subject": null, "status": "deleted", "created_at": "yesterday"},
         {"requester_id": 21, "subject": "no id"}],
         "users": [{"id": 20, "name": "Jo Buyer", "email": "jo@buyer.example", "role": "end-user", "locale": "de"},
                   {"id": 30, "name": "Ann Agent", "role": "agent"}],
         "groups": [{"id": 40, "name": "Returns"}], "next_page": null, "count": 2}
        """

    @Test func aZendeskPageIsReadWithThePeopleBehindIt() throws {
        let read = try outcome(of: Self.zendesk)
        #expect(read.format == .zendesk)
        let ticket = try #require(read.conversations.first)
        #expect(ticket.source == "zendesk" && ticket.code == "35436" && ticket.subject == "Broken mug")
        #expect(ticket.opened == Instant("2026-11-01T10:00:00Z") && ticket.updated == Instant("2026-11-02T12:30:00Z"))
        #expect(ticket.status == "pending" && ticket.priority == "high" && ticket.category == "problem")
        #expect(ticket.channel == "email" && ticket.assignee == "Ann Agent" && ticket.group == "Returns")
        #expect(ticket.requester == Correspondent(code: "20", name: "Jo Buyer", address: "jo@buyer.example"))
        #expect(ticket.language == "de" && ticket.tags == ["vip", "mug"] && ticket.satisfaction == "good")
        #expect(ticket.references == ["field 7": "MUG-RED-2"])
        #expect(
            ticket.links == [
                FoundLink(.listing, "MUG-RED-2", .shaped), FoundLink(.order, "302-1234567-7654321", .named),
            ])
        #expect(ticket.messages.map(\.code) == [CorrespondenceMessage.openingCode])
    }

    @Test(arguments: [("20", CorrespondenceMessage.Author.requester), ("30", .agent("Ann Agent")), ("99", .somebody)])
    func theFirstMessageIsOfWhoSubmittedIt(number: String, author: CorrespondenceMessage.Author) throws {
        let text = Self.zendesk.replacing(
            "\"submitter_id\": 20, \"assignee_id\"", with: "\"submitter_id\": \(number), \"assignee_id\"")
        #expect(try outcome(of: text).conversations.first?.messages.map(\.author) == [author])
    }

    @Test func metricsOfATicketSayWhenItWasAnswered() throws {
        let metrics = """
            "reply_time_in_minutes": {"calendar": 30, "business": 12}, "replies": 6, "reopens": 2, "solved_at": "2026-11-02T12:30:00Z"
            """
        let within = try outcome(
            of: """
                {"tickets": [{"id": 1, "created_at": "2026-11-01T10:00:00Z", "subject": "x", "requester_id": 20, "status": "solved",
                  "metric_set": {\(metrics)}}], "users": [], "count": 1}
                """)
        let beside = try outcome(
            of: """
                {"tickets": [{"id": 1, "created_at": "2026-11-01T10:00:00Z", "subject": "x", "requester_id": 20, "status": "solved"}],
                 "metric_sets": [{"id": 9, "ticket_id": 1, "created_at": "2026-11-01T10:00:00Z", \(metrics)}], "users": [], "count": 1}
                """)
        for read in [within, beside] {
            #expect(read.conversations.compactMap(\.firstAnswered) == [Instant("2026-11-01T10:30:00Z")])
            #expect(read.conversations.compactMap { $0.figures[.replies] } == ["6"])
        }
        let never = try outcome(
            of: """
                {"tickets": [{"id": 1, "created_at": "2026-11-01T10:00:00Z", "subject": "x", "requester_id": 20, "status": "open",
                  "metric_set": {"reply_time_in_minutes": {"calendar": null, "business": null}, "replies": 0}}], "count": 1}
                """)
        #expect(never.conversations.map(\.firstAnswered) == [nil])
    }

    @Test func aTicketThatCannotBeReadIsRejectedWithItsLineAndField() throws {
        let read = try outcome(of: Self.zendesk)
        #expect(read.rejects.map(\.field) == ["created_at", "id"])
        #expect(read.rejects.map(\.line) == [9, 10])
        #expect(read.rejects.first?.conversation == "35437")
        #expect(read.rejects.first?.reason == "found \"yesterday\", expected a date")
        #expect(read.summary.rejected == 2 && read.summary.conversations == 1)
    }

    @Test func commentsSayWhoWroteAndWhoSees() throws {
        let read = try outcome(
            of: """
                {"id": 1, "subject": "x", "submitter": {"id": 20}, "requester": {"id": 20, "name": "Jo", "role": "end-user"}, "assignee": {"id": 30, "name": "Ann", "role": "agent"}, "description": "a", "comments": [{"id": 5, "author_id": 20, "plain_body": "My card is 4111 1111 1111 1111", "public": true, "created_at": "2026-11-01T10:00:00Z", "attachments": [{"file_name": "mug.jpg", "content_type": "image/jpeg", "size": 12, "content_url": "https://desk.example/1"}]}, {"id": 6, "author_id": 30, "html_body": "<p>Sorry.</p>", "public": false, "created_at": "2026-11-01T11:00:00Z"}, {"id": 7, "author_id": -1, "body": "Rule", "public": true}, {"id": 8, "author_id": 99, "body": "?", "public": true}]}
                {"id": 2, "subject": "y", "submitter": {"id": 20}, "requester": {"id": 20, "name": "Jo"}}
                """)
        #expect(read.conversations.map(\.code) == ["1", "2"])
        let messages = try #require(read.conversations.first).messages
        #expect(messages.map(\.code) == ["5", "6", "7", "8"])
        #expect(messages.map(\.author) == [.requester, .agent("Ann"), .automation, .somebody])
        #expect(messages.map(\.isInternal) == [false, true, false, false])
        #expect(messages.map(\.text) == ["My card is [card ending 1111]", "Sorry.", "Rule", "?"])
        #expect(
            messages[0].attachments == [
                .init(name: "mug.jpg", type: "image/jpeg", size: 12, place: "https://desk.example/1")
            ])
        #expect(read.summary.redacted == [.card: 1])
    }

    @Test(
        arguments: [
            """
            {"ticket_events": [{"id": 1, "ticket_id": 9, "timestamp": 1793527200, "updater_id": 30, "child_events": [
              {"id": 2, "event_type": "Change", "status": "open", "previous_value": "new"},
              {"id": 3, "event_type": "Change", "group_id": 40},
              {"id": 4, "event_type": "Comment", "body": "Hi", "public": true, "author_id": 30}]}], "end_of_stream": true}
            """,
            """
            {"audits": [{"id": 1, "ticket_id": 9, "created_at": "2026-11-01T10:00:00Z", "author_id": 30, "events": [
              {"id": 2, "type": "Change", "field_name": "status", "value": "open", "previous_value": "new"},
              {"id": 3, "type": "Change", "field_name": "group_id", "value": "40"},
              {"id": 4, "type": "Comment", "body": "Hi", "public": true, "author_id": 30}]}]}
            """,
        ])
    func eventsAndAuditsAreHistory(json: String) throws {
        let piece = try #require(try outcome(of: json).conversations.first)
        let at = try #require(Instant("2026-11-01T10:00:00Z"))
        #expect(piece.code == "9" && piece.status == nil)
        #expect(
            piece.changes == [
                ConversationChange(at: at, .status, "open", by: "30"),
                ConversationChange(at: at, .group, "40", by: "30"),
            ])
        #expect(piece.messages.map(\.text) == ["Hi"] && piece.messages.map(\.at) == [at])
    }

    @Test func zammadIsReadExpanded() throws {
        let read = try outcome(
            of: """
                [{"id": 3, "number": "22003", "title": "Where is it", "state": "pending reminder", "priority": "2 normal",
                  "group": "Buyers", "owner": "-", "customer": "jo@buyer.example", "customer_id": 20, "create_article_type": "email",
                  "created_at": "2026-11-01T10:00:00.123Z", "updated_at": "2026-11-02T10:00:00.000Z",
                  "first_response_at": null, "close_at": null, "articles": [
                   {"id": 7, "ticket_id": 3, "from": "Jo Buyer <jo@buyer.example>", "sender": "Customer", "type": "email", "internal": false,
                    "content_type": "text/html", "body": "<div>Where is <b>it</b>?</div>", "created_at": "2026-11-01T10:00:00Z",
                    "attachments": [{"id": 4, "filename": "a.png", "size": "57", "preferences": {"Content-Type": "image/png"}}]},
                   {"id": 8, "ticket_id": 3, "from": "Ann", "sender": "Agent", "internal": true, "content_type": "text/plain",
                    "body": "note", "created_by": "ann@desk.example", "created_at": "2026-11-01T11:00:00Z"}]}]
                """)
        #expect(read.format == .zammad && read.rejects.isEmpty)
        let ticket = try #require(read.conversations.first)
        #expect(ticket.code == "3" && ticket.references["number"] == "22003" && ticket.status == "pending reminder")
        #expect(ticket.priority == "2 normal" && ticket.assignee == nil && ticket.group == "Buyers")
        #expect(ticket.requester == Correspondent(code: "20", name: "jo@buyer.example", address: "jo@buyer.example"))
        #expect(ticket.messages.map(\.author) == [.requester, .agent("ann@desk.example")])
        #expect(ticket.messages.map(\.isInternal) == [false, true])
        #expect(ticket.messages.map(\.text) == ["Where is it?", "note"])
        #expect(
            ticket.messages[0].attachments == [.init(name: "a.png", type: "image/png", size: 57, place: "attachment 4")]
        )
    }

    @Test func zammadIsReadWithItsAssets() throws {
        let read = try outcome(
            of: """
                {"tickets": [3], "tickets_count": 1, "assets": {
                  "Ticket": {"3": {"id": 3, "number": "22003", "title": "Hi", "state_id": 2, "priority_id": 3, "group_id": 1, "owner_id": 30,
                     "customer_id": 20, "create_article_type_id": 1, "created_at": "2026-11-01T10:00:00Z", "updated_at": "2026-11-01T10:00:00Z"}},
                  "TicketArticle": {"7": {"id": 7, "ticket_id": 3, "sender_id": 2, "internal": false, "content_type": "text/plain",
                     "body": "Hello", "created_at": "2026-11-01T10:00:00Z", "from": "jo@buyer.example"}},
                  "User": {"20": {"id": 20, "login": "jo", "firstname": "Jo", "lastname": "Buyer", "email": "jo@buyer.example"},
                           "30": {"id": 30, "firstname": "Ann", "lastname": "", "login": "ann"}},
                  "Group": {"1": {"id": 1, "name": "Buyers"}}, "TicketState": {"2": {"id": 2, "name": "open"}},
                  "TicketPriority": {"3": {"id": 3, "name": "3 high"}}}}
                """)
        #expect(read.format == .zammad && read.rejects.isEmpty && read.conversations.map(\.code) == ["3", "3"])
        let ticket = try #require(read.conversations.first)
        #expect(
            ticket.status == "open" && ticket.priority == "3 high" && ticket.group == "Buyers"
                && ticket.assignee == "Ann")
        #expect(ticket.requester == Correspondent(code: "20", name: "Jo Buyer", address: "jo@buyer.example"))
        #expect(read.messages(of: "3").map(\.text) == ["Hello"])
    }

    @Test func freshdeskIsReadWithItsNumbersInWords() throws {
        let read = try outcome(
            of: """
                [{"cc_emails": [], "fr_escalated": false, "spam": false, "group_id": 5, "priority": 4, "requester_id": 20,
                  "responder_id": 30, "source": 1, "status": 6, "subject": "Refund", "id": 77, "type": "Refund", "is_escalated": true,
                  "description": "<p>Money back</p>", "due_by": "2026-11-03T10:00:00Z", "created_at": "2026-11-01T10:00:00Z",
                  "updated_at": "2026-11-02T10:00:00Z", "custom_fields": {"cf_order_id": "5281956", "cf_empty": null}, "tags": ["a"],
                  "requester": {"id": 20, "name": "Jo", "email": "jo@buyer.example"},
                  "stats": {"first_responded_at": "2026-11-01T11:00:00Z", "resolved_at": null, "closed_at": null},
                  "conversations": [{"id": 1, "body_text": "On it", "incoming": false, "private": false, "user_id": 30, "created_at": "2026-11-01T11:00:00Z"},
                                    {"id": 2, "body": "<p>note</p>", "incoming": false, "private": true, "user_id": 30, "created_at": "2026-11-01T12:00:00Z"},
                                    {"id": 3, "body_text": "Thanks", "incoming": true, "private": false, "user_id": 20, "created_at": "2026-11-01T13:00:00Z"}]},
                 {"id": 78, "status": 5, "priority": 2, "source": 99, "responder_id": null, "due_by": null, "created_at": "2026-11-01T10:00:00Z"}]
                """)
        #expect(read.format == .freshdesk && read.rejects.isEmpty)
        let (first, second) = (read.conversations[0], read.conversations[1])
        #expect(first.status == "6" && first.priority == "urgent" && first.channel == "email" && first.assignee == "30")
        #expect(first.firstAnswered == Instant("2026-11-01T11:00:00Z") && first.figures == [.madePromise: "false"])
        #expect(first.links == [FoundLink(.order, "5281956", .named)])
        #expect(first.messages.map(\.author) == [.requester, .agent("30"), .agent("30"), .requester])
        #expect(first.messages.map(\.isInternal) == [false, false, true, false])
        #expect(first.messages.map(\.text) == ["Money back", "On it", "note", "Thanks"])
        #expect(
            second.status == "closed" && second.priority == "medium" && second.channel == "99" && second.assignee == nil
        )
        #expect(second.figures.isEmpty && second.messages.isEmpty)
    }

    @Test(
        arguments: [
            "{\"tickets\": [{\"id\": 1, \"requester_id\": 2, \"submitter_id\": 3}, {\"id\": 2",
            "[{\"id\": 1, \"requester_id\": 2, \"submitter_id\": 3}] x",
        ])
    func aBrokenDocumentIsRefusedBeforeAnythingCounts(json: String) throws {
        let file = "\(json)"
        var count = 0
        #expect(throws: ConversationFileError.self) {
            try withFile(file) { path in _ = try ConversationFile(path: path).read { _ in count += 1 } }
        }
        #expect(count == 0)
    }

    @Test(arguments: ["{}", "[]", "{\"orders\": [{\"id\": 1}]}", "", "a,b\n1,2\n", "hello", "[1, 2]", "\u{0}\u{1}"])
    func whatIsNoTicketIsRefusedWithAReason(text: String) throws {
        let error = #expect(throws: ConversationFileError.self) { _ = try outcome(of: text) }
        #expect(error?.description.contains("expected") == true)
    }

    @Test func theSameFileReadTwiceIsTheSame() throws {
        #expect(try outcome(of: Self.zendesk).conversations == outcome(of: Self.zendesk).conversations)
    }
}
