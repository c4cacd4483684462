import FlywheelKit
import Testing

@testable import Conversations

@Suite struct MailTests {
    private let context = ConversationContext(mail: MailContext(own: ["@shop.example"]))

    private func message(_ text: String) throws -> CorrespondenceMessage {
        let read = try outcome(of: text, context)
        #expect(read.format == .mail)
        return try #require(read.conversations.first?.messages.first)
    }

    private func body(_ type: String, _ encoding: String, _ body: [UInt8]) throws -> String {
        let head =
            "From: a@b.example\nTo: help@shop.example\nSubject: x\nContent-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n"
        return try #require(try outcome(of: Array(head.utf8) + body, context).conversations.first?.messages.first).text
    }

    @Test func aPlainMessageIsReadWithItsPeople() throws {
        let read = try outcome(
            of: """
                From: Jo Buyer <Jo@Buyer.example>\r
                To: "Help" <help@shop.example>\r
                Subject: Re: Where is order 302-1234567-7654321?\r
                Date: Fri, 20 Nov 2026 11:00:00 +0100\r
                Message-ID: <1@buyer.example>\r
                Content-Language: de-DE\r
                \r
                Hello,\r
                where is it?\r

                """, context)
        let piece = try #require(read.conversations.first)
        #expect(piece.source == "mail" && piece.code == "1@buyer.example" && piece.channel == "email")
        #expect(piece.subject == "Where is order 302-1234567-7654321?" && piece.language == "de-DE")
        #expect(piece.opened == Instant("2026-11-20T10:00:00Z") && piece.updated == piece.opened && piece.side == nil)
        #expect(piece.requester == Correspondent(name: "Jo Buyer", address: "jo@buyer.example"))
        #expect(piece.messages.map(\.text) == ["Hello,\nwhere is it?"] && piece.messages.map(\.author) == [.requester])
        #expect(piece.links == [FoundLink(.order, "302-1234567-7654321", .named)])
    }

    @Test(
        arguments: [
            ("=?utf-8?q?M=C3=BCll?=", "Müll"), ("=?iso-8859-1?Q?M=FCll_da?=", "Müll da"),
            ("=?utf-8?B?5rOo5paH?=", "注文"),
            ("=?iso-2022-jp?B?GyRCQ21KOBsoQg==?=", "注文"), ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("plain", "plain"),
            ("=?broken", "=?broken"), ("Müll", "Müll"),
        ])
    func encodedSubjectsAreTheirText(subject: String, text: String) throws {
        let read = try outcome(of: "From: a@b.example\nTo: c@d.example\nSubject: \(subject)\n\nx\n", context)
        #expect(read.conversations.first?.subject == text)
    }

    @Test(
        arguments: [
            ("text/plain; charset=iso-8859-1", "8bit", [0x4D, 0xFC, 0x6C, 0x6C], "Müll"),
            ("text/plain; charset=utf-8", "8bit", [0x4D, 0xFC, 0x6C, 0x6C], "Müll"),
            ("text/plain; charset=iso-8859-1", "8bit", Array("Müll".utf8), "Müll"),
            ("text/plain", "8bit", Array("Müll".utf8), "Müll"),
            ("text/plain; charset=windows-1252", "8bit", [0x80, 0x93, 0x81], "€“\u{FFFD}"),
            ("text/plain; charset=utf-8", "quoted-printable", Array("M=C3=BCll=\n da".utf8), "Müll da"),
            ("text/plain; charset=utf-8", "base64", Array("TcO8bGw=\n".utf8), "Müll"),
            ("text/plain; charset=shift_jis", "8bit", [0x92, 0x8D, 0x95, 0xB6], "注文"),
            (
                "text/plain; charset=iso-2022-jp", "7bit",
                [0x1B, 0x24, 0x42, 0x43, 0x6D, 0x4A, 0x38, 0x1B, 0x28, 0x42], "注文"
            ),
            ("text/plain; charset=no-such-thing", "8bit", Array("Müll".utf8), "Müll"),
            ("text/html; charset=utf-8", "8bit", Array("<p>M&uuml;ll<br>da</p>".utf8), "Müll\nda"),
            ("text/plain; charset=koi8-r", "8bit", [0xD4, 0xC5, 0xD3, 0xD4], "тест"),
            ("text/plain", "no-such-encoding", Array("x".utf8), "x"),
            ("text/plain; charset=utf-8", "base64", Array("TcO8bGw=!!broken".utf8), nil as String?),
        ] as [(String, String, [UInt8], String?)])
    func bodiesAreReadInAnyEncoding(type: String, encoding: String, bytes: [UInt8], text: String?) throws {
        let read = try body(type, encoding, bytes)
        if let text { #expect(read == text) } else { #expect(read.hasPrefix("Müll")) }
    }

    @Test func partsInPartsAreTextAndFilesByTheirPlace() throws {
        let read = try message(
            """
            From: a@b.example
            To: help@shop.example
            Subject: nested
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            preamble
            --outer
            Content-Type: multipart/related; boundary="middle"

            --middle
            Content-Type: multipart/alternative; boundary="inner"

            --inner
            Content-Type: text/plain; charset=utf-8

            Plain words
            --inner
            Content-Type: text/html; charset=utf-8

            <p>Rich words</p>
            --inner--
            --middle
            Content-Type: image/png; name="logo.png"
            Content-Transfer-Encoding: base64
            Content-Disposition: inline

            AAECAw==
            --middle--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''R%C3%BCck; filename*1=gabe.pdf
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --outer
            Content-Type: message/rfc822

            From: c@d.example
            Subject: earlier
            Content-Type: multipart/mixed; boundary="deep"

            --deep
            Content-Type: text/plain

            inner words
            --deep
            Content-Type: image/jpeg
            Content-Disposition: attachment; filename="mug.jpg"
            Content-Transfer-Encoding: base64

            AAECAw==
            --deep--
            --outer
            Content-Type: text/plain

            Footer
            --outer--
            """)
        #expect(read.text == "Plain words\n\nFooter")
        #expect(
            read.attachments == [
                .init(name: "logo.png", type: "image/png", size: 4, place: "1.1.2"),
                .init(name: "Rückgabe.pdf", type: "application/pdf", size: 9, place: "1.2"),
                .init(name: "earlier", type: "message/rfc822", place: "1.3"),
                .init(name: "mug.jpg", type: "image/jpeg", size: 4, place: "1.3.1.2"),
            ])
    }

