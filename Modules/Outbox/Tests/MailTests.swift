import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import Outbox

@Suite("Mails are what other programs take for mails")
struct MailTests {
    private func message(_ content: MailText) throws -> String {
        let from = try #require(MailAddress("flywheel@example.com"))
        let to = try #require(MailAddress("ops@example.org"))
        return String(
            decoding: MailMessage(content, id: "W1-42-0", at: noon, from: from, to: to).bytes, as: UTF8.self)
    }

    @Test func textIsOnePart() throws {
        #expect(
            try message(MailText(subject: "Morgens: 5 Fälle", text: "Grüße\n")) == """
                From: Flywheel <flywheel@example.com>\r
                To: <ops@example.org>\r
                Auto-Submitted: auto-generated\r
                Subject: =?utf-8?B?TW9yZ2VuczogNSBGw6RsbGU=?=\r
                Date: Mon, 21 Sep 2026 14:13:20 +0000\r
                Message-ID: <W1-42-0@example.com>\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: base64\r
                \r
                R3LDvMOfZQo=\r

                """)
    }

    @Test func pageStandsBesideItsText() throws {
        let mail = try message(MailText(subject: "s", text: "t", html: "<p>t</p>"))
        #expect(mail.contains("Content-Type: multipart/alternative; boundary=\"=_flywheel\"\r\n\r\n--=_flywheel\r\n"))
        #expect(mail.components(separatedBy: "\r\n--=_flywheel\r\n").count == 3)
        #expect(mail.hasSuffix("\r\nPHA+dDwvcD4=\r\n--=_flywheel--\r\n"))
    }

    @Test(arguments: [
        "one\r\nBcc: eve@example.com", "one\nTo: eve@example.com", "one\r\n\r\n<script>", "\u{0}\u{1b}[2J",
        "a\u{85}b\u{2028}c",
        String(repeating: "ü", count: 500), "",
    ])
    func nothingInASubjectBeginsALine(subject: String) throws {
        let mail = try message(MailText(subject: subject, text: "t"))
        let head = mail.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Auto-Submitted", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ])
        #expect(head.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 >= 32 && $0 < 127 } })
    }

    @Test(arguments: [
        ("ops@example.com", true), ("first.last+tag@mail.example.co.jp", true), ("a'b@x.org", true),
        ("root@localhost", true),
        ("", false), ("ops", false), ("@example.com", false), ("ops@", false), ("a@b@c", false), (".a@b.c", false),
        ("a..b@c.d", false), ("a@b..c", false), ("a b@c.d", false), ("a@b.c\r\nRCPT TO:<eve@x.y>", false),
        ("<a@b.c>", false), ("a@b.c>", false), ("\"a b\"@c.d", false), ("ü@example.com", false),
        ("a@exämple.com", false),
        ("a@b_c.d", false), ("a,b@c.d", false), ("a@[127.0.0.1]", false),
    ])
    func addressesArePlain(text: String, isAddress: Bool) { #expect((MailAddress(text) != nil) == isAddress) }

    @Test(arguments: [
        ("smtp://127.0.0.1:2525", true), ("smtp://localhost", true), ("smtp://[::1]:25", true),
        ("smtps://mail.example.com", false),
        ("smtp://10.0.0.5:25", false),
    ])
    func onlyThisMachineMayGoWithoutEncryption(address: String, isLocal: Bool) throws {
        let sender = try #require(MailAddress("flywheel@example.com"))
        #expect(try #require(MailServer(address: address, sender: sender)).isLocal == isLocal)
    }

    @Test(arguments: [
        "mail.example.com", "https://mail.example.com", "smtp://", "smtp://user:p@mail.example.com",
        "smtp://mail.example.com/path",
        "smtp://mail.example.com?x", "smtp://mail example.com", "smtp://mail.example.com\r\nx",
    ])
    func otherAddressesAreNoMailServers(address: String) throws {
        #expect(MailServer(address: address, sender: try #require(MailAddress("f@example.com"))) == nil)
    }
}

@Suite("Mails are handed to a real server")
struct MailCourierTests {
    /// A server for mails that remembers what it was told.
    private struct PostOffice {
        let server: LocalServer
        let told = Kept<String>()

        init(answer: String = "250 OK") throws {
            let told = told
            server = try LocalServer { connection in
                connection.write("220 office\r\n")
                while let line = connection.line() {
                    told.add(line)
                    switch line.prefix(4).uppercased() {
                    case "EHLO": connection.write("250-office\r\n250 8BITMIME\r\n")
                    case "DATA":
                        connection.write("354 go on\r\n")
                        while let line = connection.line(), line != "." { told.add(line) }
                        connection.write("\(answer)\r\n")
                    case "QUIT":
                        connection.write("221 bye\r\n")
                        return
                    default: connection.write("250 OK\r\n")
                    }
                }
            }
        }
    }

    private func send(
        _ address: String, to target: String = "ops@example.org", user: String? = nil
    ) async throws -> Reply {
        let sender = try #require(MailAddress("flywheel@example.com"))
        let server = try #require(
            MailServer(address: address, sender: sender, user: user, password: user.map { _ in "canary-password" }))
        #expect(!"\(server) \(String(reflecting: server))".contains("canary"))
        let body = try CanonicalJSON.text(MailText(subject: "Two\r\nBcc: eve@example.com", text: ".\r\n.hidden\nlast"))
        let delivery = DeliveryRecord(
            id: "W1-1-0", subscription: SubscriptionID(1), sequence: 1, position: 0, verb: "closed", subject: "X1",
            body: body, made: noon)
        let subscription = SubscriptionRecord(
            id: SubscriptionID(1), kind: .mail, target: target, at: noon, by: "ada")
        return await MailCourier(server: server).send(delivery, to: subscription, now: noon)
    }

    @Test func mailArrivesAsItWasWritten() async throws {
        let office = try PostOffice()
        #expect(try await send("smtp://127.0.0.1:\(office.server.port)") == .status(250))
        let told = office.told.all
        #expect(told.contains("MAIL FROM:<flywheel@example.com>"))
        #expect(told.filter { $0.hasPrefix("RCPT TO:") } == ["RCPT TO:<ops@example.org>"])
        #expect(told.contains("To: <ops@example.org>") && told.contains("Message-ID: <W1-1-0@example.com>"))
        #expect(told.contains(Data(".\r\n.hidden\nlast".utf8).base64EncodedString()))
        #expect(!told.contains { $0.hasPrefix("Bcc") })
    }

    @Test func refusalIsSaid() async throws {
        let office = try PostOffice(answer: "550 no such room")
        let reply = try await send("smtp://127.0.0.1:\(office.server.port)")
        #expect(reply == .status(550))
    }

    @Test func nobodyThereIsUnreachable() async throws {
        let port = try PostOffice().server.port
        #expect(try await send("smtp://127.0.0.1:\(port)") == .unreachable)
    }

    @Test func signInIsNotToldToAServerThatKnowsNoEncryption() async throws {
        let office = try PostOffice()
        // Another name for this machine, which is not known to be one.
        let reply = try await send("smtp://127.0.0.1.nip.invalid:\(office.server.port)", user: "flywheel")
        #expect(reply == .unreachable)
        #expect(office.told.all.isEmpty)
    }

    @Test func badReceiverIsNotTold() async throws {
        let office = try PostOffice()
        let reply = try await send("smtp://127.0.0.1:\(office.server.port)", to: "a@b.c\r\nDATA")
        #expect(reply == .forbidden("bad-mail-address"))
        #expect(office.told.all.isEmpty)
    }
}
