import Foundation
import Testing

private let samples = ProcessInfo.processInfo.environment["FLYWHEEL_SAMPLES"]

/// Tickets and mail come in by the command that takes any file.
@Suite("Files of tickets and mail") struct TicketFileTests {
    private static let mailbox = """
        From jo@buyer.example Fri Nov 20 10:00:00 2026
        From: Jo <jo@buyer.example>
        Subject: =?utf-8?q?Where_is_order_302-1234567-7654321=3F?=
        Message-ID: <1@buyer.example>
        Date: Fri, 20 Nov 2026 10:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="x"

        --x
        Content-Type: text/html; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        <p>M=FCll came. My card is 4111&nbsp;1111 1111 1111.</p>
        --x
        Content-Type: image/jpeg; name="mug.jpg"
        Content-Transfer-Encoding: base64

        AAECAw==

        From jo@buyer.example Fri Nov 20 11:00:00 2026
        From: jo@buyer.example
        Subject: Re: Where is it?
        Message-ID: <2@buyer.example>
        In-Reply-To: <1@buyer.example>
        Date: Fri, 20 Nov 2026 11:00:00 +0000

        Hello?

        From nobody Fri Nov 20 11:00:00 2026

        neither sender nor subject

        """

    @Test("Mail from the desk's own addresses is of the desk")
    func ownMail() throws {
        let program = try Program()
        try program.folder.write("cases: {mail: {own: [\"@shop.example\"]}}\n", to: "flywheel.yaml")
        let mail = """
            From: Ann <ann@shop.example>
            To: jo@buyer.example
            Subject: Re: Mug
            Message-ID: <2@shop.example>
            References: <1@buyer.example>
            Date: Fri, 20 Nov 2026 11:00:00 +0000

            It is on its way.

            """
        #expect(try bring(mail, as: "sent.eml", to: program)["result"].text == "kept")
        let found = try #require(try cases(of: program)["1@buyer.example"])
        #expect(found["state"].text == "waiting-on-requester")
    }