    @Test(
        arguments: [
            // No closing boundary, a boundary that never comes, none named, a part without headers' end.
            ("multipart/mixed; boundary=x", "--x\nContent-Type: text/plain\n\nwords\n", "words"),
            ("multipart/mixed; boundary=x", "--x\n\nwords", "words"),
            ("multipart/alternative; boundary=x", "--x\nContent-Type: text/html\n\n<b>words</b>\n--x--\n", "words"),
            (
                "multipart/alternative; boundary=x",
                "--x\nContent-Type: text/plain\n\n \n--x\nContent-Type: text/html\n\nwords\n--x--", "words"
            ),
            (
                "multipart/mixed; boundary=x",
                "--x\nContent-Type: text/plain\n\none\n--x\nContent-Type: text/plain\n\ntwo\n--x--\n", "one\n\ntwo"
            ),
            ("text/plain; charset=", "words", "words"), ("garbage", "words", "words"), ("text", "words", "words"),
        ])
    func brokenPartsKeepTheirText(type: String, body: String, text: String) throws {
        let read = try message(
            "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: \(type)\n\n\(body)")
        #expect(read.text == text)
    }

    @Test func partsBeyondAnyDepthAreLeftAlone() throws {
        var text = "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
        for level in 0..<3_000 { text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
        text += "Content-Type: text/plain\n\nwords\n"
        #expect(try message(text).text == "")
    }

    @Test(
        arguments: [
            ("Auto-Submitted: auto-replied", CorrespondenceMessage.Author.automation),
            ("Precedence: auto_reply", .automation), ("Auto-Submitted: no", .requester), ("X-Other: y", .requester),
        ])
    func whatAProgramWroteIsSaidToBe(header: String, author: CorrespondenceMessage.Author) throws {
        let read = try message("From: a@b.example\nTo: help@shop.example\nSubject: Out of office\n\(header)\n\nx\n")
        #expect(read.author == author)
    }

    @Test(
        arguments: [
            ("x1y2@marketplace.amazon.de", "buyer", "amazon.de"),
            ("x@marketplace.amazon.co.uk", "buyer", "amazon.co.uk"),
            ("x@members.ebay.com", "buyer", "ebay.com"), ("x@relay.walmart.com", "buyer", "walmart.com"),
            ("seller-performance@amazon.com", "platform", "amazon.com"),
            ("x@mail.ebay.co.uk", "platform", "ebay.co.uk"),
            ("jo@buyer.example", nil, nil), ("x@marketplace.amazon.com.evil.example", nil, nil),
            ("x@notamazon.com", nil, nil), ("x@amazon.evil", nil, nil),
        ] as [(String, String?, String?)])
    func marketplacesAddressesNameTheSide(address: String, side: String?, marketplace: String?) throws {
        let read = try outcome(of: "From: \(address)\nTo: help@shop.example\nSubject: x\n\nx\n", context)
        #expect(read.conversations.first?.side == side)
        #expect(read.conversations.first?.references["marketplace"] == marketplace)
        #expect(read.conversations.first?.messages.first?.author == (side == "platform" ? .marketplace : .requester))
    }

    @Test func whatIsNoMessageIsRejected() throws {
        let read = try outcome(of: "From x@y.example Fri Nov 20 10:00:00 2026\n\nnothing\n", context)
        #expect(read.format == .mbox && read.conversations.isEmpty && read.rejects.map(\.line) == [1])
    }
}
