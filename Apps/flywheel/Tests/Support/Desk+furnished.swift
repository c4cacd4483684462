import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Learning
import Testing

@testable import CaseDesk
@testable import flywheel

/// A desk that holds one record at least of every kind that the API changes.
struct FurnishedDesk {
    let desk: Desk
    /// A record's id by what its address begins with, beneath `/api/v1`.
    let ids: [String: String]

    init() throws {
        let desk = try Desk.rotatedOnce()
        self.desk = desk
        _ = try desk.write(Self.settings, to: "flywheel.yaml")
        let change = try #require(try desk.proposed().first)
        let store = try SQLiteStore(path: "\(desk.folder)/store.flywheel")
        let now = Scene.asOf
        let exception = try #require(try store.unfinishedExceptions().first { $0.state.isOpen })
        let ada = PersonRecord(name: "ada", displayName: "Ada", role: "admin")
        let person = try store.keep(
            ada, change: "added", endsSignIns: false, needing: "admin", by: .flywheel, at: now)
        let session = try store.begin(
            SignInRecord(
                digest: [1], person: person.id, isComplete: true, began: now, ends: now.advanced(byDays: 1),
                address: "192.0.2.0", agent: "Firefox"))
        func run(_ words: String...) throws -> JSON {
            let run = desk.run(words + ["--as", "ana", "--format", "json"])
            return try JSON(reading: run.output.isEmpty ? "{\"fault\":\"\(run.errors)\"}" : run.output)
        }
        func named(_ path: String..., in json: JSON) throws -> String {
            guard case .text(let id) = json.member(at: path) else {
                throw Diagnostic("test", "no \(path) in \(json.line)", exit: .failed)
            }
            return id
        }
        _ = try run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US")
        let draft = try run("cases", "reply", "C1", "--text", "It left today.")
        _ = try run("disputes", "open", "C2", "--kind", "escrow", "--reason", "x", "--amount", "EUR 200")
        _ = try run("disputes", "decide", "C2", "partly", "--award", "EUR 150", "--because", "two of three were broken")
        let waiting = try #require(try store.decisions(of: nil).first)
        let decision = try run("decisions", "add", "rule", "look-first", "--metric", "precision")
        let told = ["--text", "We look.", "--component", "orders"]
        let incident = try run("incidents", "open", "Late", told[0], told[1], told[2], told[3])
        let maintenance = try run(
            "maintenance", "announce", "Disks", told[0], told[1], told[2], told[3], "--from", "2026-12-01", "--until",
            "2026-12-02")
        let webhook = try run("webhooks", "add", "webhook", "https://127.0.0.1/in", "--verb", "claimed")
        let token = try run("people", "issue", "ada", "--label", "nightly")
        let assessment = try run("assess")
        let candidate = CandidateBody(fingerprint: exception.fingerprint, tier: .a, weight: 1, evidence: "{}")
        let judged = LoopRecord(
            .candidate, number: try store.reserve(1, of: LoopRecord.Kind.candidate), key: "planted",
            workflow: exception.fingerprint.workflow, state: "waiting", at: now, by: "planted",
            body: try CanonicalJSON.text(candidate))
        try store.keep([judged], by: .flywheel, at: now)
        let outreach = try Self.outreach(in: store, at: now)
        ids = [
            "exceptions": exception.id.description, "imports": "I1", "cases": "C1",
            "drafts": try named("message", in: draft), "disputes": "C2", "disputes/decisions": waiting.id.description,
            "changes": change, "proposals": try desk.proposedThreshold(),
            "decisions": try named("decision", "id", in: decision), "causes": "approval",
            "incidents": try named("incident", "id", in: incident),
            "maintenance": try named("maintenance", "id", in: maintenance),
            "webhooks": try named("subscription", "id", in: webhook), "people": "ada",
            "tokens": try named("token", "id", in: token), "sessions": session.description, "checks": "4.3",
            "assessments": try named("id", in: assessment), "reviews": judged.id, "outreach": outreach.description,
        ]
    }

    /// A message that waits for somebody to approve of it.
    private static func outreach(in store: some Store, at now: Instant) throws -> OutreachID {
        let record = try #require(try store.caseRecords([CaseID(1)]).first)
        let note = OutreachNote(
            rule: "late", occasion: "late-order", about: "302-1234567-1234567", account: "northwind",
            marketplace: record.marketplace, language: "", sendAfter: now, because: [])
        let id = try store.reserve(1, of: OutreachRecord.self)
        var act = CaseAct()
        act.outreach = [
            OutreachRecord(
                id: id, template: "late", party: try #require(record.party), case: record.id, at: now,
                state: OutreachNote.State.proposed.rawValue, body: try note.body)
        ]
        try store.perform(act, by: .flywheel, at: now)
        return id
    }

    private static let settings =
        CommitmentsTests.settings + """
              levels: [frontline, senior]
              automation: {intents: [where-is-my-order]}
              people:
                - {name: ana}
                - {name: sue, level: senior}
              rights:
                - {role: frontline, type: refund, upTo: {EUR: 50}}
                - {role: senior, type: [refund, hold, release], upTo: {EUR: 500}}

            """
}