    @Test("An answer that comes in a later import joins the case of the mail it answers, and no other account's")
    func laterMail() throws {
        let program = try Program()
        try program.folder.write("cases: {mail: {own: [\"@shop.example\"]}}\n", to: "flywheel.yaml")
        func mail(_ id: String, from: String, _ subject: String, _ more: String = "") -> String {
            "From: \(from)\nTo: help@shop.example\nSubject: \(subject)\nMessage-ID: <\(id)>\n"
                + "Date: Fri, 20 Nov 2026 1\(id.prefix(1)):00:00 +0000\n\(more)\nText \(id)\n"
        }
        let answer = mail(
            "3@buyer.example", from: "sis@buyer.example", "Another word", "In-Reply-To: <2@shop.example>\n")
        for (name, text) in [
            ("1.eml", mail("1@buyer.example", from: "jo@buyer.example", "Mug")),
            ("2.eml", mail("2@shop.example", from: "ann@shop.example", "Re: Mug", "References: <1@buyer.example>\n")),
            ("3.eml", answer),
        ] {
            #expect(try bring(text, as: name, to: program)["result"].text == "kept", "\(name)")
        }
        let found = try cases(of: program)
        #expect(found.mapValues { $0["state"].text } == ["1@buyer.example": "open"])
        let id = try #require(found["1@buyer.example"]?["id"].text)
        let thread = try program.run("case", id, "--format", "json").json["thread"].items
        #expect(
            thread.map { $0["text"].text } == ["Text 1@buyer.example", "Text 2@shop.example", "Text 3@buyer.example"])
        try program.folder.write(answer, to: "other.eml")
        _ = try program.run("import", "other.eml", "--account", "elsewhere", "--format", "json")
        #expect(try cases(of: program).keys.sorted() == ["1@buyer.example", "2@shop.example"])
    }

    @Test("Small pages of help desks are known by few members, and comments and requesters found beside the tickets")
    func smallPages() throws {
        let program = try Program()
        let zendesk = """
            {"tickets": [{"id": 71, "subject": "Mug", "description": "Broken", "status": "open", "priority": "high",
              "created_at": "2026-11-18T10:00:00Z", "updated_at": "2026-11-18T10:00:00Z", "requester_id": 9,
              "via": {"channel": "email"}}],
             "ticket_comments": [
               {"id": 5, "ticket_id": 71, "author_id": 9, "body": "Broken", "created_at": "2026-11-18T10:00:00Z"},
               {"id": 6, "ticket_id": 71, "author_id": 9, "body": "Hello?", "created_at": "2026-11-18T11:00:00Z"}],
             "users": [{"id": 9, "name": "Jo Doe", "email": "jo@mail.example"}],
             "after_cursor": "x", "end_of_stream": true}
            """
        let zammad = """
            [{"id": 3, "number": "22003", "title": "Mug", "state": "open", "created_at": "2026-11-18T10:00:00Z"}]
            """
        let freshdesk = """
            [{"id": 7, "requester_id": 9, "source": 1, "status": 2, "priority": 1, "created_at": "2026-11-18T10:00:00Z"}]
            """
        for (name, text) in [("zendesk.json", zendesk), ("zammad.json", zammad), ("freshdesk.json", freshdesk)] {
            let file = try bring(text, as: name, to: program)
            #expect(file["result"].text == "kept" && file["rowsRejected"].number == 0, "\(name)")
        }
        let found = try cases(of: program)
        #expect(found.mapValues { $0["state"].text } == ["71": "open", "3": "open", "7": "open"])
        let id = try #require(found["71"]?["id"].text)
        let shown = try program.run("case", id, "--format", "json").json
        #expect(shown["thread"].items.map { $0["text"].text } == ["Broken", "Hello?"])
        #expect(shown["requester"]["name"].text == "Jo Doe")
    }

    private static func ticket(_ id: Int, _ status: String, updated: String) -> String {
        """
        {"id": \(id), "via": {"channel": "web"}, "created_at": "2026-11-19T10:00:00Z", "updated_at": "\(updated)", \
        "subject": "Mug \(id)", "description": "Broken", "status": "\(status)", "requester_id": 20, "submitter_id": 20}
        """
    }

    /// What an import of a file says of it.
    private func bring(_ text: String, as name: String, to program: Program) throws -> JSON {
        try program.folder.write(text, to: name)
        return try #require(try program.run("import", name, "--format", "json").json["files"].items.first)
    }

    private func cases(of program: Program) throws -> [String: JSON] {
        let items = try program.run("cases", "--format", "json").json["items"].items
        return Dictionary(items.map { ($0["code"].text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("A mailbox becomes cases by its threads, without card numbers, and what is broken is listed")
    func mail() throws {
        let program = try Program()
        let file = try bring(Self.mailbox, as: "inbox.mbox", to: program)
        #expect(file["result"].text == "kept" && file["rowsKept"].number == 2 && file["rowsRejected"].number == 1)
        let found = try #require(try cases(of: program)["1@buyer.example"])
        let id = try #require(found["id"].text)
        let shown = try program.run("case", id, "--format", "json").json
        #expect(shown["links"].items.map { $0["code"].text } == ["302-1234567-7654321"])
        #expect(
            shown["thread"].items.map { $0["text"].text } == ["Müll came. My card is [card ending 1111].", "Hello?"])
        #expect(try bring(Self.mailbox, as: "again.mbox", to: program)["result"].text == "same")
        let kept = try #require(FileManager.default.contents(atPath: program.store))
        #expect(kept.range(of: Data("1111 1111".utf8)) == nil)
    }

    @Test(
        "An export read again changes nothing, a newer one what is newer, and tickets that are gone from it stay as they are"
    )
    func tickets() throws {
        let program = try Program()
        let (one, two) = (
            Self.ticket(1, "open", updated: "2026-11-19T11:00:00Z"),
            Self.ticket(2, "open", updated: "2026-11-19T11:00:00Z")
        )
        #expect(try bring("{\"tickets\": [\(one), \(two)]}", as: "a.json", to: program)["rowsKept"].number == 2)
        let first = try cases(of: program)
        #expect(first.mapValues { $0["state"].text } == ["1": "open", "2": "open"])
        // Other bytes, and the same tickets.
        #expect(
            try bring("{\"tickets\": [\(two), \(one)], \"count\": 2}", as: "b.json", to: program)["rowsKept"].number
                == 2)
        #expect(try cases(of: program).mapValues { $0["updated"].text } == first.mapValues { $0["updated"].text })
        let solved = Self.ticket(1, "pending", updated: "2026-11-20T11:00:00Z")
        #expect(try bring("{\"tickets\": [\(solved)]}", as: "c.json", to: program)["rowsKept"].number == 1)
        #expect(try cases(of: program).mapValues { $0["state"].text } == ["1": "waiting-on-requester", "2": "open"])
    }

    @Test(
        "Samples of a help desk become cases, and its lists of people and groups are left alone with a reason",
        .enabled(if: samples != nil, "FLYWHEEL_SAMPLES names no folder of samples"))
    func walk() throws {
        let program = try Program()
        let folder = "\(samples ?? "")/zendesk-fivetran-seeds"
        let names = ["ticket_data", "ticket_comment_data", "ticket_field_history_data", "ticket_tag_data"]
        for name in names {
            let file = try #require(
                try program.run("import", "\(folder)/\(name).csv", "--format", "json").json["files"].items.first)
            #expect(file["result"].text == "kept" && file["rowsRejected"].number == 0, "\(name)")
            let again = try program.run("import", "\(folder)/\(name).csv", "--format", "json").json["files"].items.first
            #expect(again?["result"].text == "same", "\(name)")
        }
        #expect(try !cases(of: program).isEmpty)
        for name in ["user_data", "group_data", "organization_data"] {
            let file = try program.run("import", "\(folder)/\(name).csv", "--format", "json").json["files"].items.first
            #expect(file?["result"].text == "leftAlone" && file?["reason"].text != nil, "\(name)")
        }
    }
}
