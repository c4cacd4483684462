import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing
import Thresholds

/// The loop that tunes detection and the register of decisions, as people meet them at the terminal.
@Suite("Thresholds and decisions") struct ThresholdTests {
    /// A seller of four listings that search hides, looked at on one day.
    private static func shop() throws -> Program {
        var program = try Program()
        program.asOf = "2026-11-20T20:00:00Z"
        let skus = (1...4).map { "MUG-\($0)" }
        let files = [
            "listings-US-2026-11-20.csv": "sku,title,price,status\n"
                + skus.map { "\($0),Mug,12.00,Active\n" }.joined(),
            "suppressed-US-2026-11-20.csv": "sku,status,code,issue,since,exempt until\n"
                + skus.map { "\($0),Search Suppressed,90220,,2026-11-18,\n" }.joined(),
        ]
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            try program.folder.write(text, to: name)
            #expect(try program.run("import", name, "--marketplace", "US").exit == 0)
        }
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    private static func open(_ program: Program) throws -> [String] {
        try program.run("queue", "--all", "--limit", "50", "--format", "json").json["items"].items
            .compactMap(\.["id"].text)
    }

    @Test("A proposal under the minimum of labels is refused with the number that was found")
    func tooFewLabels() throws {
        let program = try Self.shop()
        let run = try program.run("thresholds", "propose", "--workflow", "suppressions", "--format", "json")
        #expect(run.exit == 4)
        let refusals = try run.json["items"].items.compactMap(\.["refusal"].text)
        #expect(!refusals.isEmpty && refusals.allSatisfy { $0 == "0 labels, 30 are needed" })
        #expect(try program.run("thresholds", "approve", "T1").exit == 5)
        let knobs = try program.run("thresholds", "--format", "json").json["items"].items
        let probability = try #require(knobs.first { $0["knob"].text == "inventory.leastProbability" })
        #expect(probability["value"].number == 0.2)
        #expect(try program.run("thresholds", "show", "inventory.leastProbability").output.contains("0.05 to 0.9"))
        #expect(try program.run("thresholds", "show", "inventory.nothing").exit == 5)
    }

    @Test("What a person dismisses ends with the next rotation, teaches, and does not come back")
    func dismissing() throws {
        var program = try Self.shop()
        let ids = try Self.open(program)
        let (one, other) = (try #require(ids.first), try #require(ids.last))
        #expect(try program.run("dismiss", one, "--reason", "boring").exit == 64)
        #expect(try program.run("dismiss", one, "--reason", "noise", "--as", "mia").exit == 0)
        #expect(try program.run("dismiss", other, "--reason", "known", "--as", "mia").exit == 0)
        // Until then it can be taken back.
        #expect(try program.run("undo", "--as", "mia").exit == 0)
        let open = try Self.open(program)
        #expect(open.contains(other) && !open.contains(one))

        program.asOf = "2026-11-21T20:00:00Z"
        for name in ["listings", "suppressed"] {
            let text = try String(
                contentsOfFile: "\(program.folder.path)/\(name)-US-2026-11-20.csv", encoding: .utf8)
            try program.folder.write(text + "\n", to: "\(name)-US-2026-11-21.csv")
            #expect(try program.run("import", "\(name)-US-2026-11-21.csv", "--marketplace", "US").exit == 0)
        }
        #expect(try program.run("rotate").exit == 0)
        #expect(try program.run("show", one, "--format", "json").json["state"].text == "dismissed")
        #expect(try Self.open(program).count == ids.count - 1)
        let outcomes = try program.run("export", "outcomes", "--format", "json").json["items"].items
        #expect(outcomes.map(\.["verdict"].text) == ["noise"] && outcomes.first?["exception"].text == one)
    }

    @Test("A decision is registered, listed, due on its day, and reviewed as inconclusive where too little ended")
    func deciding() throws {
        var program = try Self.shop()
        let added = try program.run(
            "decisions", "add", "prevention", "missing-attribute", "--workflow", "suppressions", "--metric",
            "repeat-rate", "--evidence", "X1,X2", "--as", "mia", "--format", "json")
        #expect(try added.exit == 0 && added.json["decision"]["id"].text == "D1")
        #expect(try program.run("decisions", "due", "--format", "json").json["items"].items.isEmpty)
        program.asOf = "2026-12-19T20:00:00Z"
        let due = try program.run("decisions", "due", "--format", "json").json["items"].items
        #expect(due.map(\.["id"].text) == ["D1"] && due.first?["by"].text == "mia")
        let reviewed = try program.run("decisions", "review", "D1", "--format", "json").json
        #expect(
            reviewed["decision"]["effect"].text == "inconclusive" && reviewed["decision"]["state"].text == "reviewed")
        #expect(try program.run("decisions", "show", "D1").output.contains("inconclusive"))
        #expect(try program.run("decisions", "show", "D7").exit == 5)
        #expect(try program.run("decisions", "add", "threshold", "x").exit == 64)
    }

