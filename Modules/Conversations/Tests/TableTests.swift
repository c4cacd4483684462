import FlywheelKit
import Foundation
import Testing

@testable import Conversations

@Suite struct TableTests {
    @Test func aTableOfTicketsIsReadByItsHeadings() throws {
        let read = try outcome(
            of: """
                Ticket ID;Subject;Description;Status;Priority;Created time;Requester email;Order ID;Tags;Colour
                7;"Broken; again";"Line one
                line two";Open;Urgent;20/11/2026 10:00;jo@buyer.example;302-1234567-7654321;a, b;red
                8;Late;;Closed;Low;21/11/2026 10:00;;;;
                """)
        #expect(read.format == .table && read.rejects.isEmpty && read.summary.unused == ["Colour"])
        let ticket = try #require(read.conversations.first)
        #expect(ticket.source == "table" && ticket.code == "7" && ticket.subject == "Broken; again")
        #expect(
            ticket.opened == Instant("2026-11-20T10:00:00Z") && ticket.status == "Open" && ticket.tags == ["a", "b"])
        #expect(ticket.requester == Correspondent(address: "jo@buyer.example"))
        #expect(ticket.links == [FoundLink(.order, "302-1234567-7654321", .stated)])
        #expect(ticket.messages.map(\.text) == ["Line one\nline two"])
        #expect(read.conversations[1].messages.isEmpty && read.conversations[1].requester == nil)
    }

    @Test func aTicketSaysItsMarketplace() throws {
        let read = try outcome(
            of: """
                ticket,opened,sku,side,category,status,subject,marketplace
                9001,2026-11-21T10:00:00Z,SH-003,platform,listing,open,SH-003 unpublished,walmart
                9002,2026-11-21T11:00:00Z,SH-004,buyer,,open,Late,
                """)
        #expect(read.conversations.map(\.marketplace) == ["walmart", nil] && read.summary.unused.isEmpty)
    }

    @Test(arguments: [String.Encoding.utf8, .utf16]) func aLongTableIsRecognizedWhereverItsStartIsCut(
        encoding: String.Encoding
    ) throws {
        // Nearly all of it stands within quotation marks, so that wherever one stops to look is within a cell.
        let text = String(repeating: "where is it, and\nwhen does it come? ", count: 40)
        let rows = (1...1_000).map { "\($0),Late,\"\(text)\"" }
        let table = (["ticket id,subject,description"] + rows).joined(separator: "\n")
        let bytes = try #require(table.data(using: encoding))
        #expect(bytes.count > 1 << 20)
        let read = try outcome(of: Array(bytes))
        #expect(read.format == .table && read.conversations.count == 1_000 && read.rejects.isEmpty)
    }

    /// Two tickets would be one.
    @Test func aTicketWhoseNumberASpreadsheetRoundedIsNone() throws {
        let read = try outcome(
            of: """
                ticket id,subject,status
                1.08757E+14,Broken,open
                1.08757E+14,Late,open
                1E5,Lost,open
                """)
        #expect(read.conversations.map(\.code) == ["1E5"])
        #expect(
            read.rejects.map(\.reason)
                == [String](
                    repeating: "found \"1.08757E+14\", "
                        + "expected all digits of the number of a ticket (a spreadsheet has rounded it)", count: 2))
    }

    @Test func rowsOfMessagesBecomeOneConversation() throws {
        let read = try outcome(
            of: """
                conversation id,subject,author,message,sent at,internal
                1,Hi,customer,Where is it?,2026-11-20 10:00,no
                1,Hi,agent,Coming.,2026-11-20 11:00,no
                1,Hi,agent,Check stock,2026-11-20 12:00,yes
                2,Yo,customer,Hello,2026-11-20 10:00,no
                1,Hi,customer,Thanks,2026-11-21 10:00,no
                """)
        #expect(read.conversations.map(\.code) == ["1", "2", "1"])
        let messages = read.messages(of: "1")
        #expect(messages.map(\.author) == [.requester, .agent(nil), .agent(nil), .requester])
        #expect(messages.map(\.isInternal) == [false, false, true, false])
        #expect(Set(messages.map(\.code)).count == 4)
        #expect(messages.first?.at == Instant("2026-11-20T10:00:00Z"))
    }

    @Test(arguments: [true, false]) func ofRowsOfOneTicketTheNewestHoldsWhateverTheirOrder(isNewestFirst: Bool) throws {
        let rows = [
            "1,Late,Solved,ann,jo@buyer.example,2026-11-18 10:00,2026-11-18 09:00",
            "1,Late,Open,bob,mail@tool.example,2026-11-17 10:00,",
            "1,Late,New,,mail@tool.example,2026-11-16 10:00,2026-11-16 09:00",
        ]
        let head = ["ticket id,subject,status,assignee,requester email,updated at,solved at"]
        let text = (head + (isNewestFirst ? rows : rows.reversed())).joined(separator: "\n")
        let ticket = try #require(try outcome(of: text).conversations.first)
        #expect(ticket.status == "Solved" && ticket.assignee == "ann")
        #expect(ticket.requester?.address == "jo@buyer.example")
        #expect(ticket.updated == Instant("2026-11-18T10:00:00Z") && ticket.solved == Instant("2026-11-18T09:00:00Z"))
    }

    private let log = TableMapping(
        [.ticket: "Nr", .at: "Zeit", .status: "Stand", .group: "Team", .by: "Wer"], source: "log")

    @Test func aLogIsHistoryInTheOrderOfTime() throws {
        let read = try outcome(
            of: """
                Nr\tZeit\tStand\tTeam\tWer\tSonst
                1\t20.11.2026 10:00\tneu\tN/A\tann\tx
                1\t20.11.2026 12:00\toffen\tA\tann\tx
                1\t20.11.2026 11:00\toffen\tA\tben\tx
                1\t21.11.2026 10:00\tzu\t?\tben\tx
                """, ConversationContext(mapping: log))
        let piece = try #require(read.conversations.first)
        #expect(piece.source == "log" && piece.status == "zu" && piece.updated == Instant("2026-11-21T10:00:00Z"))
        #expect(piece.changes.filter { $0.field == .status }.map(\.value) == ["neu", "offen", "offen", "zu"])
        #expect(piece.changes.filter { $0.field == .group }.map(\.value) == ["A", nil])
        #expect(piece.changes.map(\.at) == piece.changes.map(\.at).sorted())
        #expect(piece.changes.map(\.by).suffix(1) == ["ben"] && read.summary.unused == ["Sonst"])
    }

    @Test func aRowThatCannotBeReadIsRejectedWithItsPlaceAndNothingOfItCounts() throws {
        let read = try outcome(
            of:
                "Nr,Zeit,Stand,Team,Wer\n1,20.11.2026 10:00,neu,A,ann\n1,31.11.2026,zu,A,ann\n,20.11.2026,neu,,\n1,,neu,,\n",
            ConversationContext(mapping: log))
        #expect(read.rejects.map(\.line) == [3, 4, 5] && read.rejects.map(\.field) == ["Zeit", "Nr", "Zeit"])
        #expect(read.rejects.map(\.column) == [3, 1, 3])
        #expect(read.rejects.first?.reason == "found \"31.11.2026\", expected a day of the calendar, day first")
        #expect(read.conversations.map(\.status) == ["neu"])
    }

    @Test func aTableWithoutAHeadingThatIsMappedIsRefused() throws {
        let error = #expect(throws: ConversationFileError.self) {
            _ = try outcome(of: "Nr,Zeit\n1,2\n", ConversationContext(mapping: log))
        }
        #expect(error == .missingHeadings(["Nr", "Stand", "Team", "Wer", "Zeit"], found: ["Nr", "Zeit"]))
    }

    @Test(arguments: [
        "id,title,description,link\n1,a,b,c\n", "sku,status,title\nA,b,c\n", "Id,Email,Notes,Tags\n1,a,b,c\n",
        // Each row of products holds a word that heads tables of tickets.
        "Handle,Option1 Name,Option1 Value,SKU\nmug,Title,Default,M1\ncase,Title,Default,C1\n",
        "Stock of 2026\n\nsku,title,units\nmug,Mug,3\nticket,title,5\n",
    ])
    func tablesOfOtherThingsAreNone(text: String) throws {
        #expect(throws: ConversationFileError.self) { _ = try outcome(of: text) }
    }

    @Test func wordsAboveTheHeadingsAndOtherEncodingsAreNoTrouble() throws {
        let text = "Export 2026\n\nCase ID,Subject\n1,M\u{FC}ll"
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let read = try outcome(of: bytes)
        #expect(read.conversations.map(\.subject) == ["Müll"])
    }
}

