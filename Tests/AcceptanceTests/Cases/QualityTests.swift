import Foundation
import Testing

/// What a desk learns of itself, through the program: figures that can be counted by hand.
@Suite("Quality of the desk") struct QualityTests {
    private static let settings = """
        cases:
          side: seller
          levels: [frontline, senior]
          people:
            - {name: ana}
            - {name: sue, level: senior}
        """

    private static let mapping = """
        kind: conversations
        columns:
          ticket: ticket
          opened: opened
          at: at
          author: author
          message: message
          requester: requester
          side: side
          category: category
          survey: satisfaction
        """

    /// A ticket, with what was written: a person at even places, the desk at odd ones.
    private static func ticket(
        _ code: Int, _ side: String, _ requester: Int, _ topic: String, survey: String = "", at moments: String...
    ) -> String {
        moments.enumerated().map { place, at in
            let author = place.isMultiple(of: 2) ? "customer" : "agent"
            return "\(code),2026-\(moments[0]):00:00Z,2026-\(at):00:00Z,\(author),Text \(place),\(requester),\(side),"
                + "\(topic),\(survey)\n"
        }.joined()
    }

    private static let tickets = [
        ticket(1, "buyer", 101, "parcel", survey: "good", at: "11-02T09", "11-02T10"),
        ticket(2, "buyer", 102, "parcel", survey: "bad", at: "11-02T09", "11-02T11"),
        ticket(3, "buyer", 102, "parcel", survey: "good", at: "11-05T09", "11-05T12"),
        ticket(4, "buyer", 103, "refund", survey: "offered", at: "11-03T09", "11-03T10", "11-03T12", "11-03T13"),
        ticket(5, "buyer", 104, "refund", survey: "offered", at: "11-17T09", "11-17T10"),
        ticket(6, "buyer", 105, "refund", survey: "offered", at: "11-19T09"),
        // The desk has it for four hours, the seller for three days, and the desk for six hours more.
        ticket(7, "seller", 201, "seller-verification", at: "11-02T08", "11-02T12", "11-05T12"),
        ticket(8, "seller", 202, "seller-verification", at: "11-10T08", "11-10T10"),
        ticket(9, "seller", 203, "seller-verification", at: "11-09T08"),
        ticket(10, "seller", 204, "payout", at: "11-12T09", "11-12T10"),
        ticket(11, "seller", 205, "payout", at: "11-12T09"),
        ticket(12, "platform", 301, "notice", at: "11-12T09"),
        ticket(13, "platform", 302, "notice", at: "11-12T09"),
    ]

    /// The desk after three weeks, all cases of which the fates are known.
    private static func desk() throws -> Program {
        let program = try Program()
        try program.folder.write(settings, to: "flywheel.yaml")
        try program.folder.write(mapping, to: "mapping.yaml")
        let heading = "ticket,opened,at,author,message,requester,side,category,survey\n"
        try program.folder.write(heading + tickets.joined(), to: "tickets.csv")
        let taken = try program.run(
            "import", "tickets.csv", "--account", "acme", "--marketplace", "DE", "--mapping", "mapping.yaml")
        #expect(taken.exit == 0, "\(taken.errors)")
        for (id, at, name, cause) in [
            ("C1", "11-03T09", "ana", "late-carrier"), ("C2", "11-03T09", "ana", "late-carrier"),
            ("C4", "11-04T09", "sue", "wrong-size"), ("C7", "11-05T18", "sue", nil),
            ("C3", "11-06T09", "ana", "late-carrier"), ("C9", "11-09T14", "sue", nil), ("C10", "11-12T12", "sue", nil),
            ("C5", "11-18T09", "ana", nil),
        ] {
            let because = cause.map { ["--cause", $0] } ?? []
            try act(
                program, ["cases", "solve", id, "--as", name, "--as-of", "2026-\(at):00:00Z"] + because)
        }
        return program
    }

    private static func act(_ program: Program, _ arguments: [String]) throws {
        let run = try program.start(arguments).finish()
        #expect(run.exit == 0, "\(arguments.joined(separator: " ")): \(run.errors)")
    }

    private static func report(_ program: Program, _ more: String...) throws -> DeskFigures {
        let run = try program.start(["cases", "report", "--format", "json"] + more).finish()
        #expect(run.exit == 0, "\(run.errors)")
        return DeskFigures(json: try run.json)
    }

    @Test("Who comes back counts where the time to come back is over; who wrote once and stays away is settled")
    func comingBack() throws {
        let found = try Self.report(Self.desk())
        #expect(found.json["cases"].number == 13)
        // Of the eight that ended, one is too young, and one was not settled: its person came back within two days.
        #expect(found.count("repeat-contact") == 1 && found.of("repeat-contact") == 7)
        #expect(found.figure("repeat-contact")["open"].number == 1)
        #expect(found.value("repeat-contact", "estimate") == 0.125, "all eight were seen for two days")
        #expect(found.count("first-contact") == 4 && found.of("first-contact") == 7)
        #expect(found.figure("first-contact")["open"].number == 1)
        #expect(found.value("first-contact") == 0.5714)
        let low = try #require(found.figure("first-contact")["low"].number)
        let high = try #require(found.figure("first-contact")["high"].number)
        #expect(low < 0.5714 && 0.5714 < high)
    }