    @Test("A decision that does not say is looked at after the days that the configuration says")
    func reviewDays() throws {
        var program = try Self.shop()
        try program.folder.write("loop: {reviewDays: 10}\n", to: "flywheel.yaml")
        #expect(try program.run("decisions", "add", "rule", "look-first").exit == 0)
        #expect(try program.run("decisions", "add", "rule", "look-twice", "--review-days", "12").exit == 0)
        func due() throws -> [String?] {
            try program.run("decisions", "due", "--format", "json").json["items"].items.map { $0["id"].text }
        }
        program.asOf = "2026-11-30T19:00:00Z"
        #expect(try due().isEmpty)
        program.asOf = "2026-11-30T21:00:00Z"
        #expect(try due() == ["D1"])
        program.asOf = "2026-12-02T21:00:00Z"
        #expect(try due() == ["D1", "D2"])
    }

    @Test("Rules of the configuration that change are noticed at the next rotation and registered")
    func configuration() throws {
        var program = try Self.shop()
        try program.folder.write("owners:\n  - {owner: ben}\n", to: "flywheel.yaml")
        program.asOf = "2026-11-21T20:00:00Z"
        #expect(try program.run("rotate").exit == 0)
        let noticed = try program.run("decisions", "--format", "json").json["items"].items
        #expect(noticed.map(\.["kind"].text) == ["routing"] && noticed.first?["by"].text == "configuration")
        program.asOf = "2026-11-22T20:00:00Z"
        #expect(try program.run("rotate").exit == 0)
        #expect(try program.run("decisions", "--format", "json").json["items"].items.count == 1)
    }

    @Test("What waits to be judged is listed apart from work, and judged once")
    func reviewing() throws {
        let program = try Self.shop()
        #expect(try program.run("review").exit == 0)
        #expect(try program.run("review", "K99999", "--label", "noise").exit == 5)
        #expect(try program.run("review", "K99999").exit == 5, "without a label it would be shown")
        #expect(try program.run("review", "--label", "noise").exit == 64)
    }

    /// Puts a proposal into a store that waits for a person, as if it had come the whole way.
    private static func plant(_ to: Double, in program: Program) throws -> String {
        let store = try SQLiteStore(path: program.store)
        let at = try #require(try store.currentRotation()).asOf
        var proposal = ThresholdProposal(
            workflow: "inventory", knob: "leastProbability", from: 0.2, to: to, choice: nil, at: at, by: "planted")
        for state in [ProposalState.backTested, .shadow, .awaitingApproval] {
            try proposal.move(to: state, at: at, by: "planted")
        }
        let record = LoopRecord(
            .proposal, number: try store.reserve(1, of: .proposal), key: "planted \(to)", workflow: "inventory",
            state: proposal.state.rawValue, at: at, by: "planted", body: try CanonicalJSON.text(proposal))
        try store.keep([record], by: Actor(.person, "planted"), at: at)
        return record.id
    }

    @Test("What a person approves moves the knob with a decision, and both go back together")
    func approvingAndTakingBack() throws {
        let program = try Self.shop()
        let id = try Self.plant(0.24, in: program)
        func value() throws -> Double? {
            try program.run("thresholds", "--format", "json").json["items"].items
                .first { $0["knob"].text == "inventory.leastProbability" }?["value"].number
        }
        #expect(try program.run("thresholds", "rollback", id).exit == 4)
        let approved = try program.run("thresholds", "approve", id, "--as", "mia", "--format", "json").json["proposal"]
        #expect(approved["state"].text == "watched" && approved["decision"].text == "D1")
        #expect(try value() == 0.24)
        // Another one has to wait a week, and this one is approved of once.
        #expect(try program.run("thresholds", "approve", id).exit == 4)
        let other = try Self.plant(0.22, in: program)
        #expect(try program.run("thresholds", "approve", other).errors.contains("within seven days"))
        #expect(try program.run("thresholds", "refuse", other, "--reason", "season").exit == 0)
        let decided = try program.run("decisions", "show", "D1", "--format", "json").json
        #expect(decided["evidence"].items.compactMap(\.text) == [id] && decided["change"]["to"].number == 0.24)

        #expect(try program.run("thresholds", "rollback", id, "--reason", "season").exit == 0)
        #expect(try value() == 0.2)
        let ended = try program.run("decisions", "show", "D1", "--format", "json").json["decision"]
        #expect(ended["state"].text == "rolled-back")
        #expect(try program.run("doctor").output.contains("every seal holds"))
    }
}
