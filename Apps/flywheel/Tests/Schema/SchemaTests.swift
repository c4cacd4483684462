import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import flywheel

@Suite struct SchemaTests {
    private func faults(_ output: String, _ name: String) throws -> [String] {
        let document = try #require(Document.all.first { $0.name == name })
        var validator = SchemaValidator()
        validator.check(try JSON(reading: output), document.schema)
        return validator.faults
    }

    @Test func everyDocumentFitsItsSchemaKeyByKey() throws {
        let desk = try Desk.rotated()
        var written: Set<String> = []
        func check(_ name: String, _ arguments: String...) throws {
            let run = desk.run(arguments + ["--format", "json"])
            #expect(try faults(run.output, name) == [], "\(name): \(arguments)")
            written.insert(name)
        }
        let folder = "\(desk.folder)/seller"
        try check("demo", "demo", folder, "--small")
        let bad = try desk.write("sku,price,status\nA,x,1\nB,2.00,1\n", to: "listings-US.csv")
        try check("import", "import", bad, bad, "\(desk.folder)/nothing.txt", "--kind", "catalog/1", "--account", "b")
        let ids = try JSON(reading: desk.run("export", "imports", "--format", "json").output)["imports"]
        guard case .array(let imports) = ids, case .text(let last) = imports.first?["id"] else {
            throw Diagnostic("test", "no import", exit: .failed)
        }
        try check("import-record", "imports", "show", last)
        try check("rejects", "imports", "rejects", last)
        try check("decisions", "imports", "accept", last)
        try check("imports", "imports")
        try check("feeds", "imports", "feeds")
        try check("rotation", "rotate")
        try check("queue", "queue")
        try check("queue", "queue", "--tier", "A", "--order", "avoidable", "-n", "3")
        let queue = desk.run("queue").output.split(separator: "\n").map { String($0.split(separator: "\t")[1]) }
        for id in queue { try check("show", "show", id, "--numbers") }
        try check("work", "claim", queue[0], queue[1], "X99999")
        try check("work", "close", queue[0], "--cause", "other")
        try check("show", "show", queue[0])
        try check("work", "snooze", queue[1], "--until", "2026-11-27", "--reason", "asked the supplier")
        try check("show", "show", queue[1])
        try check("queue", "queue", "--state", "snoozed")
        try check("work", "undo", queue[1])
        try check("reorder", "reorder")
        try check("listings", "listings")
        try check("listings", "listings", "--search", "lamp")
        try check("warnings", "warnings")
        try check("backtest", "backtest")
        for habit in ["morning", "midday", "close-of-day", "weekly", "monthly"] { try check("habit", habit) }
        try check("digest", "digest", "morning")
        try check("start", "start")
        try check("metrics", "metrics")
        for more in [["--rows"], ["--tier", "A"], ["--weeks", "1", "--workflow", "inventory"]] {
            let run = desk.run(["metrics", "open-problems"] + more + ["--format", "json"])
            #expect(try faults(run.output, "metric") == [], "\(more) \(run.errors)")
        }
        try check("metric", "metrics", "stockout-rate", "--rows")
        try check("metric-comparison", "metrics", "--by", "workflow")
        try check("stall", "stall")
        try check("thresholds", "thresholds")
        try check("threshold", "thresholds", "show", "inventory.reviewDays")
        try check("tried", "thresholds", "propose", "--workflow", "pricing")
        let proposal = try desk.proposedThreshold()
        try check("proposal", "thresholds", "proposal", proposal)
        try check("proposal", "thresholds", "refuse", proposal, "--reason", "season")
        try check("decision", "decisions", "add", "rule", "look-first", "--metric", "precision")
        try check("decision", "decisions", "review", "D1")
        try check("register", "decisions")
        try check("review", "review", "--all")
        try check("causes", "causes")
        try check("cause-merge", "causes", "merge", "approval", "compliance", "--workflow", "suppressions")
        for listing in ["LT-55-YEL", "PM-1-ROS"] {
            try check("forecast", "forecast", listing, "--marketplace", "US")
            try check("listing", "listing", listing, "--marketplace", "US")
        }
        let series = try desk.write("series,period,value\na,1,2\n", to: "series.csv")
        try check(
            "forecasts", "forecast", "--series", series, "--horizon", "2", "--frequency", "weekly", "--output",
            "\(desk.folder)/forecasts.csv")
        try desk.goLive()
        let changes = try desk.proposed(mode: .live)
        try check("changes", "changes", "--state", "any")
        for change in changes { try check("change", "changes", "show", change) }
        try check("decided", "changes", "approve", changes[0], changes[1], "--set", "brand=Acme")
        try check("uploads", "changes", "write", "--output", desk.folder)
        try check("uploads", "changes", "write", "--dry-run")
        for change in changes { try check("change", "changes", "show", change) }
        try check("change-scores", "changes", "score")
        try check("desk-report", "cases", "report", "--by", "side")
        try check("desk-report", "cases", "report", "--quarter", "2026-Q4")
        try check("review-sample", "cases", "sample")
        try check("assess", "assess")
        try check("assess-explained", "assess", "--explain", "inventory")
        try check("assess-explained", "assess", "--explain", "suppressions:inventory")
        try check("assessments", "assess", "list")
        try check("assess-diff", "assess", "diff", "A1", "A1")
        try check("check-rows", "assess", "rows", "4.3", "--workflow", "suppressions")
        let until = ["--workflow", "suppressions", "--until", "2027-01-31"]
        try check(
            "assess-stated", "assess", "exempt", "2.3", "--reason", "one person", until[0], until[1], until[2], until[3]
        )
        try check("assess-stated", "assess", "attach", "2.1", bad, until[0], until[1], until[2], until[3])
        try check("maturity-model", "assess", "model")
        let stream = try desk.write("timestamp,value\n2026-01-01,2\n", to: "stream.csv")
        try check("anomalies", "anomalies", "--stream", stream, "--output", "\(desk.folder)/scores.csv")
        let cases = try desk.tickets()
        _ = desk.run("import", cases, "--account", "northwind", "--marketplace", "US")
        _ = try desk.write(CommitmentsTests.settings, to: "commitments.yaml")
        let settings = ["--config", "\(desk.folder)/commitments.yaml"]
        let told = ["--text", "We look.", "--component", "orders"]
        try check("incident", "incidents", "open", "Late", told[0], told[1], told[2], told[3], settings[0], settings[1])
        try check(
            "maintenance-record", "maintenance", "announce", "Disks", told[0], told[1], told[2], told[3], "--from",
            "2026-12-01", "--until", "2026-12-02", settings[0], settings[1])
        try check("incidents", "incidents")
        try check("maintenance", "maintenance")
        try check("commitments", "commitments", settings[0], settings[1])
        _ = try desk.write("articles: {folder: articles}\n", to: "articles.yaml")
        try desk.write(article: "parcels", "Where a parcel is")
        try check("articles", "articles", "--config", "\(desk.folder)/articles.yaml")
        try check("article", "articles", "show", "parcels", "--config", "\(desk.folder)/articles.yaml")
        try check("promises", "sla", "preview")
        try check("attainment", "sla")
        try check("cases", "cases", "--done")
        try check("case", "case", "C1")
        try check("listing", "listing", "LT-55-YEL", "--marketplace", "US")
        try check("next-case", "cases", "next")
        try check("case-work", "cases", "claim", "C1", "C999")
        try check("case-work", "cases", "reply", "C1", "--text", "It left today.")
        try check("case", "case", "C1")
        try check("replies", "cases", "write", "--dry-run")
        try check("outreach", "outreach")
        try check("outreach-file", "outreach", "write", "--output", "\(desk.folder)/outreach.csv")
        let tickets = try desk.write(PrivacyTests.tickets, to: "tickets.json")
        try check("import", "import", tickets, "--account", "acme")
        let person = ["--address", "jo@canary.example"]
        try check("disclosure", "privacy", "export", person[0], person[1])
        try check("accesses", "privacy", "log")
        try check("retention", "privacy", "retain", "--dry-run")
        try check("erased", "privacy", "erase", person[0], person[1], "--yes")
        let closed = try desk.write(TriageTests.closed, to: "closed.csv")
        let model = "\(desk.folder)/desk.triage"
        try check("triage-model", "triage", "train", "--file", closed, "--model", model)
        try check(
            "triage", "triage", "predict", "--model", model, "--file", closed, "--output", "\(desk.folder)/triaged.csv")
        try check("triage-report", "triage", "report", "--model", model, "--file", closed)
        for (name, set) in [("exceptions", "exceptions"), ("outcomes", "outcomes"), ("events", "journal")] {
            try check(name, "export", set)
        }
        try check("journal", "journal", "verify")
        try check("invitation", "people", "add", "ada", "--role", "admin")
        try check("invitation", "people", "add", "ben", "--accounts", "north")
        try check("invitation", "people", "password", "ada")
        try check("people", "people")
        try check("people", "people", "role", "ben", "admin", "--accounts", "all")
        try check("handover", "people", "hand", "ada", "--to", "ben")
        try check("sign-ins", "people", "sessions")
        try check("issued-token", "people", "issue", "ada", "--label", "nightly", "--rights", "look,work")
        try check("tokens", "people", "tokens")
        try check("door-log", "people", "log")
        try check("doctor", "doctor")
        let backup = "\(desk.folder)/backup.flywheel"
        try check("backup", "backup", backup)
        try check("backup-check", "backup", "verify", backup)
        try check("restored", "restore", backup, "--store", "\(desk.folder)/restored.flywheel")
        try check("store-copies", "backup", "copies")
        try check("migration", "migrate", "--dry-run")
        try check("migration", "migrate")
        try check("explain", "explain")
        try check("schemas", "schema")
        try check("completions", "completions", "fish")
        try check("scenarios", "simulate", "--list")
        try check("simulation", "simulate", "--weeks", "1", "--store", "\(desk.folder)/simulated.flywheel")
        written.formUnion(try disputes())
        written.formUnion(try outbox())
        let draft = Draft(subject: "a", body: "b", evidence: [.init("c"), .init("d", "e")])
        // A file says its format by its name; what was written is said in words.
        #expect(
            try faults(DraftAnswer(exception: ExceptionID(1), draft: draft, file: nil).json.line + "\n", "draft") == [])
        #expect(
            try faults(ExportedAnswer(set: "queue", path: "a", count: 1).json.line + "\n", "exported") == [])
        #expect(written.union(["exported", "draft", "digest-file"]) == Set(Document.all.map(\.name)))
    }

    @Test func whatDoesNotFitIsFound() throws {
        let schema = Document("x", "An x.", ["a": .maybe(.word(["b"])), "c": .decimal, "d": .list(.instant)]).schema
        func faults(_ value: JSON) -> Int {
            var validator = SchemaValidator()
            validator.check(value, schema)
            return validator.faults.count
        }
        let good: JSON = ["schema": "flywheel.x/1", "a": nil, "c": "-1.50", "d": ["2026-11-20T16:05:00Z"]]
        #expect(faults(good) == 0)
        #expect(faults(["schema": "flywheel.x/1", "a": "z", "c": "-1.50", "d": []]) == 1)
        #expect(faults(["schema": "flywheel.x/2", "a": "b", "c": "1,5", "d": ["noon"]]) == 3)
        #expect(faults(["schema": "flywheel.x/1", "c": "1", "a": "b", "d": []]) == 1)
        #expect(faults(["schema": "flywheel.x/1", "a": 1, "c": nil, "d": nil]) == 3)
    }

    @Test func theSchemaIsDraft2020() throws {
        let desk = try Desk()
        let text = desk.run("schema", "doctor").output
        let checks = #"""
            "checks":{"type":"array","items":{"type":"object","properties":{"check":{"type":"string"},\#
            "state":{"type":"string","enum":["ok","look"]},"finding":{"type":"string"},\#
            "help":{"type":["string","null"]}},"required":["check","state","finding","help"]}}
            """#
        #expect(
            text == #"{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:flywheel:doctor:1","#
                + #""title":"flywheel.doctor/1","description":"What was looked at, and what needs a person.","#
                + #""type":"object","properties":{"schema":{"type":"string","enum":["flywheel.doctor/1"]},"#
                + #""ok":{"type":"boolean"},\#(checks)},"required":["schema","ok","checks"]}"# + "\n")
        #expect(desk.run("schema", "flywheel.doctor/1").output == text)
        #expect(desk.run("schema", "doctr").errors.contains("did you mean \"doctor\"?"))
        #expect(desk.run("schema", "doctr").exit == .unknown)
    }

    /// The documents of disputes, on a desk of their own.
    ///
    /// - Returns: their names.
    private func disputes() throws -> Set<String> {
        let desk = try Desk.disputing()
        var written: Set<String> = []
        func check(_ name: String, _ arguments: String...) throws {
            let run = desk.run(["disputes"] + arguments + ["--as", "ana", "--format", "json"])
            #expect(try faults(run.output, name) == [], "\(name): \(arguments) \(run.errors)")
            written.insert(name)
        }
        try check("disputed", "open", "C2", "--kind", "escrow", "--reason", "x")
        try check("disputed", "open", "C1", "--kind", "escrow", "--reason", "x", "--amount", "EUR 200")
        try check("disputed", "evidence", "C1", "--type", "photo", "--reference", "M1")
        let hold = ["--amount", "EUR 9", "--rule", "r", "--reason", "r", "--until", "2026-11-30"]
        #expect(desk.run(["disputes", "hold", "C1"] + hold + ["--letter", "R1"]).exit == .done)
        let release = ["--amount", "EUR 4", "--to", "claimant", "--letter", "R2"]
        #expect(desk.run(["disputes", "release", "C1"] + release).exit == .done)
        try check("disputed", "decide", "C1", "upheld", "--because", "beyond her limit")
        try check("disputes")
        try check("disputed", "decide", "C1", "partly", "--award", "EUR 50", "--because", "one was broken")
        try check("disputed", "pay", "C1", "--amount", "EUR 5", "--reference", "R3")
        try check("dispute", "show", "C1")
        try check("precedents", "precedents", "broken")
        let later = Scene.asOf.advanced(byDays: 40)
        let lapses = desk.run("disputes", "lapse", "--format", "json", clock: later).output
        #expect(try faults(lapses, "lapses") == [])
        let routed = desk.run("cases", "route", "--dry-run", "--format", "json").output
        #expect(try faults(routed, "case-routing") == [])
        let decided = desk.run("triage", "decide", "--dry-run", "--format", "json").output
        #expect(try faults(decided, "triage-decisions") == [])
        return written.union(["lapses", "case-routing", "triage-decisions"])
    }

    /// The documents of what leaves the house.
    ///
    /// - Returns: their names.
    private func outbox() throws -> Set<String> {
        let desk = try Desk.rotated()
        var written: Set<String> = []
        func check(_ name: String, _ arguments: String...) throws {
            let run = desk.run(arguments + ["--format", "json"])
            #expect(try faults(run.output, name) == [], "\(name): \(arguments) \(run.errors)")
            written.insert(name)
        }
        try check("subscription", "webhooks", "add", "webhook", "https://127.0.0.1/in", "--verb", "claimed")
        try check("subscription", "webhooks", "pause", "W1")
        try check("subscription", "webhooks", "resume", "W1")
        try check("subscriptions", "webhooks")
        try check("subscription", "webhooks", "show", "W1")
        try check("webhook-test", "webhooks", "test", "W1")
        _ = desk.run("claim", "X1")
        try check("sent", "outbox", "send")
        try check("outbox-deliveries", "webhooks", "deliveries")
        try check("replayed", "webhooks", "replay", "W1", "--from", "1")
        return written
    }

    /// Keys keep their places within a version; a new one comes last.
    @Test func theQueuesKeysKeepTheirPlaces() throws {
        let queue = try #require(Document.all.first { $0.name == "queue" })
        #expect(
            queue.fields.map(\.key).joined(separator: " ") == """
                asOf rotation currency horizonDays order filters openCount atRisk statedAtRisk unpriced withheld items \
                nextCursor matching snoozedCount left groupCount
                """)
        guard case .list(.record(let item)) = queue.fields.first(where: { $0.key == "items" })?.shape else {
            throw Diagnostic("test", "no items", exit: .failed)
        }
        #expect(
            item.map(\.key).joined(separator: " ") == """
                id rank state qualifiers workflow kind listing atRisk interval fixAlone evidence probability actBy owner \
                blockedBy blocks unpriced lane what subject discriminator avoidable units statedBy tier claimedBy began \
                detected source snoozedUntil parent members inTotal inStatedTotal
                """)
    }
}