@Suite struct AmazonTests {
    @Test func feedbackIsReadWhateverTheLanguageOfItsHeadings() throws {
        let read = try outcome(
            of: """
                Datum\tBewertung\tKommentar\tIhre Antwort\tBestellnummer\tE-Mail
                20.11.26\t1\tKaputt, "B0ABCDEF12"\tTut uns leid\t302-1234567-7654321\tabc@marketplace.amazon.de
                3.11.26\t3\t\t\t302-1234567-7654322\tdef@marketplace.amazon.de
                4.11.26\t9\tx\t\t302-1234567-7654323\t
                4.13.26\t2\tx\t\t302-1234567-7654323\t
                """)
        #expect(read.format == .table || read.format == .amazonFeedback)
        #expect(read.format == .amazonFeedback)
        let feedback = try #require(read.conversations.first)
        #expect(
            feedback.code == "feedback/302-1234567-7654321" && feedback.side == "buyer" && feedback.satisfaction == "1")
        #expect(feedback.opened == Instant("2026-11-20T00:00:00Z"))
        #expect(feedback.messages.map(\.author) == [.requester, .agent(nil)])
        #expect(feedback.links.contains(FoundLink(.product, "B0ABCDEF12", .shaped)))
        #expect(read.conversations.count == 1 && read.summary.setAside == 1)
        #expect(read.rejects.map(\.field) == ["Bewertung", "Datum"] && read.rejects.map(\.line) == [4, 5])
    }

    @Test(arguments: [("US", "2026-03-04"), ("DE", "2026-04-03"), ("JP", "2003-04-26"), (nil, "2026-04-03")])
    func daysOfFeedbackAreWrittenAsInTheMarketplace(marketplace: String?, day: String) throws {
        let read = try outcome(
            of:
                "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email\n03/04/26\t1\tx\t\t302-1234567-7654321\t\n",
            ConversationContext(marketplace: marketplace))
        #expect(read.conversations.first?.opened?.utcDay.description == day)
    }

    @Test func returnsAreConversationsWhereSomebodyClaims() throws {
        let read = try outcome(
            of: """
                Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID\tA-to-Z Claim\tASIN\tMerchant SKU\tReturn Reason\tCurrency code\tOrder Amount\tSafeT Action reason\tSafeT claim id\tSafeT claim state\tSafeT claim creation time\tSafeT claim reimbursement amount
                302-1234567-7654321\t01-Nov-2026\t10-Nov-2026\tApproved\tDx1\tY\tB0ABCDEF12\tMUG-1\tDefective\tEUR\t19.99\tdamaged\t99887766\tPending\t12-Nov-2026\t5.00
                302-1234567-7654322\t01-Nov-2026\t10-Nov-2026\tApproved\tDx2\tN\tB0ABCDEF12\tMUG-1\tDefective\tEUR\t19.99\t\t\t\t\t
                302-1234567-7654323\t01-Nov-2026\tsoon\tApproved\tDx3\tY\tB0ABCDEF12\tMUG-1\tDefective\tEUR\t19.99\t\t\t\t\t
                """)
        #expect(read.format == .amazonReturns && read.conversations.map(\.code) == ["a-to-z/Dx1", "safe-t/99887766"])
        #expect(read.conversations.map(\.side) == ["buyer", "platform"])
        #expect(read.conversations.map { $0.figures[.amount] } == ["EUR 19.99", "EUR 5.00"])
        #expect(read.conversations[0].opened == Instant("2026-11-10T00:00:00Z"))
        #expect(
            read.conversations[0].links == [
                FoundLink(.product, "B0ABCDEF12", .stated), FoundLink(.order, "302-1234567-7654321", .stated),
                FoundLink(.listing, "MUG-1", .stated),
            ])
        #expect(read.summary.setAside == 1 && read.rejects.map(\.field) == ["return request date"])
        #expect(read.rejects.first?.column == 33)
    }

    @Test func returnsToWarehousesAreConversationsWhereSomebodyCommented() throws {
        let read = try outcome(
            of: """
                return-date,order-id,sku,asin,fnsku,product-name,quantity,fulfillment-center-id,detailed-disposition,reason,status,license-plate-number,customer-comments
                2026-11-10T08:00:00+00:00,302-1234567-7654321,MUG-1,B0ABCDEF12,X1,Mug,1,ABC1,CUSTOMER_DAMAGED,DEFECTIVE,Unit returned,LPN1,It broke
                2026-11-10T08:00:00+00:00,302-1234567-7654322,MUG-1,B0ABCDEF12,X1,Mug,1,ABC1,SELLABLE,UNWANTED_ITEM,Unit returned,LPN2,
                """)
        #expect(read.format == .amazonWarehouseReturns && read.summary.setAside == 1)
        let comment = try #require(read.conversations.first)
        #expect(comment.code == "return/302-1234567-7654321/LPN1" && comment.category == "DEFECTIVE")
        #expect(comment.messages.map(\.text) == ["It broke"] && comment.opened == Instant("2026-11-10T08:00:00Z"))
    }
}