    @Test("The clock of a seller's verification stands while the seller has to answer")
    func verification() throws {
        let found = try Self.report(Self.desk())
        #expect(found.value("verification-time", "meanOfEnded") == 8, "ten hours and six")
        let median = found.figure("verification-time", "median")
        #expect(median["count"].number == 2 && median["open"].number == 1, "one still waits for its seller")
        #expect(found.value("time-to-solve", "ninetyFifthOfEnded") ?? 0 > 24, "while the days went by")
    }

    @Test("A small part is hidden, and so is the one that would give it away")
    func smallParts() throws {
        let desk = try Self.desk()
        let found = try Self.report(desk, "--by", "side")
        #expect(!found.figure("time-to-solve", "median", "side buyer")["isHidden"].isTrue)
        #expect(found.count("time-to-solve", "median", "side buyer") == 5)
        for side in ["seller", "platform"] {
            let figure = found.figure("time-to-solve", "median", "side \(side)")
            #expect(figure["isHidden"].isTrue && figure["value"].number == nil && figure["of"].number == nil)
        }
        let text = try desk.run("cases", "report", "--by", "side").output
        #expect(text.contains("hidden: of fewer than 5 cases, or beside one that is"))
    }

    @Test("A score stands beside how many answered, and what the others could make of it")
    func survey() throws {
        let desk = try Self.desk()
        let found = try Self.report(desk)
        #expect(found.count("satisfaction", "answered") == 3 && found.of("satisfaction", "answered") == 6)
        #expect(found.count("satisfaction") == 2 && found.of("satisfaction") == 3)
        let possible = found.figure("satisfaction", "possible")
        #expect(possible["low"].number == 0.3333 && possible["high"].number == 0.8333)
        let read = found.figure("text-sentiment")
        #expect(read["isHidden"].isTrue && read["of"].number == 3, "three answers bear out no reading of texts")
        #expect(try desk.run("cases", "report").output.contains("3 of 6 asked answered"))
    }

    @Test("Disputes are won of those decided, and each denominator is said")
    func disputes() throws {
        let desk = try Self.desk()
        for (id, reason) in [("C1", "lost"), ("C2", "lost"), ("C3", "late"), ("C5", "late")] {
            try Self.act(
                desk,
                [
                    "disputes", "open", id, "--kind", "a-to-z-claim", "--reason", reason, "--amount", "EUR 50.00",
                    "--as", "ana",
                ])
        }
        for ruling in [["C1", "denied"], ["C2", "upheld"], ["C3", "partly", "--award", "EUR 20.00"]] {
            try Self.act(
                desk,
                ["disputes", "decide"] + ruling + ["--by", "reviewer", "--letter", "A2Z-\(ruling[0])", "--as", "ana"])
        }
        let found = try Self.report(desk)
        #expect(found.count("disputes-won") == 1 && found.of("disputes-won") == 3)
        #expect(found.value("disputes-won") == 0.3333)
        for (word, count) in [("partly", 1.0), ("lost", 1), ("withdrawn", 0), ("pending", 1)] {
            #expect(found.value("disputes-won", word) == count)
        }
        #expect(found.of("disputes-won", "share", "reason lost") == 2)
        #expect(found.count("disputes-won", "share", "reason late") == 0)
        #expect(try desk.run("cases", "report").output.contains("33% of 3 decided"))
    }

    @Test("Colleagues look at each other's cases, and never at their own")
    func reviews() throws {
        let desk = try Self.desk()
        let sample = try desk.run("cases", "sample", "--week", "2026-11-02", "--format", "json").json
        #expect(sample["ended"].number == 5)
        let author = ["C1": "ana", "C2": "ana", "C3": "ana", "C4": "sue", "C7": "sue"]
        let drawn = sample["items"].items
        #expect(Set(drawn.compactMap { $0["id"].text }) == Set(author.keys))
        for item in drawn {
            let id = try #require(item["id"].text)
            let other = author[id] == "ana" ? "sue" : "ana"
            #expect(item["reviewers"].items.map(\.text) == [other])
        }
        #expect(try desk.run("cases", "review", "C1", "--verdict", "good", "--as", "ana").exit != 0)
        try Self.act(desk, ["cases", "review", "C1", "--verdict", "good", "--as", "sue"])
        #expect(try Self.report(desk).of("reviewer-agreement", "kappa") == 1)
    }

