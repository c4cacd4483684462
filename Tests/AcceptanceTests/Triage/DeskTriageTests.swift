import Foundation
import Testing

/// Triage that learns from the desk's own closed cases, and what it says of open ones, through the program.
@Suite("Triage inside the desk") struct DeskTriageTests {
    /// Closed cases about four things, whose source states the topic, and open ones with these texts.
    private static func desk(_ open: [String], settings: String? = nil) throws -> Program {
        let starts: KeyValuePairs = [
            "delivery": ["Where is my", "When will I get my", "I am still waiting for the"],
            "address": ["Please change the address of my", "Send to another street the", "Wrong house number on the"],
            "product": ["Is it in stock again, not the", "Do you have the blue one beside my", "Which size is in the"],
            "refund": ["Please refund my", "I want my money back for the", "Where is the refund of the"],
        ]
        var rows = open.enumerated().map { index, text in
            "o\(index),Question,\"\(text)\",2026-11-19T09:00:00Z,buyer,,open,o\(index)@mail.example"
        }
        for (topic, starts) in starts {
            for (index, start) in starts.enumerated() {
                for thing in ["parcel", "order", "package", "delivery", "shipment"] {
                    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] {
                        rows.append(
                            "\(topic)-\(index)-\(thing)-\(day),Question,\(start.replacing(",", with: "")) \(thing) from \(day)?,"
                                + "2026-11-01T09:00:00Z,buyer,\(topic),closed,")
                    }
                }
            }
        }
        let program = try Program()
        if let settings { try program.folder.write(settings, to: "flywheel.yaml") }
        try program.folder.write(
            (["ticket,subject,description,created,side,category,status,email"] + rows).joined(separator: "\n") + "\n",
            to: "tickets.csv")
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
        let run = try program.start(["import", "tickets.csv"] + place + ["--at", "2026-11-20T10:00:00Z"]).finish()
        #expect(run.exit == 0, "\(run.errors)")
        return program
    }

    @Test(
        "The desk's closed cases teach what open ones are about; money stays with people, and another word is an override"
    )
    func learnsFromTheDesk() throws {
        let program = try Self.desk([
            "Where is my parcel from Friday?", "Please refund my parcel from Friday",
            "Where is my order from Monday? It is urgent.",
        ])
        func suggestion(_ id: String) throws -> JSON {
            try program.run("case", id, "--format", "json").json["suggestion"]
        }
        #expect(try suggestion("C1")["source"].text == "starter")
        let trained = try program.run("triage", "train", "--desk", "--format", "json")
        #expect(trained.exit == 0, "\(trained.errors)")
        #expect(try trained.json["languages"].items.map { $0["messages"].number } == [360])
        let plain = try suggestion("C1")
        #expect(plain["source"].text == "labelled" && plain["decision"].text == "auto")
        #expect(plain["intents"].items.map(\.text) == ["delivery"])
        #expect(try suggestion("C3")["urgency"].text == "urgent")
        let money = try suggestion("C2")
        #expect(money["intents"].items.map(\.text) == ["refund"] && money["decision"].text == "suggest")
        #expect(money["against"].items.contains { $0.text?.hasPrefix("sensitive (money): ") == true })
        let later = ["--as-of", "2026-11-20T21:00:00Z"]
        #expect(try program.start(["cases", "label", "C1", "--intent", "product"] + later).finish().exit == 0)
        #expect(try program.start(["cases", "label", "C2", "--intent", "refund"] + later).finish().exit == 0)
        let report = try program.start(["triage", "report", "--desk", "--format", "json"] + later).finish().json
        #expect(report["trial"]["all"]["messages"].number == 2 && report["trial"]["all"]["right"].number == 1)
        #expect(report["trial"]["decided"]["messages"].number == 1)
        #expect(report["trial"]["decided"]["right"].number == 0)
        let overrides = try #require(report["watch"].items.first { $0["measure"].text == "overrides" })
        #expect(overrides["rows"].number == 1 && !overrides["isBreach"].isTrue)
    }

    @Test(
        "What a lead switched on is decided by the rule, answered within its limits, journalled, taken back, and ended by a breach"
    )
    func automation() throws {
        let settings = """
            cases:
              people: [{name: mia, groups: [parcels, stock]}]
              routing: [{id: parcels, when: {intents: [delivery]}, group: parcels}]
              automation: {intents: [delivery, refund], audited: 0}
              templates: [{id: on-its-way, text: "It is on its way: see {case}."}]
              outreach:
                - {id: answer, occasion: decided-case, intents: [delivery], template: on-its-way, sendsByItself: yes}
            """
        let asked = (1...40).map { _ in "Where is my parcel from Friday?" }
        let program = try Self.desk(asked + ["Please refund my parcel from Friday"], settings: settings)
        func run(_ words: [String], hour: Int) throws -> Program.Outcome {
            try program.start(words + ["--as-of", "2026-11-20T\(hour):00:00Z", "--as", "mia"]).finish()
        }
        func run(_ words: String..., hour: Int) throws -> Program.Outcome { try run(words, hour: hour) }
        func item(_ id: String, hour: Int) throws -> JSON { try run("case", id, "--format", "json", hour: hour).json }
        #expect(try run("triage", "decide", "--format", "json", hour: 11).json["isTrained"].isTrue == false)
        #expect(try run("triage", "train", "--desk", hour: 12).exit == 0)
        let dry = try run("triage", "decide", "--dry-run", "--format", "json", hour: 13).json
        #expect(dry["decided"].number == 40)
        #expect(dry["items"].items.allSatisfy { $0["intents"].items.map(\.text) == ["delivery"] })
        #expect(try item("C1", hour: 13)["intents"].items.isEmpty, "a dry run changes nothing")

        #expect(try run("rotate", hour: 14).exit == 0)
        let decided = try item("C1", hour: 14)
        #expect(decided["intents"].items.map(\.text) == ["delivery"] && decided["isDecided"].isTrue)
        #expect(decided["group"].text == "parcels")
        let money = try item("C41", hour: 14)
        #expect(money["intents"].items.isEmpty && money["suggestion"]["decision"].text == "suggest")
        let journal = try run("export", "journal", "--format", "json", hour: 14).output
        #expect(journal.contains("\"triage\"") && journal.contains("\"rule\""))

        let proposed = try run("outreach", "propose", "--format", "json", hour: 15).json["items"].items
        #expect(proposed.count == 40 && proposed.allSatisfy { $0["state"].text == "approved" })
        let back = try run("cases", "undo", "C1", hour: 15)
        #expect(back.exit == 0, "\(back.errors)")
        #expect(try item("C1", hour: 15)["intents"].items.isEmpty)
        #expect(try run("rotate", hour: 16).exit == 0)
        #expect(try item("C1", hour: 16)["intents"].items.isEmpty, "taken back for good")

        let otherwise = (2...30).map { "C\($0)" }
        #expect(try run(["cases", "label"] + otherwise + ["--intent", "product"], hour: 17).exit == 0)
        let report = try run("triage", "report", "--desk", "--format", "json", hour: 18)
        let overrides = try #require(report.json["watch"].items.first { $0["measure"].text == "overrides" })
        #expect(overrides["rows"].number == 40 && overrides["value"].number == 0.75 && overrides["isBreach"].isTrue)
        #expect(report.exit == 3)
        #expect(try run("rotate", hour: 19).exit == 0)
        let held = try run("triage", "decide", "--format", "json", hour: 20)
        let nothing = try held.json
        #expect(held.exit == 3 && nothing["isHeld"].isTrue && nothing["decided"].number == 0)
        let written = try run("outreach", "write", "--output", "answers.csv", "--format", "json", hour: 20)
        #expect(try written.json["items"].items.isEmpty, "\(written.output)")
    }

    @Test("The language of a case that its source does not state is told from what who asks wrote") func language()
        throws
    {
        let program = try Self.desk(["Guten Tag, wo bleibt mein Paket? Ich warte seit zwei Wochen darauf."])
        #expect(try program.run("case", "C1", "--format", "json").json["language"].text == "de")
        #expect(try program.run("cases", "--language", "de", "--format", "json").json["items"].items.count == 1)
    }
}
