import FlywheelKit
import Imports
import Testing

@testable import Conversations

@Suite struct MailboxTests {
    private let context = ConversationContext(mail: MailContext(own: ["@shop.example"]))

    /// A mailbox of messages, each with its headers and one line of text.
    private func mailbox(_ messages: [String]) -> String {
        messages.map { "From x@y.example Fri Nov 20 10:00:00 2026\n\($0)\n\n" }.joined()
    }

    private func mail(
        _ id: String, _ subject: String, day: Int = 20, from: String = "jo@buyer.example",
        to: String = "help@shop.example",
        _ more: String = ""
    ) -> String {
        "From: \(from)\nTo: \(to)\nSubject: \(subject)\nMessage-ID: <\(id)>\nDate: \(day) Nov 2026 10:00:00 +0000\n\(more)\nText of \(id)"
    }

    @Test func messagesAreCutAtTheirLinesAndNowhereElse() throws {
        let read = try outcome(
            of: """
                From MAILER-DAEMON Fri Nov 20 10:00:00 2026
                From: a@b.example
                Subject: one

                From the start it was broken.

                From now on I buy elsewhere.
                >From here to there
                >>From quoted
                not blank before
                From x@y.example Fri Nov 20 10:00:00 2026

                From 1234@xxx Fri Nov 20 10:00:00 +0000 2026\r
                From: c@d.example\r
                Subject: two\r
                \r
                words\r
                """, context)
        #expect(read.format == .mbox && read.conversations.compactMap(\.subject) == ["one", "two"])
        #expect(
            read.conversations[0].messages[0].text == """
                From the start it was broken.

                From now on I buy elsewhere.
                From here to there
                >From quoted
                not blank before
                From x@y.example Fri Nov 20 10:00:00 2026
                """)
        #expect(read.conversations[1].messages[0].text == "words")
    }

    @Test func answersGoOnWithWhatTheyReferTo() throws {
        let read = try outcome(
            of: mailbox([
                mail("1", "Mug"),
                mail("2", "Re: Mug", from: "ann@shop.example", to: "jo@buyer.example", "In-Reply-To: <1>\n"),
                mail("3", "something else", "References: <1> <2>\n"), mail("4", "Other"),
                mail("6", "Re: x", "References: <5>\n"), mail("5", "x"), mail("7", "y", "References: <9> <6>\n"),
            ]), context)
        #expect(read.conversations.map(\.code) == ["1", "1", "1", "4", "5", "5", "5"])
        #expect(
            read.conversations.map { $0.messages[0].author }.prefix(3) == [
                .requester, .agent("ann@shop.example"), .requester,
            ])
        #expect(read.conversations[1].requester?.address == "jo@buyer.example")
        #expect(read.conversations.map { $0.opened != nil } == [true, false, false, true, false, true, false])
    }

    @Test func mailWithoutReferencesGoesOnBySubjectAndCorrespondentWithinDays() throws {
        let read = try outcome(
            of: mailbox([
                mail("1", "Mug", day: 1),
                mail("2", "AW: mug", day: 10, from: "ann@shop.example", to: "jo@buyer.example"),
                mail("3", "Mug", day: 10, from: "somebody@else.example"), mail("4", "Re: Fwd: MUG", day: 24),
                mail("5", "Mug", day: 30), mail("6", "", day: 1), mail("7", "", day: 1),
            ]), context)
        #expect(read.conversations.map(\.code) == ["1", "1", "3", "1", "1", "6", "7"])
        let strict = ConversationContext(mail: MailContext(own: ["@shop.example"], daysOfThread: 3))
        let apart = try outcome(of: mailbox([mail("1", "Mug", day: 1), mail("2", "Mug", day: 10)]), strict)
        #expect(apart.conversations.map(\.code) == ["1", "2"])
    }

    @Test func whatAMarketplaceWritesUnderOneSubjectStaysApart() throws {
        let (one, other) = (
            mail("1", "Action required", from: "x@amazon.de"), mail("2", "Action required", from: "x@amazon.de")
        )
        #expect(try outcome(of: mailbox([one, other]), context).conversations.map(\.code) == ["1", "2"])
    }

    @Test func whatStandsBeforeTheFirstMessageIsNotDropped() throws {
        let bytes = Array("From: a@b.example\nSubject: one\n\nx\n\n\(mailbox([mail("2", "two")]))".utf8)
        let stated = ConversationContext(format: .mbox)
        #expect(try outcome(of: bytes, stated).conversations.compactMap(\.subject) == ["one", "two"])
        let junk = try outcome(of: Array("junk\n\n\(mailbox([mail("2", "two")]))".utf8), stated)
        #expect(junk.rejects.map(\.line) == [1] && junk.conversations.count == 1)
    }

    @Test func whatAnEarlierImportBroughtIsGoneOnWith() throws {
        let known = ConversationContext(mail: MailContext(conversation: { $0 == "old" ? "root" : nil }))
        let read = try outcome(of: mailbox([mail("1", "Re: Mug", "In-Reply-To: <old>\n")]), known)
        #expect(read.conversations.map(\.code) == ["root"])
    }

    @Test func theSameMailboxReadAgainIsTheSameAlsoWhereMessagesHaveNoName() throws {
        let box = mailbox(["From: a@b.example\nSubject: x\n\none", "From: a@b.example\nSubject: x\n\ntwo"])
        let (first, second) = (try outcome(of: box, context), try outcome(of: box, context))
        #expect(first.conversations == second.conversations)
        #expect(Set(first.conversations.map { $0.messages[0].code }).count == 2)
    }

    @Test func aMessageBeyondTheLimitCostsOnlyItself() throws {
        let text = mailbox([mail("1", "a"), mail("2", "b", String(repeating: "X: y\n", count: 100)), mail("3", "c")])
        var scanner = MailboxScanner(try ByteSource.of(Array(text.utf8)), limit: 400)
        var pieces: [(Int, Bool)] = []
        try scanner.forEach { pieces.append(($0.line, $0.bytes == nil)) }
        #expect(pieces.map(\.1) == [false, true, false])
        #expect(pieces.map(\.0) == [1, 10, 119])
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func anyMailboxIsReadWithoutATrap(seed: UInt64) throws {
        var random = Splitmix(seed)
        let pieces = [
            "From x@y.example Fri Nov 20 10:00:00 2026\n", "From: a@b.example\n",
            "Content-Type: multipart/mixed; boundary=x\n", "\n",
            "--x\n", "--x--\n", "Content-Type: message/rfc822\n", "Content-Transfer-Encoding: base64\n", "words\n",
            "=?utf-8?B?", "\u{0}",
            ">From \n", "Subject: ", "Content-Type: text/html; charset=\"\n", "<p>&amp;", "Message-ID: <",
            "References: <1> <>\n", "é", "\r\n",
        ]
        let text =
            pieces[0] + pieces[1] + (0..<60).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        let read = try outcome(of: text, context)
        #expect(read.conversations.count + read.rejects.count >= 1)
        #expect(try outcome(of: text, context).conversations == read.conversations)
    }
}