    @Test("An audit of what was escalated ends in a policy gap, and in the decision that closes it")
    func escalations() throws {
        let desk = try Self.desk()
        let audit = ["cases", "audit", "C11", "--tag", "limit-too-low", "--gap", "payout-limit", "--as", "sue"]
        #expect(try desk.start(audit).finish().exit != 0, "it was not escalated")
        try Self.act(
            desk,
            [
                "cases", "escalate", "C11", "--reason", "over-limit", "--as", "ana", "--as-of", "2026-11-13T09:00:00Z",
            ])
        let sample = try desk.run("cases", "sample", "--week", "2026-11-09", "--format", "json").json
        #expect(sample["items"].items.contains { $0["id"].text == "C11" && $0["reason"].text == "escalation" })
        try Self.act(desk, audit)
        let open = try Self.report(desk)
        #expect(open.count("policy-gaps") == 1 && open.of("policy-gaps") == 1)
        #expect(open.json["gaps"].items.map { $0["policy"].text } == ["payout-limit"])
        #expect(open.json["gaps"].items.allSatisfy { $0["decision"].text == nil })
        #expect(try desk.run("cases", "report").output.contains("payout-limit (1): nobody has decided"))
        try Self.act(desk, audit + ["--decision", "D1"])
        #expect(try Self.report(desk).json["gaps"].items.map { $0["decision"].text } == ["D1"])
    }

    @Test("Who ends a case may say why it came about, in a word that the report counts")
    func causes() throws {
        let desk = try Self.desk()
        let causes = try Self.report(desk).json["causes"].items
        #expect(causes.map { $0["cause"].text } == ["late-carrier", "wrong-size"])
        let late = try #require(causes.first)
        #expect(late["weeks"].items.compactMap(\.number).reduce(0, +) == 3)
        let unsaid = try desk.run("cases", "close", "C6", "--format", "table", "--as", "ana").output
        #expect(unsaid.contains("Why it came about: flywheel cases cause C6 --code WORD"))
        let said = try desk.run("cases", "close", "C8", "--cause", "late-carrier", "--format", "table", "--as", "ana")
        #expect(!said.output.contains("Why it came about"))
        #expect(try desk.run("cases", "close", "C11", "--cause", "Ana was slow", "--as", "ana").exit != 0)
        let closed = try Self.report(desk).json["states"].items.first { $0["state"].text == "closed" }
        #expect(closed?["cases"].number == 2)
    }

    @Test("Contacts stand beside sales as an association with what else may lie behind it, or it is said why not")
    func sales() throws {
        let program = try Program()
        let place = ["--account", "acme", "--marketplace", "DE", "--currency", "EUR"]
        func imported(_ text: String, _ name: String, _ more: String...) throws {
            try program.folder.write(text, to: name)
            try Self.act(program, ["import", name] + place + more)
        }
        func tickets(_ rows: [String], _ name: String) throws {
            try program.folder.write(
                "kind: conversations\ncolumns: {ticket: ticket, sku: sku, opened: opened, category: category}\n",
                to: "words.yaml")
            try imported(
                "ticket,sku,opened,category\n" + rows.joined(), name, "--mapping", "words.yaml")
        }
        try tickets(["0,,2026-09-01T09:00:00Z,broken\n"], "none.csv")
        #expect(try Self.report(program).json["association"]["missing"].text == "no-listing-named")

        let listings = (10...24).map { "L\($0),Thing \($0),9.00,Active,500\n" }.joined()
        try imported("sku,title,price,status,quantity\n" + listings, "listings.csv")
        // The more people write about a listing at first, the less it sells at last.
        let rows = (10...24).flatMap { listing in
            (0..<listing - 10).map { "\(listing)\($0),L\(listing),2026-09-01T09:00:00Z,broken\n" }
        }
        try tickets(rows, "tickets.csv")
        #expect(try Self.report(program).json["association"]["missing"].text == "no-sales-known")
        let unsaid = try program.run("cases", "report").output
        #expect(unsaid.contains("not shown: no listing's units are known for the last 84 days"))

        let today = try Date("2026-11-20T00:00:00Z", strategy: .iso8601)
        let sales = (1...84).flatMap { back in
            let day = today.addingTimeInterval(-86_400 * Double(back)).ISO8601Format().prefix(10)
            return (10...24).map { "\(day),L\($0),\(back > 28 ? 30 : 30 - $0 + ($0 % 4 == 0 ? 3 : 0))\n" }
        }
        try imported("day,sku,units\n" + sales.joined(), "sales.csv")
        let found = try Self.report(program)
        let figure = found.figure("contacts-and-sales", "correlation")
        #expect(figure["value"].number ?? 0 < -0.8 && figure["high"].number ?? 0 < 0)
        #expect(figure["of"].number == 15 && figure["count"].number == 105)
        #expect(found.json["association"]["confounders"].items.contains { $0.text == "season" })
        let text = try program.run("cases", "report").output
        #expect(text.contains("listings with more contacts a unit went on to sell less"))
        #expect(text.contains("does not say that one makes the other") && text.contains("price changes"))
    }
}
